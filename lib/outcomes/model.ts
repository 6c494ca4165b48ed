import { z } from 'zod';
import { isDay } from '../clock';
import { emailSchema } from '../identity/model';
import { METRIC_IDS, type MetricId } from '../scoring/metrics';

/** What a customer did, outside of any survey. */
export const OUTCOME_KINDS = ['renewed', 'churned', 'spent', 'contacts'] as const;
export type OutcomeKind = (typeof OUTCOME_KINDS)[number];

/** Kinds that carry an amount: money spent, or how often the customer called or wrote. */
export const AMOUNT_KINDS: readonly OutcomeKind[] = ['spent', 'contacts'];

/** How many outcomes one call may carry. */
export const MOST_OUTCOMES = 1000;

/** The most characters of a file: below what a member's request may carry. */
export const MOST_OUTCOME_CHARACTERS = 5_000_000;

export const respondentKeySchema = z
  .string()
  .trim()
  .min(1, 'Give the key of the person.')
  .max(200, 'Use at most 200 characters.');

/** Who it was: a contact by its address, or whoever answered under the key of another system. */
const whoSchema = z.union(
  [z.strictObject({ email: emailSchema }), z.strictObject({ key: respondentKeySchema })],
  {
    error: 'Give either "email" or "key".',
  },
);
export type Who = z.infer<typeof whoSchema>;

export const outcomeSchema = z
  .strictObject({
    person: whoSchema,
    kind: z.enum(OUTCOME_KINDS, { error: 'Give one of renewed, churned, spent, contacts.' }),
    day: z
      .string()
      .refine(
        (day) => isDay(day) && day >= '1990-01-01' && day < '2200-01-01',
        'Give a day, like 2026-03-31.',
      ),
    amount: z
      .number('Give a number.')
      .min(0, 'Give 0 or more.')
      .max(1_000_000_000, 'Give at most 1,000,000,000.')
      .optional(),
  })
  .refine((one) => AMOUNT_KINDS.includes(one.kind) === (one.amount !== undefined), {
    path: ['amount'],
    error: 'Give an amount with "spent" and "contacts", and none with the others.',
  });
export type Outcome = z.infer<typeof outcomeSchema>;

/** What a column of a file can be. Those that end in On hold a day of their own, the others speak of the row's day. */
export const OUTCOME_COLUMNS = [
  'leave',
  'person',
  'day',
  'leftOn',
  'renewedOn',
  'left',
  'spent',
  'contacts',
  'kind',
  'amount',
] as const;
export type OutcomeColumn = (typeof OUTCOME_COLUMNS)[number];

/** How the columns of a file are read, in their order. */
export const outcomePlanSchema = z.strictObject({
  columns: z
    .array(z.enum(OUTCOME_COLUMNS))
    .min(1, 'Give a file with columns.')
    .max(200, 'Use at most 200 columns.'),
});
export type OutcomePlan = z.infer<typeof outcomePlanSchema>;

/** A cell that is not taken. `row` is its line in the file. */
export type RefusedRow = { row: number; column: string; value: string; why: string };

/** What bringing in outcomes did. `unknown` are places in the list whose address is no contact of ours. */
export type OutcomesWritten = { added: number; changed: number; repeated: number; unknown: number[] };

/** The figures of the economics, in the order of their form. Shares are 0–1, money is in the workspace's currency. */
export const ECONOMIC_FIGURES = [
  'customersPerYear',
  'arpuPerMonth',
  'grossMargin',
  'monthlyChurn',
  'churnAfterBad',
  'churnAfterGood',
  'contactsAfterBad',
  'contactsAfterGood',
  'costPerContact',
] as const;
export type EconomicFigure = (typeof ECONOMIC_FIGURES)[number];

/** Figures that are a share of customers or money. */
export const SHARE_FIGURES: readonly EconomicFigure[] = [
  'grossMargin',
  'monthlyChurn',
  'churnAfterBad',
  'churnAfterGood',
];

