import { csvLine } from '../../../journey/rules/exchange/csv-cells';
import { cellText, type Table } from './table';

/** A table as CSV (RFC 4180), in UTF-8 with the mark by which spreadsheets know it. */
export async function* csvOf({ columns, pages }: Table): AsyncGenerator<string> {
  yield `\uFEFF${csvLine(columns)}\r\n`;
  for await (const page of pages) {
    if (page.length > 0) yield `${page.map((cells) => csvLine(cells.map(cellText))).join('\r\n')}\r\n`;
  }
}

/** A table as JSON lines: an object per line with a member for each column, texts as they were given. */
export async function* jsonLinesOf({ columns, pages }: Table): AsyncGenerator<string> {
  for await (const page of pages) {
    if (page.length === 0) continue;
    const lines = page.map((cells) =>
      JSON.stringify(Object.fromEntries(columns.map((column, place) => [column, cells[place] ?? null]))),
    );
    yield `${lines.join('\n')}\n`;
  }
}
