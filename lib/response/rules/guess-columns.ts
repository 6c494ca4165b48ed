import { isDay } from '../../clock';
import type { MetricId } from '../../scoring/metrics';
import type { ColumnSummary } from '../model/import-plan';

/** What a column probably is; a person corrects it. */
export type ColumnGuess =
  | { use: 'answer'; metric: MetricId; lineageId: string | null }
  | { use: 'respondent' | 'year' | 'month' | 'day' | 'weight' | 'attribute' | 'leave' };

/**
 * Guesses what each column is from its name and values: the person's key, parts of the day, a weight, an answer (with
 * the metric whose scale fits, and a subject of the same name), a short list of kinds kept as attribute, or nothing.
 */
export function guessColumns(
  columns: readonly ColumnSummary[],
  rows: number,
  subjects: readonly { lineageId: string; title: string }[],
): ColumnGuess[] {
  const titles = new Map(subjects.map(({ lineageId, title }) => [plain(title), lineageId]));
  let keyed = false;
  return columns.map(({ name, filled, distinct, examples, range }): ColumnGuess => {
    if (filled === 0) return { use: 'leave' };
    const told = plain(name);
    if (
      !keyed &&
      filled === rows &&
      distinct === rows &&
      /^(respondent|resp|participant|case|person|customer|user|who|id)\b/.test(told)
    ) {
      keyed = true;
      return { use: 'respondent' };
    }
    if (examples.every(isDay) && !/birth/.test(told)) return { use: 'day' };
    if (told === 'year' || told === 'month') return { use: told };
    if (/^day( of month)?$/.test(told) && range && range.min >= 1 && range.max <= 31) return { use: 'day' };
    if (/\bweight\b/.test(told)) return { use: 'weight' };
    // Two or three steps are kinds (first time, second time), not a scale; a few rows cannot tell.
    const scaled = distinct > 3 || (distinct > 1 && rows < 20);
    const metric = range && scaled ? guessMetric(told, range) : null;
    if (metric) return { use: 'answer', metric, lineageId: titles.get(told) ?? null };
    return { use: distinct <= 12 ? 'attribute' : 'leave' };
  });
}

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

function guessMetric(name: string, { min, max }: { min: number; max: number }): MetricId | null {
  if (min < -2 || max > 10) return null;
  if (min < 0) return max <= 2 ? 'emotion' : null;
  if (/\bnps\b|net ?pro|recommend|promot/.test(name) || min === 0 || max > 7) return 'nps';
  if (max > 5) return 'ces';
  return /\beas(e|y)|effort|difficult/.test(name) ? 'ease5' : 'rating5';
}
