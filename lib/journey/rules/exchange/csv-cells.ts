/** What a spreadsheet would run as a formula when a cell begins with it. */
const FORMULA = /^'*[=+\-@\t\r＝＋－＠]/;
const GUARDED = /^'+[=+\-@\t\r＝＋－＠]/;
const NUMBER = /^[+-]?\d+(?:[.,]\d+)?$/;

/** A text as it is safe in a cell of a spreadsheet: what would be run as a formula gets an apostrophe in front. */
export const guarded = (text: string): string =>
  FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;

/** The text behind the guard. */
export const unguarded = (cell: string): string => (GUARDED.test(cell) ? cell.slice(1) : cell);

/** Several texts in one cell, with `;` between them; a `;` or backslash of their own gets a backslash. */
export const joined = (texts: readonly string[]): string =>
  texts.map((text) => guarded(text).replace(/[\\;]/g, '\\$&')).join('; ');

/** The texts of such a cell. */
export function parted(cell: string): string[] {
  const parts: string[] = [];
  let part = '';
  for (let place = 0; place < cell.length; place += 1) {
    const sign = cell.charAt(place);
    const next = cell.charAt(place + 1);
    if (sign === '\\' && (next === '\\' || next === ';')) {
      part += next;
      place += 1;
    } else if (sign === ';') {
      parts.push(part);
      part = '';
    } else part += sign;
  }
  return [...parts, part].map((one) => unguarded(one.trim())).filter((one) => one !== '');
}

/** One line of a CSV file after RFC 4180. */
export const csvLine = (cells: readonly string[]): string =>
  cells
    .map((cell) => (/[",\r\n;\t]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
    .join(',');
