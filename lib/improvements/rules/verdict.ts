import { addDays, daysBetween } from '../../clock';
import { METRICS, type Metric } from '../../scoring/metrics';
import { badCounts } from '../../scoring/point-values';
import { addTallies, emptyTally, type Tally, tallyCount } from '../../scoring/tally';
import {
  type BeforeAfter,
  differenceInDifferences,
  placeboFails,
} from '../../statistics/difference-in-differences';
import { newcombe } from '../../statistics/newcombe';
import { BASELINE_DAYS, type Baseline, JUDGED_DAYS, type Verdict } from '../model';
import { changeBetween, kindOf, readDaily } from './looks';

/** The counts of one metric and wording at one touchpoint, day by day: index 0 is the first day of the baseline. */
export type DailyCounts = { title: string; days: readonly Tally[] };

/** The days that a verdict needs: from the first of the baseline to the last that is judged; null before it is felt. */
export function judgedDays(
  improvement: { startedOn: string | null; effectiveOn: string | null },
  today: string,
): { from: string; to: string } | null {
  const { startedOn, effectiveOn } = improvement;
  if (startedOn === null || effectiveOn === null || effectiveOn > today) return null;
  const last = addDays(effectiveOn, JUDGED_DAYS - 1);
  return { from: addDays(startedOn, -BASELINE_DAYS), to: last < today ? last : today };
}

/**
 * Whether an improvement worked, by the counts of the judged measure before the start and since customers feel it.
 * Untouched touchpoints of the same metric and wording take off what changed for everybody; where there are none, or
 * where they had moved apart before the start already, it is before and after alone. The interval may be read daily.
 * Better and worse: it leaves out 0. No clear difference: it holds 0 and nothing as large as the difference worth
 * having. Too early to tell: everything else.
 *
 * @param own counts of the judged measure, frozen before the start in `baseline`
 * @param others untouched touchpoints with the same metric and wording, over the same days as `own`
 * @returns null where nobody had answered before the start
 */
export function verdictOf({
  baseline,
  startedOn,
  effectiveOn,
  span,
  own,
  others,
  minimumN,
}: {
  baseline: Baseline;
  startedOn: string;
  effectiveOn: string;
  span: { from: string; to: string };
  own: readonly Tally[];
  others: readonly DailyCounts[];
  minimumN: number;
}): Verdict | null {
  const { judged, worth } = baseline;
  const frozen = baseline.measures.find(
    (one) => one.metric === judged?.metric && one.wording === judged.wording,
  );
  if (!judged || !frozen || worth === null) return null;
  const metric = METRICS[judged.metric];
  const range = metric.domain[1] - metric.domain[0];
  const startsAt = daysBetween(span.from, startedOn);
  const feltAt = daysBetween(span.from, effectiveOn);
  const enough = (tally: Tally) => tallyCount(tally) >= Math.max(2, minimumN);
  const pool = (days: readonly Tally[]) => addTallies(emptyTally(metric.scale), ...days);
  const after = pool(own.slice(feltAt));
  const usable = others.filter(
    ({ days }) => enough(pool(days.slice(0, startsAt))) && enough(pool(days.slice(feltAt))),
  );
  const placeboFailed = failsBefore(
    [own, ...usable.map(({ days }) => days)].map((days) => {
      const half = Math.floor(startsAt / 2);
      const [first, second] = [pool(days.slice(0, half)), pool(days.slice(half, startsAt))];
      return enough(first) && enough(second) ? changeBetween(metric, first, second) : null;
    }),
    range,
  );
  const compared = placeboFailed ? [] : usable;
  const looks = enough(frozen.tally)
    ? looksOf(
        metric,
        { before: frozen.tally, days: own.slice(feltAt) },
        compared.map(({ days }) => ({ before: pool(days.slice(0, startsAt)), days: days.slice(feltAt) })),
        enough,
      )
    : [];
  const changes = looks.map(({ day, treated, others }) => {
    const found = differenceInDifferences(treated, others, range);
    return {
      on: addDays(effectiveOn, day),
      delta: found?.effect ?? treated.after.value - treated.before.value,
      variance: found?.variance ?? treated.after.variance + treated.before.variance,
      trend: found?.trend ?? 0,
    };
  });
  const trend = changes.at(-1)?.trend ?? 0;
  const effect = readDaily(changes, worth, range);
  const lacking = (tally: Tally) => Math.max(0, Math.max(2, minimumN) - tallyCount(tally));
  return {
    kind: kindOf(effect, worth),
    ...judged,
    before: { from: baseline.from, to: baseline.to, score: frozen.score },
    after: { from: effectiveOn, to: span.to, score: metric.score(after) },
    effect,
    method: compared.length > 0 ? 'difference-in-differences' : 'before-after',
    others: compared.length > 0 ? { titles: compared.map(({ title }) => title), trend } : null,
    placeboFailed,
    worth,
    fall:
      enough(frozen.tally) && enough(after)
        ? fallOf(
            metric,
            { before: frozen.tally, after },
            compared.map(({ days }) => ({
              before: pool(days.slice(0, startsAt)),
              after: pool(days.slice(feltAt)),
            })),
          )
        : null,
    missing: lacking(frozen.tally) + lacking(after),
  };
}

type Series = { before: Tally; days: readonly Tally[] };
type Look = { day: number; treated: BeforeAfter; others: BeforeAfter[] };

/** What is known on each day since the change, of all days until then; days on which a group has too few are left out. */
function looksOf(
  metric: Metric,
  treated: Series,
  others: readonly Series[],
  enough: (tally: Tally) => boolean,
): Look[] {
  const all = [treated, ...others];
  const soFar = all.map(() => emptyTally(metric.scale));
  const looks: Look[] = [];
  treated.days.forEach((_, day) => {
    all.forEach(({ days }, at) => {
      soFar[at] = addTallies(soFar[at] as Tally, days[day] ?? emptyTally(metric.scale));
    });
    // The comparison is with the same groups at each look, else the looks would not be those of one series.
    if (!soFar.every(enough)) return;
    const [own, ...rest] = all.map(({ before }, at) => changeBetween(metric, before, soFar[at] as Tally));
    if (own) looks.push({ day, treated: own, others: rest.filter((one) => one !== null) });
  });
  return looks;
}

/**
 * Whether the touchpoint had moved apart from the others before the start: the start is put into the middle of the days
 * before, where nothing was done. Groups with too few answers there say nothing.
 */
function failsBefore([treated, ...others]: readonly (BeforeAfter | null)[], range: number): boolean {
  const known = others.filter((one) => one !== null);
  return treated ? (placeboFails(treated, known, range) ?? false) : false;
}

type Sides = { before: Tally; after: Tally };

/** How far the share of bad answers fell: Newcombe's interval by itself, else that of the difference in differences. */
function fallOf(metric: Metric, own: Sides, others: readonly Sides[]): Verdict['fall'] {
  const [before, after] = [badCounts(metric, own.before), badCounts(metric, own.after)];
  const share = (tally: Tally) => {
    const { count, n } = badCounts(metric, tally);
    const padded = (count + 0.5) / (n + 1);
    return { value: count / n, variance: (padded * (1 - padded)) / n };
  };
  const sides = (one: Sides): BeforeAfter => ({ before: share(one.before), after: share(one.after) });
  const found = differenceInDifferences(sides(own), others.map(sides), 1);
  if (found) return { value: -found.effect, low: -found.interval.high, high: -found.interval.low };
  const interval = newcombe(before, after);
  return interval && { value: before.count / before.n - after.count / after.n, ...interval };
}
