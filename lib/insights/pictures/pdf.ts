import type { Item, Scene } from '../rules/picture/scene';
import { fontName, LACKING, newDocument, runsOf } from './fonts';

/** `fit`: each page as large as its picture. `a3`: A3, lying, the picture as large as it fits. */
export type Paper = 'fit' | 'a3';

/** Points of a CSS pixel. */
const POINTS = 0.75;
/** The longest side that readers of PDF take, in points. */
const LONGEST = 14_400;
const A3: [number, number] = [1190.55, 841.89];
const A3_MARGIN = 24;

/** Pictures as a PDF document of vectors and real text, one a page. */
export function pdfOf(scenes: readonly Scene[], paper: Paper): Promise<Uint8Array> {
  const first = scenes[0];
  if (!first) throw new RangeError('a document needs at least one picture');
  const document = newDocument(pageOf(first, paper).size, { title: first.title, subject: first.description });
  const parts: Uint8Array[] = [];
  document.on('data', (part: Uint8Array) => parts.push(part));
  const written = new Promise<Uint8Array>((resolve, reject) => {
    document.on('end', () => resolve(Buffer.concat(parts)));
    document.on('error', reject);
  });
  scenes.forEach((scene, index) => {
    const { size, scale, x, y } = pageOf(scene, paper);
    if (index > 0) document.addPage({ size, margin: 0 });
    const ground = scene.items[0];
    // The paper has the colour of the picture's ground up to its edges.
    if (ground?.kind === 'rect' && ground.fill) document.rect(0, 0, ...size).fill(ground.fill);
    document.save().translate(x, y).scale(scale);
    for (const item of scene.items) draw(document, item);
    document.restore();
  });
  document.end();
  return written;
}

function pageOf(
  { width, height }: Scene,
  paper: Paper,
): { size: [number, number]; scale: number; x: number; y: number } {
  if (paper === 'fit') {
    const scale = Math.min(POINTS, LONGEST / Math.max(width, height));
    return { size: [width * scale, height * scale], scale, x: 0, y: 0 };
  }
  const scale = Math.min((A3[0] - 2 * A3_MARGIN) / width, (A3[1] - 2 * A3_MARGIN) / height);
  return { size: A3, scale, x: (A3[0] - width * scale) / 2, y: A3_MARGIN };
}

function draw(document: PDFKit.PDFDocument, item: Item): void {
  document.save();
  switch (item.kind) {
    case 'rect':
      document.roundedRect(item.x, item.y, item.width, item.height, item.radius);
      paint(document, item, 1);
      break;
    case 'circle':
      document.circle(item.x, item.y, item.r);
      paint(document, item, 1.5);
      break;
    case 'path':
      document.translate(item.x, item.y).opacity(item.opacity).path(item.d);
      paint(document, item, item.width);
      break;
    case 'text': {
      let x = item.x;
      document.fillColor(item.ink);
      for (const { font, text } of runsOf(item.text)) {
        const shown = font ? text : LACKING.repeat([...text].length);
        document.font(fontName(font, item.weight)).fontSize(item.size);
        document.text(shown, x, item.y, { lineBreak: false, baseline: 'alphabetic' });
        x += font ? document.widthOfString(shown) : item.size * [...text].length;
      }
    }
  }
  document.restore();
}

function paint(
  document: PDFKit.PDFDocument,
  { fill, stroke, dashed }: { fill: string | null; stroke: string | null; dashed: boolean },
  width: number,
): void {
  document.lineWidth(width).lineJoin('round');
  if (dashed) document.dash(4, { space: 3 });
  if (fill && stroke) document.fillAndStroke(fill, stroke);
  else if (fill) document.fill(fill);
  else if (stroke) document.stroke(stroke);
}
