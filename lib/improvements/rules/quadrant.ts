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
