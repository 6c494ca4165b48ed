import { facePath } from './face';

type Known = Readonly<Record<string, string>>;
type Properties = Readonly<Record<string, string | number>>;
type Make = (tag: string, properties?: Properties | 0, ...children: (Node | string)[]) => HTMLElement;

/**
 * Makes one element from properties, with nothing that a strict CSP or Trusted Types would stop. `known` fills
 * `{contact.…|otherwise}` in texts, where the variant has them.
 */
export const maker =
  (known?: Known): Make =>
  (tag, properties, ...children) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...(variant.pipes ? children.map((child) => fill(child, known)) : children));
    return element;
  };

const fill = (child: Node | string, known?: Known) =>
  typeof child === 'string'
    ? child.replace(
        /\{contact\.([^{}|]+)\|?([^{}]*)\}/g,
        (_, name: string, otherwise: string) => known?.[name]?.trim() || otherwise,
      )
    : child;

/**
 * Makes the boxes or points of one field, each a label with its input and name; see `choice` in view.ts. `points` are
 * lines of value and name, and, where it is longer than what is printed, its full name.
 */
export const chooser =
  (make: Make) =>
  (type: string, name: string, points: string): HTMLElement[] =>
    points.split('\n').map((line) => {
      const [value, text, ariaLabel] = line.split('\t') as [string, string, string];
      const span = make('span', 0, text);
      if (variant.emotion && name === 'score') {
        const [svg, path] = ['svg', 'path'].map((tag) =>
          document.createElementNS('http://www.w3.org/2000/svg', tag),
        ) as unknown as [Element, Element];
        path.setAttribute('d', facePath(+value));
        svg.append(path);
        span.prepend(svg);
      }
      return make(
        'label',
        0,
        make('input', variant.emotion ? { type, name, value } : { type, name, value, ariaLabel }),
        span,
      );
    });
