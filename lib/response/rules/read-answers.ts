import { createHash } from 'node:crypto';
import { instantAt, isDay } from '../../clock';
import { METRICS } from '../../scoring/metrics';
import {
  type AnswerFile,
  type ImportDay,
  type ImportedAnswer,
  type ImportPlan,
  MOST_IMPORT_ANSWERS,
  type RefusedCell,
} from '../model/import-plan';
import { type AnswerTable, isWhole, type Unreadable } from './answer-table';

/** The wording under which an imported question's answers are pooled: with themselves, never with a survey of ours. */
export const importWording = (column: string): string => `import:${column}`;

/** Whether a survey of that wording came with a file: nobody is asked by it. */
export const isImportWording = (wording: string): boolean => wording.startsWith('import:');

/**
 * Reads a file of answers by a plan. A blank cell is no answer. What is neither blank nor a point of the scale is
 * refused with its row and column, never rounded, and never counted silently; so is a row without a usable day, a
 * second row of the same person, and a day after `latest`.
 *
 * Returns a fault where the plan names a column that the file does not have.
 */
export function readAnswers(table: AnswerTable, plan: ImportPlan, latest: Date): AnswerFile | Unreadable {
  const at = new Map(table.columns.map((name, index) => [name, index]));
  const absent = columnsOf(plan).find((name) => !at.has(name));
  if (absent !== undefined) return { fault: `The file has no column “${absent}”.` };
  const items = plan.items.map((item) => ({
    ...item,
    index: at.get(item.column) as number,
    scale: METRICS[item.metric].scale,
  }));
  const counts = items.map(() => 0);
  const answers: ImportedAnswer[] = [];
  const refused: RefusedCell[] = [];
  const people = peopleOf(plan.respondentColumn === null ? null : (at.get(plan.respondentColumn) as number));
  const instants = new Map<string, Date>();
  for (const { line, cells } of table.rows) {
    const cell = (name: string) => cells[at.get(name) as number] ?? '';
    const refuse = (column: string, value: string, why: string) =>
      refused.push({ row: line, column, value: value.slice(0, 100), why });
    if (cells.length !== table.columns.length) {
      refuse('', '', `The row has ${cells.length} fields, the first line ${table.columns.length}.`);
      continue;
    }
    const person = people(cells, line);
    if ('why' in person) {
      refuse(plan.respondentColumn ?? '', person.value, person.why);
      continue;
    }
    const day = dayOfRow(plan.day, cell);
    if (!isDay(day.text)) {
      refuse(day.column, day.value, 'This is no day of the calendar.');
      continue;
    }
    const receivedAt = instants.get(day.text) ?? instantAt(day.text, plan.hour, plan.timeZone);
    instants.set(day.text, receivedAt);
    if (receivedAt > latest) {
      refuse(day.column, day.value, 'This day has not come yet.');
      continue;
    }
    const attributes: Record<string, string | number> = {};
    for (const name of plan.attributes) if (cell(name) !== '') attributes[name] = cell(name);
    if (plan.weightColumn !== null && cell(plan.weightColumn) !== '') {
      const weight = numberOf(cell(plan.weightColumn));
      if (weight === null)
        refuse(plan.weightColumn, cell(plan.weightColumn), 'A weight is a number from 0 on.');
      else attributes.weight = weight;
    }
    items.forEach((item, place) => {
      const value = cells[item.index] ?? '';
      if (value === '') return;
      const score = scoreOf(value, item.scale);
      if (score === null) {
        refuse(
          item.column,
          value,
          `An answer is a whole number from ${item.scale.min} to ${item.scale.max}.`,
        );
        return;
      }
      counts[place] = (counts[place] ?? 0) + 1;
      answers.push({ item: place, respondentKey: person.key, score, attributes, receivedAt });
    });
  }
  if (answers.length > MOST_IMPORT_ANSWERS) {
    const most = MOST_IMPORT_ANSWERS.toLocaleString('en');
    return {
      fault: `The file holds ${answers.length.toLocaleString('en')} answers. Split it: at most ${most} at a time.`,
    };
  }
  return { rows: table.rows.length, counts, answers, refused };
}

/**
 * The id of an imported answer: the same for the same workspace, question and person, so that a repeated import finds
 * its own answers and adds nothing. A name-based UUID (version 8) of SHA-256.
 */
export function importedId(workspaceId: string, column: string, respondentKey: string): string {
  const bytes = createHash('sha256')
    .update(JSON.stringify([workspaceId, column, respondentKey]))
    .digest();
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
}

function columnsOf(plan: ImportPlan): string[] {
  return [
    ...(plan.respondentColumn === null ? [] : [plan.respondentColumn]),
    ...dayColumns(plan.day),
    ...plan.attributes,
    ...(plan.weightColumn === null ? [] : [plan.weightColumn]),
    ...plan.items.map((item) => item.column),
  ];
}

function dayColumns(day: ImportDay): string[] {
  if ('on' in day) return [];
  if ('column' in day) return [day.column];
  return [day.year, day.month, day.day].flatMap((part) => ('column' in part ? [part.column] : []));
}

function dayOfRow(
  day: ImportDay,
  cell: (name: string) => string,
): { text: string; column: string; value: string } {
  const column = dayColumns(day).at(-1) ?? '';
  const value = column === '' ? '' : cell(column);
  if ('on' in day) return { text: day.on, column, value };
  if ('column' in day) return { text: value, column, value };
  const [year, month, date] = [day.year, day.month, day.day].map((part) =>
    'column' in part ? cell(part.column) : String(part.value),
  ) as [string, string, string];
  return {
    text: `${year.padStart(4, '0')}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`,
    column,
    value,
  };
}

/** Tells who a row is: by its key, else by all that stands in it and how often that stood there before. */
function peopleOf(
  column: number | null,
): (cells: string[], line: number) => { key: string } | { value: string; why: string } {
  const seen = new Map<string, number>();
  return (cells, line) => {
    if (column === null) {
      const row = createHash('sha256').update(JSON.stringify(cells)).digest('hex').slice(0, 32);
      const before = seen.get(row) ?? 0;
      seen.set(row, before + 1);
      return { key: `${row}-${before}` };
    }
    const key = cells[column] ?? '';
    if (key === '') return { value: '', why: 'The row does not say who answered.' };
    if (key.length > 200) return { value: key, why: 'Use a key of at most 200 characters.' };
    const first = seen.get(key);
    if (first !== undefined) return { value: key, why: `This person stands in line ${first} already.` };
    seen.set(key, line);
    return { key };
  };
}

function scoreOf(value: string, { min, max }: { min: number; max: number }): number | null {
  if (!isWhole(value)) return null;
  const score = Number(value);
  return score >= min && score <= max ? score : null;
}

function numberOf(value: string): number | null {
  return /^\d{1,12}(\.\d{1,12})?$/.test(value) ? Number(value) : null;
}
