import type { Measure, Weight } from './scene';

/**
 * A text in lines that are no wider than the box. A word that is too long is broken; what does not fit into the lines
 * ends with '…'.
 */
export function textLines(
  text: string,
  width: number,
  size: number,
  weight: Weight,
  most: number,
  measure: Measure,
): string[] {
  const fits = (line: string) => measure(line, size, weight) <= width;
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter((one) => one !== '')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (fits(longer)) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    line = word;
    while (!fits(line)) {
      const part = longestThatFits(line, fits);
      lines.push(part);
      line = line.slice(part.length);
    }
    if (lines.length > most) break;
  }
  if (line !== '') lines.push(line);
  if (lines.length <= most) return lines;
  const kept = lines.slice(0, most);
  let last = kept[most - 1] ?? '';
  while (last !== '' && !fits(`${last}…`)) last = [...last].slice(0, -1).join('').trimEnd();
  return [...kept.slice(0, -1), `${last}…`];
}

function longestThatFits(word: string, fits: (part: string) => boolean): string {
  const signs = [...word];
  let count = 1;
  while (count < signs.length && fits(signs.slice(0, count + 1).join(''))) count += 1;
  return signs.slice(0, count).join('');
}
