import type { Branch } from './tree';

/** Builds a tree as DOM nodes, with nothing that a strict CSP or Trusted Types would stop. */
export function dom([tag, attributes, ...children]: Branch): HTMLElement {
  const element = document.createElementNS(
    `http://www.w3.org/${/svg|path/.test(tag) ? '2000/svg' : '1999/xhtml'}`,
    tag,
  ) as HTMLElement;
  for (const name in attributes) element.setAttribute(name, attributes[name] as string);
  element.append(...children.map((child) => (typeof child === 'string' ? child : dom(child))));
  return element;
}
