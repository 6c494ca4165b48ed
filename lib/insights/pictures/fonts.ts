import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import PDFDocument from 'pdfkit';
import type { Measure, Weight } from '../rules/picture/scene';

/** The parts that the typeface comes in; the first one that has a sign draws it. */
const SUBSETS = [
  'latin',
  'latin-ext',
  'cyrillic',
  'cyrillic-ext',
  'greek',
  'greek-ext',
  'vietnamese',
] as const;
type Subset = (typeof SUBSETS)[number];

/** A piece of a text that one font draws; null: a sign that the typeface does not have. */
export type Run = { font: Subset | null; text: string };

/** What the typeface has instead of a sign that it lacks. */
export const LACKING = '\uFFFD';

const folder = () =>
  resolve(/* turbopackIgnore: true */ process.cwd(), 'node_modules/@fontsource/inter/files');

const file = (font: Subset, weight: Weight, ending: 'woff' | 'woff2') =>
  resolve(folder(), `inter-${font}-${weight}-normal.${ending}`);

/** The fonts of a document, by the names that `fontName` gives them. */
export function newDocument(
  size: [number, number],
  info: { title: string; subject: string; language: string },
): PDFKit.PDFDocument {
  const document = new PDFDocument({
    size,
    margin: 0,
    // Without a font of ours pdfkit would look for its own files.
    font: file('latin', 400, 'woff'),
    lang: info.language,
    // Whoever hears it is read the title and not the name of the file.
    displayTitle: true,
    tagged: true,
    pdfVersion: '1.7',
    info: { Title: info.title, Subject: info.subject, Creator: 'Milepost', Producer: 'Milepost' },
  });
  for (const font of SUBSETS) {
    for (const weight of [400, 600] as const) {
      document.registerFont(fontName(font, weight), file(font, weight, 'woff'));
    }
  }
  return document;
}

export const fontName = (font: Subset | null, weight: Weight): string => `${font ?? 'latin'}-${weight}`;

/** The typeface as data addresses for a style sheet, with only the parts that the texts need. */
export function embeddedFaces(texts: readonly { text: string; weight: Weight }[]): string {
  const needed = new Set<string>();
  for (const { text, weight } of texts) {
    for (const { font } of runsOf(text)) if (font) needed.add(`${font} ${weight}`);
  }
  return [...needed]
    .sort()
    .map((one) => {
      const [font, weight] = one.split(' ') as [Subset, string];
      const data = readFileSync(file(font, Number(weight) as Weight, 'woff2')).toString('base64');
      const range = [...signsOf(font)].map((sign) => `U+${sign.toString(16)}`).join(',');
      const only = font === 'latin' ? '' : `unicode-range:${range};`;
      return `@font-face{font-family:Inter;font-weight:${weight};${only}src:url(data:font/woff2;base64,${data}) format("woff2")}`;
    })
    .join('');

  /** The signs for which a part other than the first is needed. */
  function signsOf(font: Subset): Set<number> {
    const signs = new Set<number>();
    for (const { text } of texts) {
      for (const run of runsOf(text)) {
        if (run.font === font) for (const sign of run.text) signs.add(sign.codePointAt(0) ?? 0);
      }
    }
    return signs;
  }
}

/** A text in pieces that one font each can draw. */
export function runsOf(text: string): Run[] {
  const runs: Run[] = [];
  for (const sign of text) {
    const last = runs.at(-1);
    // Blanks and marks stay with what they stand behind.
    const font =
      last?.font && has(last.font, sign) ? last.font : (SUBSETS.find((one) => has(one, sign)) ?? null);
    if (last && last.font === font) last.text += sign;
    else runs.push({ font, text: sign });
  }
  return runs;
}

/** How wide a text is, without kerning; a sign that the typeface lacks is as wide as its size. */
export const measureText: Measure = (text, size, weight) => {
  let width = 0;
  for (const sign of text) width += advanceOf(sign, weight);
  return width * size;
};

/** As much as is needed of what pdfkit opens fonts with. */
type Font = {
  unitsPerEm: number;
  hasGlyphForCodePoint: (sign: number) => boolean;
  glyphForCodePoint: (sign: number) => { advanceWidth: number };
};

const MOST_KEPT = 20_000;
const fonts = new Map<string, Font>();
const advances = new Map<string, number>();
let ruler: PDFKit.PDFDocument | undefined;

function advanceOf(sign: string, weight: Weight): number {
  const key = `${weight}${sign}`;
  const known = advances.get(key);
  if (known !== undefined) return known;
  const subset = SUBSETS.find((one) => has(one, sign));
  const code = sign.codePointAt(0) ?? 0;
  const font = subset && fontOf(subset, weight);
  const advance = font ? font.glyphForCodePoint(code).advanceWidth / font.unitsPerEm : 1;
  if (advances.size > MOST_KEPT) advances.clear();
  advances.set(key, advance);
  return advance;
}

const has = (subset: Subset, sign: string): boolean =>
  fontOf(subset, 400).hasGlyphForCodePoint(sign.codePointAt(0) ?? 0);

function fontOf(subset: Subset, weight: Weight): Font {
  const name = fontName(subset, weight);
  const known = fonts.get(name);
  if (known) return known;
  // A document that is never written, for its fonts.
  ruler ??= newDocument([100, 100], { title: '', subject: '', language: 'en' });
  const opened = ruler.font(name) as unknown as { _font: { font: Font } };
  fonts.set(name, opened._font.font);
  return opened._font.font;
}
