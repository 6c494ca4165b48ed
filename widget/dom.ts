import { faceText } from './face';
import { fill, type Known } from './pipes';
import type { Card, Make } from './shown';

/**
 * Makes a card with nothing that a strict CSP or Trusted Types would stop. `known` fills `{contact.…|otherwise}` in texts,
 * where the variant has them.
 */
export function drawn(card: Card, known?: Known): ReturnType<Card> {
  const make: Make = (tag, properties, ...children) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...(variant.pipes ? children.map((child) => fill(child, known)) : children));
    return element;
  };
  return card(make, (type, name, points) =>
    points.split('\n').map((line) => {
      const [value, text, ariaLabel] = line.split('\t') as [string, string, string];
      const span = make('span', 0, text);
      if (variant.emotion && name === 'score')
        span.prepend(make('i', { ariaHidden: 'true' }, faceText(+value)));
      return make(
        'label',
        0,
        make('input', variant.emotion ? { type, name, value } : { type, name, value, ariaLabel }),
        span,
      );
    }),
  );
}
