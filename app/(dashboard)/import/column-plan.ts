import type { ImportDay, ImportPlan } from '@/lib/response/model/import-plan';
import type { MetricId } from '@/lib/scoring/metrics';
import { msg, type Translate } from '@/lib/translate';
import type { readFileAction } from './actions';

export type FileView = Extract<Awaited<ReturnType<typeof readFileAction>>, { ok: true }>['value'];
export type ColumnView = FileView['columns'][number];
export type Use = ColumnView['guess']['use'];

/** What a person chose for one column; the last three matter for answers only. */
export type ColumnChoice = { use: Use; metric: MetricId; lineageId: string; title: string };

/** When the answers were given, as far as no column says it. */
export type WhenChoice = { on: string; year: string; month: string; hour: string; timeZone: string };

/** The choices that a file opens with. */
export function guessedChoices(file: FileView): Record<string, ColumnChoice> {
  return Object.fromEntries(
    file.columns.map(({ name, guess }) => {
      const lineageId = guess.use === 'answer' ? (guess.lineageId ?? '') : '';
      const title = file.touchpoints.find((one) => one.lineageId === lineageId)?.title ?? name;
      const metric = guess.use === 'answer' ? guess.metric : 'rating5';
      return [name, { use: guess.use, metric, lineageId, title: title.slice(0, 80) }];
    }),
  );
}

/** Whether a column holds whole days (`2025-03-31`) or only the day of the month. */
export const isWholeDay = (column: ColumnView): boolean => column.range === null;

/** Which parts of the day no column says. */
export function missingParts(
  file: FileView,
  choices: Record<string, ColumnChoice>,
): ('on' | 'year' | 'month')[] {
  const of = (use: Use) => file.columns.find((column) => choices[column.name]?.use === use);
  const day = of('day');
  if (!day) return ['on'];
  if (isWholeDay(day)) return [];
  return [...(of('year') ? [] : ['year' as const]), ...(of('month') ? [] : ['month' as const])];
}

/** The plan of an import, or the one sentence that says what is missing. */
export function planOf(
  file: FileView,
  choices: Record<string, ColumnChoice>,
  when: WhenChoice,
  t: Translate,
): ImportPlan | { missing: string } {
  const named = (use: Use) => file.columns.filter((column) => choices[column.name]?.use === use);
  for (const use of ['respondent', 'year', 'month', 'day', 'weight'] as const) {
    const twice = named(use)[1];
    if (twice) return { missing: t(ONLY_ONE[use], { column: twice.name }) };
  }
  const items = named('answer').map(({ name }) => ({ column: name, ...(choices[name] as ColumnChoice) }));
  if (items.length === 0) return { missing: t('Use at least one column as an answer.') };
  const loose = items.find(({ lineageId }) => lineageId === '');
  if (loose)
    return { missing: t('Say what “{column}” is about, or leave it out.', { column: loose.column }) };
  const day = dayOf(named('day')[0], named('year')[0], named('month')[0], when, t);
  if ('missing' in day) return day;
  return {
    respondentColumn: named('respondent')[0]?.name ?? null,
    day,
    hour: Number(when.hour),
    timeZone: when.timeZone,
    attributes: named('attribute').map(({ name }) => name),
    weightColumn: named('weight')[0]?.name ?? null,
    items: items.map(({ column, metric, title, lineageId }) => ({
      column,
      metric,
      title: title.trim(),
      lineageId,
    })),
  };
}

const ONLY_ONE = {
  respondent: msg('Only one column can be who answered: change “{column}”.'),
  year: msg('Only one column can be the year: change “{column}”.'),
  month: msg('Only one column can be the month: change “{column}”.'),
  day: msg('Only one column can be the day: change “{column}”.'),
  weight: msg('Only one column can be the weight: change “{column}”.'),
};

export const USE_LABELS: Readonly<Record<Use, string>> = {
  leave: msg('Leave out'),
  answer: msg('Answers'),
  respondent: msg('Who answered'),
  day: msg('The day'),
  year: msg('The year'),
  month: msg('The month'),
  weight: msg('The weight'),
  attribute: msg('A detail to keep'),
};

function dayOf(
  day: ColumnView | undefined,
  year: ColumnView | undefined,
  month: ColumnView | undefined,
  when: WhenChoice,
  t: Translate,
): ImportDay | { missing: string } {
  if (!day) return when.on === '' ? { missing: t('Give the day of the answers.') } : { on: when.on };
  if (isWholeDay(day)) return { column: day.name };
  if ((!year && when.year === '') || (!month && when.month === '')) {
    return { missing: t('Give the year and the month of the answers.') };
  }
  return {
    year: year ? { column: year.name } : { value: Number(when.year) },
    month: month ? { column: month.name } : { value: Number(when.month) },
    day: { column: day.name },
  };
}
