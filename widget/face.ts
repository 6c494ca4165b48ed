import { type Branch, element } from './tree';

/** Two eyes and a mouth, from awful (−2) to great (2), for a box of 36 × 36; the style sheet draws the head. */
export const facePath = (feeling: number): string =>
  `M10 11h3v4h-3zM19 11h3v4h-3zM8 ${22 - feeling}q8 ${feeling * 5} 16 0q-8 ${feeling * 5 - 4}-16 0`;

/** A drawn face; decoration only, its label is printed beside it. */
export function face(feeling: number): Branch {
  return element('svg', { 'aria-hidden': 'true' }, element('path', { d: facePath(feeling) }));
}
