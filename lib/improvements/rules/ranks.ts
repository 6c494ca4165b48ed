import { drawBeta, drawNormal } from '../../statistics/draws';
import { Z95 } from '../../statistics/normal';
import type { Random } from '../../statistics/random';
import { seedOf } from '../../statistics/random';
import { rankRanges } from '../../statistics/rank-ranges';
import type { ImprovementView, Priority, PriorityRank } from '../model';
import { opportunityScore } from './priority';
import { isOpen } from './state';

export type Ranked = Pick<ImprovementView, 'id' | 'state' | 'lineageIds' | 'priority' | 'value'>;

/** Where each open improvement can stand by its priority and by what it is worth. */
export type Ranks = { priority: ReadonlyMap<string, PriorityRank>; value: ReadonlyMap<string, PriorityRank> };

/** The first few, of which the chance to be among them is told. */
const TOP = 3;

/** Half the step of a 1–5 scale on 0–10: whoever said 4 may have meant anything from 3.5 to 4.5. */
const HALF_STEP = 1;

/**
 * Ranks the open improvements by draws of what is known of them: satisfied and bad shares from Beta(x + ½, n − x + ½),
 * a measured importance from its interval, one that the team gave on the map within half a step, and what nobody knows
 * from the whole scale. What was typed in, reach, confidence and effort are taken as they are. Improvements that rest on
 * the same answers get the same draw. The same improvements always get the same ranks.
 */
export function ranksOf(improvements: readonly Ranked[]): Ranks {
  const open = improvements.filter(isOpen).sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    priority: ranked(open, (one, shared) => drawPriority(one, shared)),
    value: ranked(
      open.filter(({ value }) => value !== null),
      (one, shared) => drawValue(one, shared),
    ),
  };
}

/** Draws once in each round what the same key stands for. */
type Shared = (key: string, draw: (random: Random) => number) => number;

function ranked(
  improvements: readonly Ranked[],
  draw: (one: Ranked, shared: Shared) => number,
): Map<string, PriorityRank> {
  if (improvements.length < 2) return new Map();
  const drawn = new Map<string, number>();
  const { ranges } = rankRanges(
    improvements.map((one) => ({
      draw: (random: Random) =>
        draw(one, (key, make) => {
          const known = drawn.get(key) ?? make(random);
          drawn.set(key, known);
          return known;
        }),
    })),
    { seed: seedOf(improvements.map(({ id }) => id).join(' ')), highest: TOP, begin: () => drawn.clear() },
  );
  return new Map(
    improvements.map(({ id }, at) => {
      const { best, worst, amongHighest } = ranges[at] as (typeof ranges)[number];
      return [id, { best, worst, of: improvements.length, top: amongHighest }];
    }),
  );
}

function drawPriority({ id, lineageIds, priority }: Ranked, shared: Shared): number {
  const { satisfied, satisfaction, reach, confidence, effort } = priority;
  const place = lineageIds.join(' ') || id;
  const importance = shared(
    `importance ${place} ${priority.importance.origin} ${priority.importance.value}`,
    (random) => drawImportance(priority, random),
  );
  const content = satisfied
    ? 10 *
      shared(`satisfied ${satisfied.key}`, (random) =>
        drawBeta(random, satisfied.count + 0.5, satisfied.n - satisfied.count + 0.5),
      )
    : satisfaction.origin === 'given'
      ? satisfaction.value
      : shared(`satisfaction ${place}`, (random) => 10 * random());
  return (opportunityScore(importance, content) * reach.value * confidence.value) / effort.value;
}

function drawImportance({ importance, measured }: Priority, random: Random): number {
  const within = (value: number) => Math.min(10, Math.max(0, value));
  if (importance.origin === 'given') return importance.value;
  if (importance.origin === 'found') return within(importance.value + HALF_STEP * (2 * random() - 1));
  if (importance.origin === 'measured' && measured !== null) {
    const spread = (measured.high - measured.low) / (2 * Z95);
    return within(measured.value + spread * drawNormal(random));
  }
  return 2 + 8 * random();
}

function drawValue({ id, lineageIds, value }: Ranked, shared: Shared): number {
  if (value === null) return 0;
  const { badShare, target, high } = value;
  const room = badShare.high - target.value;
  if (!(room > 0)) return 0;
  const bad = shared(`bad ${lineageIds.join(' ') || id} ${badShare.count} ${badShare.n}`, (random) =>
    drawBeta(random, badShare.count + 0.5, badShare.n - badShare.count + 0.5),
  );
  return (high.yearValue / room) * Math.max(0, bad - target.value);
}
