import { isDay } from '../../clock';
import { AppError } from '../../errors';
import { type AnswerTable, readTable, type Unreadable } from '../../response/rules/answer-table';
import { MOST_CHARACTERS } from '../model';

/** One text to bring in. */
export type Material = { text: string; day: string; author: string };
/** What was not taken: the line it stands in, and why. */
export type RefusedRow = { line: number; why: 'empty' | 'long' | 'day' };
export type ReadMaterial = { material: Material[]; refused: RefusedRow[] };

/** Names of columns that tell which is which, in the order in which they are believed. */
const TEXT =
  /^(text|comment|note|notes|quote|message|review|body|feedback|transcript|kommentar|nachricht|notiz)/i;
const DAY = /^(day|date|datum|tag|created|when|submitted|received)/i;
const AUTHOR = /^(author|name|who|customer|participant|person|respondent|user|autor|kunde)/i;

/**
 * What was pasted, as texts: the whole, or one for each paragraph (parted by a blank line). Lines are counted from 1.
 *
 * @param otherwise day and author of every text
 */
export function readPasted(
  pasted: string,
  otherwise: { day: string; author: string },
  { paragraphs }: { paragraphs: boolean },
): ReadMaterial {
  const lines = pasted.replaceAll('\r\n', '\n');
  const parts = paragraphs ? lines.split(/\n[ \t]*\n/) : [lines];
  const read: ReadMaterial = { material: [], refused: [] };
  let line = 1;
  for (const part of parts) {
    const text = part.trim();
    if (text.length > MOST_CHARACTERS) read.refused.push({ line, why: 'long' });
    else if (text !== '') read.material.push({ text, ...otherwise });
    line += part.split('\n').length + 1;
  }
  return read;
}

/**
 * The rows of a file, as texts. The first line names the columns: one with the text, and perhaps one with the day and
 * one with who said it; a row without its own day or author gets those given.
 *
 * @throws AppError `invalid` where the file cannot be read or has no column of texts
 */
export function readRows(
  table: AnswerTable | Unreadable,
  otherwise: { day: string; author: string },
): ReadMaterial {
  if ('fault' in table) throw refusal(table.fault);
  const { columns, rows } = table;
  const find = (pattern: RegExp) => columns.findIndex((name) => pattern.test(name.trim()));
  const at = { text: columns.length === 1 ? 0 : find(TEXT), day: find(DAY), author: find(AUTHOR) };
  if (at.text < 0) {
    throw refusal(
      'No column looks like the text. Name it “text” in the first line, and “day” and “author” beside it.',
    );
  }
  const read: ReadMaterial = { material: [], refused: [] };
  for (const { line, cells } of rows) {
    const text = (cells[at.text] ?? '').trim();
    const day = (cells[at.day] ?? '').trim().slice(0, 10) || otherwise.day;
    const author = (cells[at.author] ?? '').trim() || otherwise.author;
    if (text === '') read.refused.push({ line, why: 'empty' });
    else if (text.length > MOST_CHARACTERS) read.refused.push({ line, why: 'long' });
    else if (!isDay(day)) read.refused.push({ line, why: 'day' });
    else read.material.push({ text, day, author });
  }
  return read;
}

/** What is in a CSV file. @throws AppError `invalid` */
export const readFile = (text: string, otherwise: { day: string; author: string }): ReadMaterial =>
  readRows(readTable(text), otherwise);

const refusal = (message: string) =>
  new AppError('invalid', 'Some fields need correcting.', { errors: [{ path: 'file', message }] });
