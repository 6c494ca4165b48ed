import { z } from 'zod';
import { isDay, isTimeZone } from '../../clock';
import { METRIC_IDS } from '../../scoring/metrics';

/** How many rows one file may hold, and how many answers it may give in all. */
export const MOST_IMPORT_ROWS = 20_000;
export const MOST_IMPORT_ANSWERS = 200_000;

/** The most characters of a file: below what a member's request may carry. */
export const MOST_IMPORT_CHARACTERS = 5_000_000;

const column = z.string().min(1, 'Choose a column.').max(200, 'Use a column name of at most 200 characters.');

/** A part of the day that stands in a column, or is the same for every row. */
const part = z.union([
  z.strictObject({ column }),
  z.strictObject({ value: z.number().int().min(1).max(9999) }),
]);

/** The day of every row: one fixed day, a column of `YYYY-MM-DD`, or year, month and day apart. */
export const importDaySchema = z.union([
  z.strictObject({ on: z.string().refine(isDay, 'Give a day, like 2026-03-31.') }),
  z.strictObject({ column }),
  z.strictObject({ year: part, month: part, day: part }),
]);
export type ImportDay = z.infer<typeof importDaySchema>;

/** One question of the foreign survey, and what it is about here. */
export const importItemSchema = z.strictObject({
  column,
  metric: z.enum(METRIC_IDS),
  title: z.string().trim().min(1, 'Name the question.').max(80, 'Use at most 80 characters.'),
  /** Lineage of the touchpoint, or of the journey itself. */
  lineageId: z.uuid(),
});
export type ImportItem = z.infer<typeof importItemSchema>;

/** How the columns of a file are read. */
export const importPlanSchema = z.strictObject({
  /** Key of the person; null: rows are told apart by what stands in them. */
  respondentColumn: column.nullable().default(null),
  day: importDaySchema,
  /** Hour of the wall clock in `timeZone` that every answer is dated to. */
  hour: z.number().int().min(0).max(23).default(12),
  timeZone: z.string().refine(isTimeZone, 'Choose a time zone, like Europe/Berlin.'),
  /** Columns kept as text with every answer of their row. */
  attributes: z.array(column).max(20, 'Keep at most 20 columns.').default([]),
  /** Column kept as the number `weight`; scores stay unweighted. */
  weightColumn: column.nullable().default(null),
  items: z
    .array(importItemSchema)
    .min(1, 'Choose at least one question.')
    .max(100, 'Bring in at most 100 questions at a time.')
    .refine(
      (items) => new Set(items.map((item) => item.column)).size === items.length,
      'Use each column once.',
    ),
});
export type ImportPlan = z.infer<typeof importPlanSchema>;

/** A cell, or with an empty `column` a whole row, that is not taken. `row` is its line in the file. */
export type RefusedCell = { row: number; column: string; value: string; why: string };

/** One answer of a file: `item` is its place in the plan's items. */
export type ImportedAnswer = {
  item: number;
  respondentKey: string;
  score: number;
  attributes: Record<string, string | number>;
  receivedAt: Date;
};

/** What a file holds, read by a plan. */
export type AnswerFile = {
  /** Rows below the header. */
  rows: number;
  /** Answers per item, in the plan's order. */
  counts: number[];
  answers: ImportedAnswer[];
  refused: RefusedCell[];
};

/** What a column looks like, as far as a guess of its meaning needs it. */
export type ColumnSummary = {
  name: string;
  filled: number;
  distinct: number;
  /** A few of the values, in the order of the file. */
  examples: string[];
  /** Lowest and highest value where every filled cell is a whole number; else null. */
  range: { min: number; max: number } | null;
};
