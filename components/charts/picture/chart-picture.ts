import { INKS, type Weight } from '@/lib/insights/rules/picture/scene';
import { textLines } from '@/lib/insights/rules/picture/text-lines';
import { escapedXml, rounded } from '@/lib/insights/rules/picture/xml';
import { type Drawing, drawElement } from './draw-element';
import { embeddedFaces, PICTURE_FACE } from './faces';
import { inLightDress } from './light-dress';

/** What has to stand with a chart that is looked at without its page. */
export type PictureWords = {
  title: string;
  /** Under the title: what the numbers are of. */
  lines: string[];
  /** Under the chart: how it was counted, where it comes from. */
  notes: string[];
};

const MARGIN = 24;
/** A picture of a chart on a telephone still has room for its words. */
const LEAST_WIDTH = 420;

type Line = { text: string; size: number; weight: Weight; ink: string; height: number };

/**
 * A chart as it is laid out on the screen, as an SVG document that looks the same everywhere: on white paper, with its
 * title, what it is of, and its typeface.
 */
export async function chartPicture(chart: HTMLElement, words: PictureWords): Promise<string> {
  const drawing = inLightDress(chart, () => drawElement(chart));
  const inner = Math.max(LEAST_WIDTH, Math.ceil(drawing.right - drawing.left));
  const measure = rulerOf(chart);
  const set = (text: string, size: number, weight: Weight, ink: string, height: number): Line[] =>
    textLines(text, inner, size, weight, 12, measure).map((line) => ({
      text: line,
      size,
      weight,
      ink,
      height,
    }));
  const head = [
    ...set(words.title, 17, 600, INKS.ink, 23),
    ...words.lines.flatMap((line) => set(line, 12, 400, INKS.soft, 17)),
  ];
  const foot = words.notes.flatMap((note) => set(note, 11, 400, INKS.soft, 15));
  const headHeight = heightOf(head);
  const chartTop = MARGIN + headHeight + 14;
  const chartHeight = Math.ceil(drawing.bottom - drawing.top);
  const footTop = chartTop + chartHeight + (foot.length > 0 ? 14 : 0);
  const [width, height] = [inner + 2 * MARGIN, footTop + heightOf(foot) + MARGIN];
  const faces = await embeddedFaces([...drawing.texts, ...[...head, ...foot].map(({ text }) => text)]);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="t d" font-family="${PICTURE_FACE}, system-ui, sans-serif">`,
    `<title id="t">${escapedXml(words.title)}</title><desc id="d">${escapedXml([...words.lines, ...words.notes].join(' · '))}</desc>`,
    `<style>${faces}</style>`,
    `<rect width="${width}" height="${height}" fill="${INKS.panel}"/>`,
    ...written(head, MARGIN),
    placed(drawing, chartTop),
    ...written(foot, footTop),
    '</svg>\n',
  ].join('\n');
}

const placed = ({ left, top, items }: Drawing, y: number): string =>
  `<g transform="translate(${rounded(MARGIN - left)} ${rounded(y - top)})">\n${items.join('\n')}\n</g>`;

const heightOf = (lines: readonly Line[]): number => lines.reduce((sum, { height }) => sum + height, 0);

function written(lines: readonly Line[], top: number): string[] {
  let y = top;
  return lines.map(({ text, size, weight, ink, height }) => {
    y += height;
    return `<text x="${MARGIN}" y="${rounded(y - (height - size) / 2 - size * 0.12)}" font-size="${size}" font-weight="${weight}" fill="${ink}" xml:space="preserve">${escapedXml(text)}</text>`;
  });
}

function rulerOf(chart: HTMLElement): (text: string, size: number, weight: Weight) => number {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) throw new Error('this browser draws no pictures');
  const { fontFamily } = getComputedStyle(chart);
  return (text, size, weight) => {
    context.font = `${weight} ${size}px ${fontFamily}`;
    return context.measureText(text).width;
  };
}
