import { addDays } from '../../clock';
import { AppError } from '../../errors';
import { type AskedFilter, EVERYTHING, parseFilter } from '../../insights/rules/filter';
import { isMetricId, type MetricId } from '../../scoring/metrics';
import { HORIZONS, type Horizon } from '../model';

/** What an address asks of the outcomes; null: whatever most people can be told about. */
export type AskedStudy = {
  metric: MetricId | null;
  lineageId: string | null;
  kind: 'churned' | 'renewed';
  /** Null: the longest that enough is known of. */
  horizon: Horizon | null;
  filter: AskedFilter;
};

/** How far back answers are joined with outcomes unless an address says so, in days. */
const SPAN_DAYS = 3 * 365;

/** Reads the question of an address. @throws AppError `bad_request` that names what is wrong */
export function parseStudy(params: URLSearchParams): AskedStudy {
  const filter = parseFilter(params);
  const metric = params.get('metric');
  const given = params.get('horizon') || null;
  const horizon = HORIZONS.find((days) => String(days) === given) ?? null;
  const kind = params.get('outcome') ?? 'churned';
  const lineageId = params.get('subject') || null;
  const refuse = (path: string, message: string) =>
    new AppError('bad_request', 'Correct the address.', { errors: [{ path, message }] });
  if (metric !== null && metric !== '' && !isMetricId(metric)) throw refuse('metric', 'Give a metric.');
  if (given !== null && horizon === null) throw refuse('horizon', 'Give 90, 180 or 365.');
  if (kind !== 'churned' && kind !== 'renewed') throw refuse('outcome', 'Give churned or renewed.');
  if (lineageId !== null && !/^[0-9a-f-]{36}$/.test(lineageId)) throw refuse('subject', 'Give an id.');
  return {
    metric: isMetricId(metric) ? metric : null,
    lineageId,
    kind,
    horizon,
    filter,
  };
}

/** The days of the answers that a filter asks for; three years up to the last day on file where it says nothing. */
export function daysAsked(
  filter: AskedFilter,
  through: string,
): typeof EVERYTHING & { from: string; to: string } {
  return {
    ...EVERYTHING,
    ...filter,
    from: filter.from ?? addDays(through, -SPAN_DAYS),
    to: filter.to ?? through,
  };
}
