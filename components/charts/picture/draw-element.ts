import { rounded } from '@/lib/insights/rules/picture/xml';
import { drawSvg } from './draw-svg';
import { drawText } from './draw-text';
import { isVisible, paint } from './paint';

/** What is drawn of the screen, in its pixels, and how far it reaches. */
export type Drawing = {
  left: number;
  top: number;
  right: number;
  bottom: number;
  items: string[];
  texts: string[];
};

/** What belongs to a page and not to a picture: what is pressed, what is folded, what only screen readers get. */
const LEFT_OUT = 'button, input, select, textarea, form, details, script, style, .no-print, .sr-only';

/**
 * Draws what an element shows as items of an SVG: grounds, edges, texts line by line and the SVGs in it, as they are laid
 * out now. It needs no copy of the page's styles and no foreign object, so that every program for pictures reads it.
 */
export function drawElement(root: HTMLElement): Drawing {
  const { left, top, right, bottom } = root.getBoundingClientRect();
  const drawing: Drawing = { left, top, right, bottom, items: [], texts: [] };
  const scrolled = [...root.querySelectorAll<HTMLElement>('*')].filter(({ scrollLeft }) => scrollLeft > 0);
  const places = scrolled.map(({ scrollLeft }) => scrollLeft);
  for (const element of scrolled) element.scrollLeft = 0;
  draw(root, 1, drawing);
  scrolled.forEach((element, at) => {
    element.scrollLeft = places[at] ?? 0;
  });
  return drawing;
}

function draw(element: Element, above: number, drawing: Drawing): void {
  if (element.matches(LEFT_OUT)) return;
  const style = getComputedStyle(element);
  if (style.display === 'none' || style.visibility === 'hidden') return;
  const opacity = above * Number(style.opacity);
  if (opacity === 0) return;
  if (element instanceof SVGSVGElement) {
    const { items, texts } = drawSvg(element, opacity);
    drawing.items.push(...items);
    drawing.texts.push(...texts);
    return;
  }
  const box = boxOf(element, style);
  drawing.right = Math.max(drawing.right, box.left + box.width);
  drawing.items.push(...grounds(box, style, opacity));
  for (const node of element.childNodes) {
    if (node instanceof Element) draw(node, opacity, drawing);
    else if (node instanceof Text) {
      const lines = drawText(node, style, opacity);
      if (lines.length > 0) drawing.texts.push(node.data);
      drawing.items.push(...lines);
    }
  }
}

type Box = { left: number; top: number; width: number; height: number };

/** What is scrolled sideways on a narrow screen is as wide as all that it holds. */
function boxOf(element: Element, { overflowX }: CSSStyleDeclaration): Box {
  const { left, top, width, height } = element.getBoundingClientRect();
  const hidden = /auto|scroll/.test(overflowX) ? element.scrollWidth - element.clientWidth : 0;
  return { left, top, width: width + hidden, height };
}

const SIDES = ['Top', 'Right', 'Bottom', 'Left'] as const;

function grounds(box: Box, style: CSSStyleDeclaration, opacity: number): string[] {
  if (box.width === 0 && box.height === 0) return [];
  const items: string[] = [];
  const radii = ['TopLeft', 'TopRight', 'BottomRight', 'BottomLeft'].map((corner) =>
    Math.min(
      Number.parseFloat(style[`border${corner}Radius` as 'borderTopLeftRadius']) || 0,
      box.width / 2,
      box.height / 2,
    ),
  );
  if (isVisible(style.backgroundColor)) {
    items.push(`<path d="${outline(box, radii)}" ${paint('fill', style.backgroundColor, opacity)}/>`);
  }
  const edges = SIDES.map((side) => ({
    width: Number.parseFloat(style[`border${side}Width`]),
    color: style[`border${side}Color`],
    dash: style[`border${side}Style`] === 'dashed' ? ' stroke-dasharray="4 3"' : '',
  })).map((edge) => (edge.width > 0 && isVisible(edge.color) ? edge : null));
  const [first] = edges;
  const all = first && edges.every((edge) => edge?.width === first.width && edge.color === first.color);
  if (first && all) {
    const inset = first.width / 2;
    const inner = {
      left: box.left + inset,
      top: box.top + inset,
      width: box.width - first.width,
      height: box.height - first.width,
    };
    items.push(
      `<path d="${outline(inner, radii)}" fill="none" ${paint('stroke', first.color, opacity)} stroke-width="${first.width}"${first.dash}/>`,
    );
    return items;
  }
  edges.forEach((edge, at) => {
    if (!edge) return;
    const half = edge.width / 2;
    const [right, bottom] = [box.left + box.width, box.top + box.height];
    const ends = [
      [box.left, box.top + half, right, box.top + half],
      [right - half, box.top, right - half, bottom],
      [box.left, bottom - half, right, bottom - half],
      [box.left + half, box.top, box.left + half, bottom],
    ][at] as number[];
    const [x1, y1, x2, y2] = ends.map(rounded);
    items.push(
      `<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" ${paint('stroke', edge.color, opacity)} stroke-width="${edge.width}"${edge.dash}/>`,
    );
  });
  return items;
}

function outline({ left, top, width, height }: Box, radii: readonly number[]): string {
  const [a = 0, b = 0, c = 0, d = 0] = radii.map(rounded);
  const [x, y, right, bottom] = [left, top, left + width, top + height].map(rounded) as [
    number,
    number,
    number,
    number,
  ];
  const corner = (radius: number, to: string) => (radius === 0 ? '' : `A${radius} ${radius} 0 0 1 ${to}`);
  return [
    `M${rounded(x + a)} ${y}H${rounded(right - b)}`,
    corner(b, `${right} ${rounded(y + b)}`),
    `V${rounded(bottom - c)}`,
    corner(c, `${rounded(right - c)} ${bottom}`),
    `H${rounded(x + d)}`,
    corner(d, `${x} ${rounded(bottom - d)}`),
    `V${rounded(y + a)}`,
    corner(a, `${rounded(x + a)} ${y}`),
    'Z',
  ].join('');
}