const share = z.number('Give a number.').min(0, 'Give 0 or more.').max(1, 'Give at most 100 %.').nullable();
const amount = z
  .number('Give a number.')
  .min(0, 'Give 0 or more.')
  .max(1e12, 'Give a smaller number.')
  .nullable();

/** What the team assumes about the business; null: not given. */
export const assumedEconomicsSchema = z.strictObject({
  currency: z.string().regex(/^[A-Z]{3}$/, 'Give three letters, like EUR.'),
  customersPerYear: amount,
  arpuPerMonth: amount,
  grossMargin: share,
  monthlyChurn: share,
  churnAfterBad: share,
  churnAfterGood: share,
  contactsAfterBad: amount,
  contactsAfterGood: amount,
  costPerContact: amount,
});
export type AssumedEconomics = z.infer<typeof assumedEconomicsSchema>;

/** What is stored: the assumptions, and who made them when. */
export type StoredEconomics = AssumedEconomics & { by: string | null; at: string };

/** Where a figure comes from: somebody's assumption, or what was found among our own customers. */
export type FigureOrigin =
  | { readonly kind: 'assumed'; readonly by: string | null; readonly at: string }
  | {
      readonly kind: 'measured';
      /** The metric by whose answers bad and good are told apart; null where the figure is about all customers. */
      readonly metric: MetricId | null;
      /** People, and how many of them left; for contacts the people and their contacts. */
      readonly n: number;
      readonly events: number;
      readonly low: number;
      readonly high: number;
    };

/** One figure; null in both where nobody said and nothing was found. */
export interface Figure {
  readonly value: number | null;
  readonly origin: FigureOrigin | null;
}

/** The economics of a workspace: what is measured stands where it can, what is assumed where it has to. */
export interface Economics {
  readonly currency: string;
  readonly figures: Readonly<Record<EconomicFigure, Figure>>;
}

/** The horizons within which an outcome counts, in days. */
export const HORIZONS = [90, 180, 365] as const;
export type Horizon = (typeof HORIZONS)[number];

/** People who left before this many did tell little: fewer events than this are warned about. */
export const ENOUGH_EVENTS = 50;

/** People whose first answer was the same, and for whom the same is known. */
export interface ScoredGroup {
  /** Day of the answer, as whole days since 1970. */
  readonly on: number;
  readonly score: number;
  /** Days from the answer until the outcome came; null: it had not by the last day that is known. */
  readonly cameAfter: number | null;
  readonly n: number;
}

/** The answers that outcomes are joined with: all of one metric and wording, of one subject or of all. */
export interface Series {
  readonly metric: MetricId;
  readonly wording: string;
}

/** The scales of published values; 'other' is kept for the record and never compared. */
export const BENCHMARK_SCALES = ['0…10', '1…7', '1…5', '−2…2', 'other'] as const;

/** A value that somebody else published. `value` is in code units, as a score of ours. */
export const benchmarkSchema = z.strictObject({
  metric: z.enum(METRIC_IDS),
  value: z.number('Give a number.'),
  /** The scale it was asked on; only where it is that of the metric, it stands beside our score. */
  scale: z.enum(BENCHMARK_SCALES, { error: 'Choose the scale.' }),
  source: z.string().trim().min(2, 'Name the source.').max(200, 'Use at most 200 characters.'),
  link: z
    .url({ protocol: /^https?$/, error: 'Give an address that begins with https://.' })
    .max(500)
    .nullable(),
  year: z.int('Give a year.').min(1990, 'Give a year from 1990.').max(2100, 'Give a year until 2100.'),
  /** Answers it rests on; null where the source does not say. */
  n: z.int('Give a whole number.').min(1, 'Give at least 1.').max(1_000_000_000).nullable(),
});
export type NewBenchmark = z.infer<typeof benchmarkSchema>;
export type Benchmark = NewBenchmark & { id: string };
