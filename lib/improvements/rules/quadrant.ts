import { msg } from '../../translate';

export const QUADRANTS = ['quick', 'big', 'maybe', 'sink'] as const;
export type Quadrant = (typeof QUADRANTS)[number];

export const QUADRANT_LABELS: Readonly<Record<Quadrant, string>> = {
  quick: msg('Quick wins'),
  big: msg('Big bets'),
  maybe: msg('Maybes'),
  sink: msg('Time sinks'),
};

/** Up to this effort a thing is little work. */
const LITTLE_WORK = 2;

/**
 * Where on the matrix a worth stands, 0–1: the median is at one half, the most at 1.
 *
 * @param worths all that are drawn, none below 0
 */
export function heightBetween(worths: readonly number[]): (worth: number) => number {
  const sorted = [...worths].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  const median = sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
  const most = sorted.at(-1) ?? 0;
  return (worth) => {
    if (worth <= median) return median > 0 ? (0.5 * worth) / median : 0.5;
    return 0.5 + (0.5 * (worth - median)) / (most - median);
  };
}

/**
 * The zone of the matrix of effort and worth: worth much at little work is a quick win.
 *
 * @param effort 1–5
 * @param height 0–1, the place between the least and the most worth on the matrix
 */
export function quadrantOf(effort: number, height: number): Quadrant {
  const little = effort <= LITTLE_WORK;
  if (height >= 0.5) return little ? 'quick' : 'big';
  return little ? 'maybe' : 'sink';
}
