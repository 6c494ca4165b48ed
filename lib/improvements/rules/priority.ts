import { METRICS, type MetricId } from '../../scoring/metrics';
import { satisfiedCounts } from '../../scoring/point-values';
import type { Tally } from '../../scoring/tally';
import type { Factor, FactorOrigin, ImprovementFields, MeasuredImportance, Priority } from '../model';

/** What is taken where nothing is known: the middle of the scale, everybody, and an effort neither small nor large. */
const UNKNOWN = { importance: 6, satisfaction: 5, reach: 1, effort: 3 } as const;

/** Changes with the computation, or with where its parts are taken from. */
export const PRIORITY_FORMULA = 'priority@2';

/** How sure a statement of the team is, by what its evidence carries and how many people stand behind it. */
export type Backing = { state: string; people: number };

/**
 * Ulwick's opportunity score of importance and satisfaction, each 0–10: importance counts once more as far as it is
 * not met. 0–20; above 15 is a major opportunity, below 10 customers are served.
 * @example opportunityScore(9, 3) // 15
 */
export function opportunityScore(importance: number, satisfaction: number): number {
  return importance + Math.max(importance - satisfaction, 0);
}

/**
 * How far the evidence carries: 0.3 for an assumption, 0.6 for a partly validated statement or a customer's answer, 0.8
 * for a validated one with at least 30 people behind it, 1 with at least 100. The strongest statement counts.
 *
 * @param answers our own answers that are linked by themselves
 */
export function confidenceOf(statements: readonly Backing[], answers: number): number {
  const linked = answers > 0 ? 0.6 : 0.3;
  return Math.max(linked, ...statements.map(confidenceBehind));
}

function confidenceBehind({ state, people }: Backing): number {
  if (state === 'validated') return people >= 100 ? 1 : people >= 30 ? 0.8 : 0.6;
  return state === 'partly' ? 0.6 : 0.3;
}

/**
 * Opportunity × reach × confidence / effort, 0–20, with all that made it. What is typed by hand counts before what was
 * found, and an importance that the team gave on the map before the measured one; where nothing is there, a middle value is
 * assumed and marked so.
 *
 * @param found importance 1–5 to the customer, what is measured of it, the counts of the judged measure with the key of
 *   what they are about, and what the evidence carries; null: not known
 */
export function priorityOf(
  given: Pick<ImprovementFields, 'importance' | 'satisfaction' | 'reach' | 'confidence' | 'effort'>,
  found: {
    importance: number | null;
    measured: MeasuredImportance | null;
    measure: { metric: MetricId; tally: Tally; key: string } | null;
    confidence: number;
  },
): Priority {
  const { measured } = found;
  const importance = factor(
    given.importance,
    found.importance === null ? null : found.importance * 2,
    measured?.value ?? UNKNOWN.importance,
  );
  if (importance.origin === 'assumed' && measured !== null) importance.origin = 'measured';
  const satisfied = given.satisfaction === null ? satisfiedOf(found.measure) : null;
  const satisfaction = factor(
    given.satisfaction,
    satisfied && (10 * satisfied.count) / satisfied.n,
    UNKNOWN.satisfaction,
  );
  const reach = factor(given.reach, null, UNKNOWN.reach);
  const confidence = factor(given.confidence, found.confidence, found.confidence);
  const effort = factor(given.effort, null, UNKNOWN.effort);
  const opportunity = opportunityScore(importance.value, satisfaction.value);
  return {
    ...{ formula: PRIORITY_FORMULA, measured, satisfied },
    ...{ importance, satisfaction, opportunity, reach, confidence, effort },
    value: (opportunity * reach.value * confidence.value) / effort.value,
  };
}

/** Satisfied answers; null where nobody answered. */
function satisfiedOf(measure: { metric: MetricId; tally: Tally; key: string } | null): Priority['satisfied'] {
  if (measure === null) return null;
  const { count, n } = satisfiedCounts(METRICS[measure.metric], measure.tally);
  return n === 0 ? null : { count, n, key: measure.key };
}

function factor(given: number | null, found: number | null, unknown: number): Factor {
  const origin: FactorOrigin = given !== null ? 'given' : found !== null ? 'found' : 'assumed';
  return { value: given ?? found ?? unknown, origin };
}
