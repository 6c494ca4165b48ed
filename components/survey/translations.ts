import type { SurveyContent } from '@/lib/survey/model/content';
import { LANGUAGES, type Language } from '@/lib/survey/model/language';
import { type TextPath, textAt, textPaths } from '@/lib/survey/rules/changes';
import { withText } from './content-edits';

/** The most that one text of a kind may hold, as the model has it. */
export function mostOf(path: TextPath): number {
  if (path === 'topic') return 120;
  if (path.startsWith('reasons.')) return 40;
  return path.startsWith('link.') ? 60 : 200;
}

/**
 * All that the author wrote, as a table for translators: a column that names the text, then one per offered language, the
 * first one first (RFC 4180, UTF-8). A text that a spreadsheet would read as a formula is kept from it by an apostrophe.
 */
export function translationsCsv(content: SurveyContent, hasTopic: boolean): string {
  const cell = (text: string) => `"${(/^[=+\-@\t]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
  const row = (cells: readonly string[]) => `${cells.map(cell).join(',')}\r\n`;
  return [
    row(['text', ...content.languages]),
    ...textPaths(content)
      .filter((path) => hasTopic || path !== 'topic')
      .map((path) => row([path, ...content.languages.map((tag) => textAt(content.texts[tag], path))])),
  ].join('');
}

/** What a file of translations would change, or why it cannot be read. */
export type Translated =
  | { content: SurveyContent; texts: number; languages: Language[]; added: Language[] }
  | { refusal: 'no table' | 'no language' | 'too long'; where: string };

/**
 * The content with the texts of such a table put in: rows and columns may be missing or stand in any order, an empty cell
 * changes nothing, a new line is a space, and a known language that is not offered yet is offered.
 */
export function withTranslations(content: SurveyContent, csv: string, hasTopic: boolean): Translated {
  const [head, ...lines] = rowsOf(csv.replace(/^\ufeff/, ''));
  if (head?.[0]?.trim().toLowerCase() !== 'text') return { refusal: 'no table', where: head?.[0] ?? '' };
  const tags = head.slice(1).map((name) => LANGUAGES.find((tag) => tag === name.trim()));
  const languages = tags.filter((tag) => tag !== undefined);
  if (languages.length === 0) return { refusal: 'no language', where: head.slice(1).join(', ') };
  const paths = textPaths(content).filter((path) => hasTopic || path !== 'topic');
  const added = languages.filter((tag) => !content.languages.includes(tag));
  let next: SurveyContent = { ...content, languages: [...content.languages, ...added] };
  let texts = 0;
  for (const [name = '', ...cells] of lines) {
    const path = paths.find((one) => one === name.trim());
    if (!path) continue;
    for (const [column, tag] of tags.entries()) {
      const value = (cells[column] ?? '')
        .replace(/^'(?=[=+\-@\t])/, '')
        .replace(/[\r\n]+/g, ' ')
        .trim();
      if (!tag || value === '' || value === textAt(next.texts[tag], path)) continue;
      if (value.length > mostOf(path)) return { refusal: 'too long', where: `${path}, ${tag}` };
      next = withText(next, tag, path, value);
      texts += 1;
    }
  }
  return { content: next, texts, languages, added };
}

/** The rows of a table, separated by commas, semicolons or tabs: whichever the first row uses. */
function rowsOf(csv: string): string[][] {
  const first = csv.slice(0, csv.search(/[\r\n]|$/));
  const by = [',', ';', '\t'].find((one) => first.includes(one)) ?? ',';
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < csv.length; at += 1) {
    const letter = csv[at] as string;
    if (quoted) {
      if (letter !== '"') cell += letter;
      else if (csv[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (letter === '"' && cell === '') quoted = true;
    else if (letter === by) {
      row.push(cell);
      cell = '';
    } else if (letter === '\n' || letter === '\r') {
      if (letter === '\r' && csv[at + 1] === '\n') at += 1;
      rows.push([...row, cell]);
      row = [];
      cell = '';
    } else cell += letter;
  }
  if (cell !== '' || row.length > 0) rows.push([...row, cell]);
  return rows;
}
