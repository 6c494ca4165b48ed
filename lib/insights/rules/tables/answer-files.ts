import type { Table } from './table';
import { csvOf, jsonLinesOf } from './text';
import { xlsxOf } from './xlsx';

/** Made while it is read: of any number of lines no more than one page is in memory. */
type TableFile = { type: string; body: (table: Table) => AsyncGenerator<string | Uint8Array> };

export const CSV_TYPE = 'text/csv; charset=utf-8; header=present';

/** What a table of answers can be taken out as, by the ending of the file. */
export const ANSWER_FILES = {
  jsonl: { type: 'application/jsonl; charset=utf-8', body: jsonLinesOf },
  csv: { type: CSV_TYPE, body: csvOf },
  xlsx: {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    body: (table) => xlsxOf(table, 'answers'),
  },
} as const satisfies Readonly<Record<string, TableFile>>;

export type AnswerFormat = keyof typeof ANSWER_FILES;

export const isAnswerFormat = (ending: string): ending is AnswerFormat => Object.hasOwn(ANSWER_FILES, ending);
