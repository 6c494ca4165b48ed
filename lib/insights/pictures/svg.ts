import type { Item, Scene } from '../rules/picture/scene';
import { escapedXml, rounded } from '../rules/picture/xml';
import { embeddedFaces } from './fonts';

/** A picture as an SVG document that looks the same everywhere: it carries its typeface with it. */
export function svgOf({ title, description, language, width, height, items }: Scene): string {
  const texts = items.flatMap((item) => (item.kind === 'text' ? [item] : []));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="t d" lang="${language}" font-family="Inter, system-ui, sans-serif">`,
    `<title id="t">${escapedXml(title)}</title><desc id="d">${escapedXml(description)}</desc>`,
    `<style>${embeddedFaces(texts)}</style>`,
    ...items.map(element),
    '</svg>\n',
  ].join('\n');
}

function element(item: Item): string {
  switch (item.kind) {
    case 'rect':
      return `<rect x="${rounded(item.x)}" y="${rounded(item.y)}" width="${rounded(item.width)}" height="${rounded(item.height)}" rx="${item.radius}" ${paint(item)}/>`;
    case 'circle':
      return `<circle cx="${rounded(item.x)}" cy="${rounded(item.y)}" r="${item.r}" ${paint(item)} stroke-width="1.5"/>`;
    case 'path':
      return `<path transform="translate(${rounded(item.x)} ${rounded(item.y)})" d="${item.d}" ${paint(item)} stroke-width="${item.width}" stroke-linejoin="round"${item.opacity < 1 ? ` opacity="${item.opacity}"` : ''}/>`;
    case 'text':
      // A viewer without the typeface draws another one; the length keeps it in its box.
      return `<text x="${rounded(item.x)}" y="${rounded(item.y)}" font-size="${item.size}" font-weight="${item.weight}" fill="${item.ink}" textLength="${rounded(item.width)}" xml:space="preserve">${escapedXml(item.text)}</text>`;
  }
}

function paint({
  fill,
  stroke,
  dashed,
}: {
  fill: string | null;
  stroke: string | null;
  dashed: boolean;
}): string {
  const dash = dashed ? ' stroke-dasharray="4 3"' : '';
  return `fill="${fill ?? 'none'}"${stroke ? ` stroke="${stroke}"${dash}` : ''}`;
}
