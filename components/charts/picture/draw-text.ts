import { escapedXml, rounded } from '@/lib/insights/rules/picture/xml';
import { paint } from './paint';

/** A piece of a text that stands on one line, with where it stands on the screen. */
type Piece = { text: string; rect: DOMRect };

let ruler: CanvasRenderingContext2D | null | undefined;

/** The lines of a text node as they were broken on the screen. */
export function drawText(node: Text, style: CSSStyleDeclaration, opacity: number): string[] {
  if (node.data.trim() === '') return [];
  return style.writingMode.startsWith('vertical')
    ? [upright(node, style, opacity)]
    : piecesOf(node).map((piece) => line(piece, style, opacity));
}

function line({ text, rect }: Piece, style: CSSStyleDeclaration, opacity: number): string {
  const shown = cased(text, style);
  // A program without the typeface draws another one; the length keeps it in its box.
  return `<text x="${rounded(rect.left)}" y="${rounded(rect.top + ascentOf(style, rect.height))}" ${lookOf(style, opacity)} textLength="${rounded(rect.width)}" xml:space="preserve">${escapedXml(shown)}</text>`;
}

/** The title of an axis that is read from below. */
function upright(node: Text, style: CSSStyleDeclaration, opacity: number): string {
  const { left, top, width, height } = rangeOf(node, 0, node.length).getBoundingClientRect();
  return `<text transform="translate(${rounded(left + width / 2)} ${rounded(top + height / 2)}) rotate(-90)" text-anchor="middle" dominant-baseline="central" ${lookOf(style, opacity)}>${escapedXml(cased(node.data.trim(), style))}</text>`;
}

function lookOf(style: CSSStyleDeclaration, opacity: number): string {
  const { fontSize, fontWeight, fontStyle, fontVariantNumeric, color } = style;
  return [
    `font-size="${Number.parseFloat(fontSize)}" font-weight="${fontWeight}"`,
    fontStyle === 'normal' ? '' : ` font-style="${fontStyle}"`,
    fontVariantNumeric === 'normal' ? '' : ` style="font-variant-numeric:${fontVariantNumeric}"`,
    ` ${paint('fill', color, opacity)}`,
  ].join('');
}

const cased = (text: string, { textTransform }: CSSStyleDeclaration): string =>
  textTransform === 'uppercase' ? text.toUpperCase() : text;

function piecesOf(node: Text): Piece[] {
  const pieces: Piece[] = [];
  let start = 0;
  let top: number | null = null;
  const end = (at: number) => {
    const text = node.data.slice(start, at).replace(/\s+/g, ' ');
    const rect = rangeOf(node, start, at).getBoundingClientRect();
    if (text.trim() !== '' && rect.width > 0) pieces.push({ text, rect });
  };
  for (let at = 0; at < node.length; at += 1) {
    const rect = rangeOf(node, at, at + 1).getClientRects()[0];
    // Blanks at which a line was broken have no place of their own.
    if (!rect || rect.width === 0) continue;
    if (top !== null && Math.abs(rect.top - top) > rect.height / 2) {
      end(at);
      start = at;
    }
    top = rect.top;
  }
  end(node.length);
  return pieces;
}

function rangeOf(node: Text, from: number, to: number): Range {
  const range = document.createRange();
  range.setStart(node, from);
  range.setEnd(node, to);
  return range;
}

/** How far below the upper edge of its box a text stands. */
function ascentOf({ fontSize, fontWeight, fontFamily }: CSSStyleDeclaration, height: number): number {
  ruler ??= document.createElement('canvas').getContext('2d');
  if (!ruler) return height * 0.8;
  ruler.font = `${fontWeight} ${fontSize} ${fontFamily}`;
  const { fontBoundingBoxAscent: ascent, fontBoundingBoxDescent: descent } = ruler.measureText('x');
  return (height - ascent - descent) / 2 + ascent;
}
