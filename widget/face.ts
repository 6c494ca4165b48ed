import { type Branch, element } from './tree';

const HEAD = 'M2 12a10 10 0 1 0 20 0a10 10 0 1 0-20 0M9 9.5v.1M15 9.5v.1';
const MOUTHS = ['M7.5 17q4.5-6 9 0', 'M8 16.5q4-3 8 0', 'M8 15.5h8', 'M8 14.5q4 3 8 0', 'M7.5 14q4.5 7 9 0z'];

/** A drawn face from worst (0) to best (4); decoration only, its label is printed beside it. */
export function face(step: number): Branch {
  return element(
    'svg',
    { viewBox: '0 0 24 24', 'aria-hidden': 'true' },
    element('path', { d: HEAD + MOUTHS[step] }),
  );
}
