import { type Cell, cellText, type Table } from './table';
import { type Entry, zipOf } from './zip';

/** What a sheet may hold (ECMA-376: 1,048,576 rows), and what keeps it well below the 4 GiB of an archive's file. */
const MOST_ROWS = 1_000_000;
const MOST_CHARACTERS = 1_000_000_000;

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/**
 * A table as an Excel workbook (ECMA-376, texts inline): a sheet that says what it is of, then the lines on as many sheets
 * as they need, each with the headings, which stay in sight.
 *
 * @param mostRows lines of one sheet; a page is never divided
 */
export function xlsxOf(table: Table, name: string, mostRows = MOST_ROWS): AsyncGenerator<Uint8Array> {
  return zipOf(partsOf(table, name, mostRows));
}

async function* partsOf(
  { about, columns, pages }: Table,
  name: string,
  mostRows: number,
): AsyncGenerator<Entry> {
  yield { name: '[Content_Types].xml', chunks: [CONTENT_TYPES] };
  yield { name: '_rels/.rels', chunks: [relationsOf([['officeDocument', 'xl/workbook.xml']])] };
  const source = pages[Symbol.asyncIterator]();
  try {
    let next = await source.next();
    const sheets: string[] = [];
    async function* sheet() {
      yield sheetHead(columns);
      let [lines, characters] = [0, 0];
      while (!next.done) {
        const page = next.value;
        const full = lines + page.length > mostRows || characters > MOST_CHARACTERS;
        if (full && lines > 0) break;
        const text = page.map((cells, place) => rowOf(cells, lines + place + 2)).join('');
        lines += page.length;
        characters += text.length;
        yield text;
        next = await source.next();
      }
      yield '</sheetData></worksheet>';
    }
    do {
      sheets.push(sheets.length === 0 ? name : `${name} ${sheets.length + 1}`);
      yield { name: `xl/worksheets/sheet${sheets.length}.xml`, chunks: sheet() };
    } while (!next.done);
    sheets.push('about');
    const told = about.map((cells, place) => rowOf(cells, place + 2)).join('');
    yield {
      name: `xl/worksheets/sheet${sheets.length}.xml`,
      chunks: [`${sheetHead(['what', 'value'])}${told}</sheetData></worksheet>`],
    };
    yield { name: 'xl/workbook.xml', chunks: [workbookOf(sheets)] };
    yield {
      name: 'xl/_rels/workbook.xml.rels',
      chunks: [relationsOf(sheets.map((_, place) => ['worksheet', `worksheets/sheet${place + 1}.xml`]))],
    };
  } finally {
    await source.return?.();
  }
}

function sheetHead(columns: readonly string[]): string {
  const pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';
  return `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews><sheetData>${rowOf(columns, 1)}`;
}

function rowOf(cells: readonly Cell[], row: number): string {
  const written = cells.map((cell, place) => {
    if (cell === null || cell === '') return '';
    const at = `${columnName(place)}${row}`;
    if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`;
    if (typeof cell === 'boolean') return `<c r="${at}" t="b"><v>${Number(cell)}</v></c>`;
    return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${escaped(cellText(cell))}</t></is></c>`;
  });
  return `<row r="${row}">${written.join('')}</row>`;
}

/** A, B … Z, AA …: the letters over a column; `place` counts from 0. */
function columnName(place: number): string {
  const letter = String.fromCharCode(65 + (place % 26));
  return place < 26 ? letter : `${columnName(Math.floor(place / 26) - 1)}${letter}`;
}

/** What XML 1.0 cannot hold is left out, also half of a pair of surrogates. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;');
}

function workbookOf(sheets: readonly string[]): string {
  const listed = sheets.map(
    (name, place) => `<sheet name="${escaped(name)}" sheetId="${place + 1}" r:id="rId${place + 1}"/>`,
  );
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${listed.join('')}</sheets></workbook>`;
}

function relationsOf(targets: readonly (readonly [kind: string, target: string])[]): string {
  const listed = targets.map(
    ([kind, target], place) =>
      `<Relationship Id="rId${place + 1}" Type="${RELATIONS}/${kind}" Target="${target}"/>`,
  );
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${listed.join('')}</Relationships>`;
}

/** Sheets are the usual kind of part, so that their number need not be known beforehand. */
const CONTENT_TYPES =
  `${HEAD}<Types xmlns="${PACKAGE}/content-types">` +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  `<Default Extension="xml" ContentType="${TYPES}.worksheet+xml"/>` +
  `<Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/></Types>`;
