import type { Item, Scene, Tag } from '../rules/picture/scene';
import { fontName, LACKING, newDocument, runsOf } from './fonts';

/** `fit`: each page as large as its picture. Else the picture as large as it fits: A3 lying, A4 standing or lying. */
export type Paper = 'fit' | 'a3' | 'a4' | 'a4-lying';

/** Points of a CSS pixel. */
const POINTS = 0.75;
/** The longest side that readers of PDF take, in points. */
const LONGEST = 14_400;
/** Sizes of paper and the margins that printers leave, in points. A sheet for A4 has its margins itself. */
const PAPERS: Readonly<Record<Exclude<Paper, 'fit'>, { size: [number, number]; margin: number }>> = {
  a3: { size: [1190.55, 841.89], margin: 24 },
  a4: { size: [595.28, 841.89], margin: 0 },
  'a4-lying': { size: [841.89, 595.28], margin: 0 },
};

/** Pictures as a PDF document of vectors and real text, one a page. */
export function pdfOf(scenes: readonly Scene[], paper: Paper): Promise<Uint8Array> {
  const first = scenes[0];
  if (!first) throw new RangeError('a document needs at least one picture');
  const { title, description, language } = first;
  const document = newDocument(pageOf(first, paper).size, { title, subject: description, language });
  const root = document.struct('Document');
  document.addStructure(root);
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
    if (ground?.kind === 'rect' && ground.fill) {
      document.markContent('Artifact');
      document.rect(0, 0, ...size).fill(ground.fill);
      document.endMarkedContent();
    }
    document.save().translate(x, y).scale(scale);
    drawTagged(document, root, scene);
    document.restore();
  });
  root.end();
  document.end();
  return written;
}

type Structure = ReturnType<PDFKit.PDFDocument['struct']>;

/** Draws a scene in its order, and says what is read of it and as what. Without tags all of it is one figure. */
function drawTagged(document: PDFKit.PDFDocument, root: Structure, scene: Scene): void {
  if (!scene.tags) {
    const content = document.markStructureContent('Figure');
    for (const item of scene.items) draw(document, item);
    document.endMarkedContent();
    root.add(document.struct('Figure', { alt: scene.description }, [content]));
    return;
  }
  const group = groups(document, root);
  let drawn = 0;
  const untold = (to: number) => {
    if (drawn >= to) return;
    document.markContent('Artifact');
    for (const item of scene.items.slice(drawn, to)) draw(document, item);
    document.endMarkedContent();
    drawn = to;
  };
  for (const tag of scene.tags) {
    untold(tag.from);
    const content = document.markStructureContent(tag.role);
    for (const item of scene.items.slice(tag.from, tag.to)) draw(document, item);
    document.endMarkedContent();
    drawn = tag.to;
    const own =
      tag.role === 'LI'
        ? document.struct('LI', {}, [document.struct('LBody', {}, [content])])
        : document.struct(tag.role, {}, [content]);
    group(tag).add(own);
  }
  untold(scene.items.length);
}

/** Where the next tag belongs: lines that follow each other into one list, rows into one table. */
function groups(document: PDFKit.PDFDocument, root: Structure): (tag: Tag) => Structure {
  let before: Tag | null = null;
  let outer = root;
  let inner = root;
  return (tag) => {
    const kind = tag.role === 'LI' ? 'L' : tag.row === null ? null : 'Table';
    const goesOn =
      before !== null &&
      (before.role === 'LI') === (kind === 'L') &&
      (before.row === null) === (tag.row === null);
    if (kind === null) inner = root;
    else {
      if (!goesOn || outer === root) {
        outer = document.struct(kind);
        root.add(outer);
        inner = outer;
      }
      if (kind === 'Table' && (!goesOn || before?.row !== tag.row)) {
        inner = document.struct('TR');
        outer.add(inner);
      }
    }
    if (kind === null) outer = root;
    before = tag;
    return inner;
  };
}

function pageOf(
  { width, height }: Scene,
  paper: Paper,
): { size: [number, number]; scale: number; x: number; y: number } {
  if (paper === 'fit') {
    const scale = Math.min(POINTS, LONGEST / Math.max(width, height));
    return { size: [width * scale, height * scale], scale, x: 0, y: 0 };
  }
  const { size, margin } = PAPERS[paper];
  const scale = Math.min((size[0] - 2 * margin) / width, (size[1] - 2 * margin) / height);
  return { size, scale, x: (size[0] - width * scale) / 2, y: margin };
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
        if (font === null && /^█+$/.test(text)) {
          // What was blacked out is a bar, which the typeface does not have.
          const width = item.size * text.length;
          document.rect(x, item.y - item.size * 0.78, width, item.size).fill(item.ink);
          x += width;
          continue;
        }
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
