import { guarded, joined } from '../../../journey/rules/exchange/csv-cells';

/** null: nothing is there. A list holds ids. */
export type Cell = string | number | boolean | null | readonly string[];

/** Lines that are made while they are read, a page at a time, so that a table of any length needs the memory of one page. */
export type Table = {
  /** What it is of: pairs of a name and a text. */
  about: readonly (readonly [name: string, text: string])[];
  columns: readonly string[];
  pages: AsyncIterable<readonly (readonly Cell[])[]>;
};

/** A cell as text for a spreadsheet, in which nothing is run as a formula. Numbers are numbers, also below 0. */
export function cellText(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'object') return joined(cell);
  return typeof cell === 'string' ? guarded(cell) : String(cell);
}
