import { describe, expect, test } from 'vitest';
import type { ImportPlan } from '../model/import-plan';
import { readTable, summarize } from './answer-table';
import { guessColumns } from './guess-columns';
import { importedId, readAnswers } from './read-answers';

const plan: ImportPlan = {
  respondentColumn: null,
  day: { year: { column: 'y' }, month: { value: 5 }, day: { column: 'd' } },
  hour: 12,
  timeZone: 'America/Los_Angeles',
  attributes: [],
  weightColumn: null,
  items: [
    { column: 'q', metric: 'emotion', title: 'Feeling', lineageId: 'a6b1f0c2-0000-4000-8000-000000000001' },
  ],
};
const LATEST = new Date('2026-01-01T00:00:00Z');

function read(text: string, more: Partial<ImportPlan> = {}) {
  const table = readTable(text);
  if ('fault' in table) throw new Error(table.fault);
  const file = readAnswers(table, { ...plan, ...more }, LATEST);
  if ('fault' in file) throw new Error(file.fault);
  return file;
}

describe('reading a file', () => {
  test.each([
    ['comma', 'y,d,q\n2017,3,-2\n'],
    ['semicolon', 'y;d;q\n2017;3;-2\n'],
    ['tab, with a byte order mark and Windows line ends', '\uFEFFy\td\tq\r\n2017\t3\t-2\r\n'],
    ['quotes and spaces', '"y" , "d" , "q"\n 2017 ,3, "-2" \n'],
  ])('%s', (_, text) => {
    const { answers, refused, rows } = read(text);
    expect(refused).toEqual([]);
    expect(rows).toBe(1);
    expect(answers.map(({ score, receivedAt }) => [score, receivedAt.toISOString()])).toEqual([
      [-2, '2017-05-03T19:00:00.000Z'],
    ]);
  });

  test.each([
    '3',
    '-3',
    '1.0',
    '1e0',
    '0x1',
    'true',
    'n/a',
    '１',
    '1 ½',
    '+-1',
    'null',
    '00000000000000000001',
  ])('%j is no point of −2…2: refused, not counted', (value) => {
    const { answers, counts, refused } = read(`y,d,q\n2017,3,${value}\n`);
    expect(answers).toEqual([]);
    expect(counts).toEqual([0]);
    expect(refused).toEqual([
      { row: 2, column: 'q', value, why: 'An answer is a whole number from -2 to 2.' },
    ]);
  });

  test('a blank cell is neither an answer nor refused', () => {
    expect(read('y,d,q\n2017,3,\n2017,4,   \n')).toMatchObject({ rows: 2, counts: [0], refused: [] });
  });

  test('a row with another number of fields is refused as a whole', () => {
    const { counts, refused } = read('y,d,q\n2017,3,1,1\n2017,3\n2017,3,1\n');
    expect(counts).toEqual([1]);
    expect(refused.map(({ row, column }) => [row, column])).toEqual([
      [2, ''],
      [3, ''],
    ]);
  });

  test('the row is the line of the file, also below a field of several lines', () => {
    const { refused } = read('y,d,q,note\n2017,3,1,"two\nlines"\n2017,3,9,x\n');
    expect(refused.map(({ row }) => row)).toEqual([4]);
  });

  test.each(['', '  ', '\n\n'])('%j is empty, with a sentence that says so', (text) => {
    expect(readTable(text)).toMatchObject({ fault: expect.stringContaining('The file is empty') });
  });
});

test('the id of an imported answer is a UUID that depends on workspace, column and person', () => {
  const id = importedId('w', 'q', 'p');
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(importedId('w', 'q', 'p')).toBe(id);
  const others = [
    importedId('v', 'q', 'p'),
    importedId('w', 'r', 'p'),
    importedId('w', 'q', 'o'),
    importedId('w', 'qp', ''),
  ];
  expect(new Set([id, ...others]).size).toBe(5);
});

test('columns are guessed from their names and values', () => {
  const table = readTable(
    [
      'Respondent ID,date,Checkout,recommend,effort,ease of use,mood,segment,weight,remark,peak',
      ...Array.from({ length: 20 }, (_, i) =>
        [
          `r${i}`,
          '2025-01-02',
          1 + (i % 5),
          i % 11,
          1 + (i % 7),
          1 + (i % 5),
          (i % 5) - 2,
          'ab'[i % 2],
          '0.5',
          `text ${i}`,
          1 + (i % 3),
        ].join(),
      ),
    ].join('\n'),
  );
  if ('fault' in table) throw new Error(table.fault);
  const guesses = guessColumns(summarize(table), table.rows.length, [{ lineageId: 'x', title: 'checkout' }]);
  expect(guesses).toEqual([
    { use: 'respondent' },
    { use: 'day' },
    { use: 'answer', metric: 'rating5', lineageId: 'x' },
    { use: 'answer', metric: 'nps', lineageId: null },
    { use: 'answer', metric: 'ces', lineageId: null },
    { use: 'answer', metric: 'ease5', lineageId: null },
    { use: 'answer', metric: 'emotion', lineageId: null },
    { use: 'attribute' },
    { use: 'weight' },
    { use: 'leave' },
    { use: 'attribute' },
  ]);
});
