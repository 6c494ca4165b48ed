import { parse } from 'csv-parse/sync';
import { type ColumnSummary, MOST_IMPORT_ROWS } from '../model/import-plan';

/** A file as rows of text; `rows[i].line` is the line of the file that the row ends on, the header being line 1. */
export type AnswerTable = { columns: string[]; rows: { line: number; cells: string[] }[] };

/** Why a file cannot be read at all, for the person who sent it. */
export type Unreadable = { fault: string };

/** Reads delimited text (comma, semicolon or tab) whose first line names the columns. */
export function readTable(text: string): AnswerTable | Unreadable {
  const header = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/, 1)[0] ?? '';
  const delimiter = [',', ';', '\t'].reduce((best, next) =>
    header.split(next).length > header.split(best).length ? next : best,
  );
  let records: { record: string[]; info: { lines: number } }[];
  try {
    records = parse(text, {
      bom: true,
      delimiter,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as typeof records;
  } catch (error) {
    return {
      fault: `The file is broken in line ${(error as { lines?: number }).lines ?? 1}: check its quotes.`,
    };
  }
  const columns = records[0]?.record ?? [];
  if (columns.length === 0) return { fault: 'The file is empty. Its first line must name the columns.' };
  const blank = columns.indexOf('');
  if (blank >= 0) return { fault: `Column ${blank + 1} has no name in the first line. Give it one.` };
  const twice = columns.find((name, index) => columns.indexOf(name) !== index);
  if (twice !== undefined) return { fault: `The first line names the column “${twice}” twice. Rename one.` };
  if (records.length === 1) return { fault: 'The file has a header and no rows below it.' };
  if (records.length - 1 > MOST_IMPORT_ROWS) {
    const most = MOST_IMPORT_ROWS.toLocaleString('en');
    return {
      fault: `The file has ${(records.length - 1).toLocaleString('en')} rows. Split it: at most ${most} at a time.`,
    };
  }
  return { columns, rows: records.slice(1).map(({ record, info }) => ({ line: info.lines, cells: record })) };
}

/** What each column of a file looks like. */
export function summarize(table: AnswerTable): ColumnSummary[] {
  return table.columns.map((name, index) => {
    const filled = table.rows.map(({ cells }) => cells[index] ?? '').filter((value) => value !== '');
    const distinct = new Set(filled);
    const whole = filled.length > 0 && filled.every(isWhole);
    let range: ColumnSummary['range'] = null;
    if (whole) {
      range = { min: Number.POSITIVE_INFINITY, max: Number.NEGATIVE_INFINITY };
      for (const value of distinct) {
        range.min = Math.min(range.min, Number(value));
        range.max = Math.max(range.max, Number(value));
      }
    }
    return {
      name,
      filled: filled.length,
      distinct: distinct.size,
      examples: [...distinct].slice(0, 4),
      range,
    };
  });
}

/** Whether a cell is a whole number, in plain digits. */
export const isWhole = (value: string): boolean => /^[+-]?\d{1,9}$/.test(value);
