import { type Branch, element } from './tree';

/**
 * A face lying on its side, from awful (−2) to great (2); the style sheet sets it up and draws the head. The space keeps it
 * from the label where no style sheet draws anything.
 */
export const faceText = (feeling: number): string => `:${'C(|)D'[feeling + 2]} `;

/** A drawn face; decoration only, its label is printed beside it. */
export const face = (feeling: number): Branch => element('i', { 'aria-hidden': 'true' }, faceText(feeling));
