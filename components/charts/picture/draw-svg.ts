import { rounded } from '@/lib/insights/rules/picture/xml';
import { paint } from './paint';

/** How a part of an SVG looks, by the names that stand both in styles and in attributes. */
const LOOKS = [
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'vector-effect',
  'text-anchor',
  'font-size',
  'font-weight',
] as const;
const USUAL: Readonly<Record<(typeof LOOKS)[number], string>> = {
  'stroke-width': '1px',
  'stroke-dasharray': 'none',
  'stroke-linecap': 'butt',
  'stroke-linejoin': 'miter',
  'vector-effect': 'none',
  'text-anchor': 'start',
  'font-size': '',
  'font-weight': '',
};
const KEPT = new Set(
  'x y x1 y1 x2 y2 cx cy r rx ry d points width height dx dy transform viewBox preserveAspectRatio id clip-path'.split(
    ' ',
  ),
);

/** An SVG of the page where it stands, with everything that its styles say written into it. */
export function drawSvg(svg: SVGSVGElement, opacity: number): { items: string[]; texts: string[] } {
  const { left, top, width, height } = svg.getBoundingClientRect();
  if (width === 0 || height === 0) return { items: [], texts: [] };
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const texts: string[] = [];
  const originals = [svg, ...svg.querySelectorAll('*')];
  [copy, ...copy.querySelectorAll('*')].forEach((element, at) => {
    const original = originals[at];
    if (original) dress(element, original);
    if (original?.tagName === 'text') texts.push(original.textContent ?? '');
  });
  const places = { x: left, y: top, width, height };
  for (const [name, value] of Object.entries(places)) copy.setAttribute(name, String(rounded(value)));
  copy.setAttribute('overflow', getComputedStyle(svg).overflowX);
  const text = new XMLSerializer().serializeToString(copy);
  return { items: [opacity === 1 ? text : `<g opacity="${rounded(opacity)}">${text}</g>`], texts };
}

function dress(element: Element, original: Element): void {
  const style = getComputedStyle(original);
  for (const { name } of [...element.attributes]) {
    if (!KEPT.has(name) && name !== 'xmlns') element.removeAttribute(name);
  }
  if (style.display === 'none') element.setAttribute('display', 'none');
  for (const part of ['fill', 'stroke'] as const) {
    const opacity = Number(style.getPropertyValue(`${part}-opacity`));
    const attributes = paint(part, style.getPropertyValue(part), opacity).matchAll(/([\w-]+)="([^"]*)"/g);
    for (const [, name = '', value = ''] of attributes) element.setAttribute(name, value);
  }
  for (const name of LOOKS) {
    const value = style.getPropertyValue(name);
    if (value !== '' && value !== USUAL[name]) element.setAttribute(name, value.replace(/px/g, ''));
  }
  if (style.opacity !== '1') element.setAttribute('opacity', style.opacity);
}
