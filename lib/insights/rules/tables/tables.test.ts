import { expect, test } from 'vitest';
import type { Cell, Table } from './table';
import { filesOf } from './testing/archive';
import { csvOf, jsonLinesOf } from './text';
import { xlsxOf } from './xlsx';

function tableOf(pages: Cell[][][], columns = ['a', 'b']): Table {
  async function* read() {
    yield* pages;
  }
  return { about: [['journey', 'J & Co']], columns, pages: read() };
}

async function textOf(chunks: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const chunk of chunks) text += chunk;
  return text;
}

async function filesIn(chunks: AsyncIterable<Uint8Array>): Promise<Map<string, string>> {
  const list: Uint8Array[] = [];
  for await (const chunk of chunks) list.push(chunk);
  return filesOf(Buffer.concat(list));
}

const FORMULAS = ['=1+1', '+A1', '-A1', '@SUM(A1)', '\t=1', '\r=1'];

test.each(FORMULAS)('a spreadsheet never runs %j', async (text) => {
  const csv = await textOf(csvOf(tableOf([[[text, [text]]]])));
  const line = csv.slice(csv.indexOf('\r\n') + 2);
  expect(line.replaceAll('"', '').startsWith(`'${text}`)).toBe(true);
  expect(line.replaceAll('"', '').split(',')[1]?.startsWith("'")).toBe(true);
  const sheet = (await filesIn(xlsxOf(tableOf([[[text, null]]]), 'lines'))).get('xl/worksheets/sheet1.xml');
  expect(sheet).toContain(`<t xml:space="preserve">'${text.replace('\r', '&#13;')}</t>`);
  expect(sheet).not.toContain('<f>');
});

test('numbers below zero stay numbers, and JSON lines hold every text as it was given', async () => {
  const lines = [
    ['=1+1', -2],
    ['two\nlines, "quoted"', null],
  ] satisfies Cell[][];
  expect(await textOf(csvOf(tableOf([lines])))).toBe(
    '\uFEFFa,b\r\n\'=1+1,-2\r\n"two\nlines, ""quoted""",\r\n',
  );
  const json = await textOf(jsonLinesOf(tableOf([lines.slice(0, 1), [], lines.slice(1)])));
  expect(
    json
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toEqual([
    { a: '=1+1', b: -2 },
    { a: 'two\nlines, "quoted"', b: null },
  ]);
});

test('a table without lines still has its headings', async () => {
  expect(await textOf(csvOf(tableOf([])))).toBe('\uFEFFa,b\r\n');
  expect(await textOf(jsonLinesOf(tableOf([])))).toBe('');
  const files = await filesIn(xlsxOf(tableOf([]), 'lines'));
  expect(files.get('xl/worksheets/sheet1.xml')).toContain('>a</t>');
});

test('a workbook divides its lines among sheets, each with the headings, and lists every sheet', async () => {
  const page = (from: number): Cell[][] => [0, 1, 2].map((more) => [from + more, 'x']);
  const files = await filesIn(xlsxOf(tableOf([page(0), page(3), page(6)]), 'lines', 6));
  const values = (sheet: number) =>
    [...(files.get(`xl/worksheets/sheet${sheet}.xml`) ?? '').matchAll(/<c r="A(\d+)"><v>(\d+)<\/v>/g)].map(
      ([, row, value]) => [Number(row), Number(value)],
    );
  expect(values(1)).toEqual([0, 1, 2, 3, 4, 5].map((value) => [value + 2, value]));
  expect(values(2)).toEqual([6, 7, 8].map((value) => [value - 4, value]));
  expect(files.get('xl/worksheets/sheet2.xml')).toContain('>a</t>');
  expect(files.get('xl/worksheets/sheet3.xml')).toContain('J &amp; Co');
  const names = [...(files.get('xl/workbook.xml') ?? '').matchAll(/<sheet name="([^"]+)"/g)].map(
    ([, n]) => n,
  );
  expect(names).toEqual(['lines', 'lines 2', 'about']);
  const targets = (files.get('xl/_rels/workbook.xml.rels') ?? '').match(/sheet\d\.xml/g);
  expect(targets).toEqual(['sheet1.xml', 'sheet2.xml', 'sheet3.xml']);
  expect([...files.keys()][0]).toBe('[Content_Types].xml');
});

test('a page longer than a sheet is not lost', async () => {
  const page: Cell[][] = [1, 2, 3].map((value) => [value, null]);
  const files = await filesIn(xlsxOf(tableOf([page, page]), 'lines', 2));
  expect([...files.keys()].filter((name) => name.startsWith('xl/worksheets/'))).toHaveLength(3);
  expect(files.get('xl/worksheets/sheet2.xml')?.match(/<v>/g)).toHaveLength(3);
});

test('columns beyond Z have two letters, and what XML cannot hold is left out', async () => {
  const columns = Array.from({ length: 28 }, (_, place) => `c${place}`);
  const cells = columns.map(() => 'a\u0000\uD800<&"😀');
  const sheet = (await filesIn(xlsxOf(tableOf([[cells]], columns), 'lines'))).get('xl/worksheets/sheet1.xml');
  expect(sheet).toContain('r="Z2"');
  expect(sheet).toContain('r="AA2"');
  expect(sheet).toContain('r="AB2"');
  expect(sheet).toContain('>a&lt;&amp;&quot;😀</t>');
});

test('only as much is read as is taken, and reading ends when nobody takes any more', async () => {
  let read = 0;
  let ended = false;
  async function* endless() {
    try {
      for (;;) {
        read += 1;
        yield Array.from({ length: 500 }, (_, place) => [read * 500 + place, `${Math.random()}`]);
      }
    } finally {
      ended = true;
    }
  }
  const chunks = xlsxOf({ about: [], columns: ['a', 'b'], pages: endless() }, 'lines');
  let taken = 0;
  for await (const chunk of chunks) {
    taken += chunk.length;
    if (taken > 200_000) break;
  }
  const soFar = read;
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(ended).toBe(true);
  expect(read).toBe(soFar);
  expect(read).toBeLessThan(200);
});

test('a fault in the source is thrown, so that no archive looks complete', async () => {
  async function* broken() {
    yield [[1, 2]];
    throw new Error('gone');
  }
  await expect(filesIn(xlsxOf({ about: [], columns: ['a', 'b'], pages: broken() }, 'lines'))).rejects.toThrow(
    'gone',
  );
});
