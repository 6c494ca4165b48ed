/** What the typeface is called in a picture, which a program may have by itself. */
export const PICTURE_FACE = 'Inter';

/** The typeface of the page as a style sheet that carries its files, only the parts that the texts need. */
export async function embeddedFaces(texts: readonly string[]): Promise<string> {
  const signs = [...new Set(texts.join(''))].map((sign) => sign.codePointAt(0) ?? 0);
  const families = getComputedStyle(document.body).fontFamily.split(',').map(bare);
  const faces = fontFaces().filter(
    ({ family, range }) =>
      families.includes(family) && (range === '' || signs.some((sign) => isWithin(range, sign))),
  );
  const written = await Promise.all(
    faces.map(async ({ address, range, weight }) => {
      const only = range === '' ? '' : `unicode-range:${range};`;
      return `@font-face{font-family:${PICTURE_FACE};font-weight:${weight};${only}src:url(${await dataOf(address)}) format("woff2")}`;
    }),
  );
  return written.join('');
}

type Face = { family: string; address: string; range: string; weight: string };

function fontFaces(): Face[] {
  const faces: Face[] = [];
  for (const sheet of document.styleSheets) {
    if (sheet.href !== null && new URL(sheet.href).origin !== location.origin) continue;
    for (const rule of sheet.cssRules) {
      if (!(rule instanceof CSSFontFaceRule)) continue;
      const path = /url\("?([^")]+\.woff2[^")]*)"?\)/.exec(rule.style.getPropertyValue('src'))?.[1];
      if (path === undefined) continue;
      faces.push({
        family: bare(rule.style.getPropertyValue('font-family')),
        address: new URL(path, sheet.href ?? location.href).href,
        range: rule.style.getPropertyValue('unicode-range'),
        weight: rule.style.getPropertyValue('font-weight') || '400',
      });
    }
  }
  return faces;
}

const bare = (family: string): string => family.trim().replace(/^["']|["']$/g, '');

/** Whether a sign is in a range such as `U+100-2BA, U+2BD`. */
const isWithin = (range: string, sign: number): boolean =>
  range.split(',').some((part) => {
    const [from = '', to = from] = part.trim().slice(2).split('-');
    return sign >= Number.parseInt(from, 16) && sign <= Number.parseInt(to, 16);
  });

async function dataOf(address: string): Promise<string> {
  const reply = await fetch(address);
  if (!reply.ok) throw new Error(`the typeface was answered with ${reply.status}`);
  const blob = await reply.blob();
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(`data:font/woff2;base64,${String(reader.result).split(',')[1]}`);
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
}
