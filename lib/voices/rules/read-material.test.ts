import { expect, test } from 'vitest';
import { readFile, readPasted } from './read-material';

const otherwise = { day: '2026-05-04', author: 'P1' };

test('what was pasted is one text, or one for each paragraph', () => {
  const pasted = 'She waited.\nAnd waited.\r\n\r\nThen she left.\n\n\n';
  expect(readPasted(pasted, otherwise, { paragraphs: false }).material).toEqual([
    { text: 'She waited.\nAnd waited.\n\nThen she left.', ...otherwise },
  ]);
  expect(readPasted(pasted, otherwise, { paragraphs: true }).material.map(({ text }) => text)).toEqual([
    'She waited.\nAnd waited.',
    'Then she left.',
  ]);
  expect(readPasted(' \n ', otherwise, { paragraphs: true })).toEqual({ material: [], refused: [] });
});

test('a paragraph that is too long is named by its line and left out', () => {
  const read = readPasted(`Short.\n\n${'long '.repeat(1000)}`, otherwise, { paragraphs: true });
  expect(read.material).toHaveLength(1);
  expect(read.refused).toEqual([{ line: 3, why: 'long' }]);
});

test('rows of a file are read by the names of their columns', () => {
  const csv =
    'Date;Review text;Customer;Message\n2026-04-01;;Ana;"Slow; very slow"\n2026-04-02T10:00;x;;Good\n';
  expect(readFile(csv, otherwise).material).toEqual([{ text: 'x', day: '2026-04-02', author: 'P1' }]);
  expect(readFile('text,day\nFine,\nBad,31.12.2025\n,2026-01-01\n', otherwise)).toEqual({
    material: [{ text: 'Fine', ...otherwise }],
    refused: [
      { line: 3, why: 'day' },
      { line: 4, why: 'empty' },
    ],
  });
});

test('a file of one column is a list of texts, and a file without texts is refused', () => {
  expect(readFile('anything\nOne\nTwo', otherwise).material.map(({ text }) => text)).toEqual(['One', 'Two']);
  for (const csv of ['a,b\n1,2', '', '"open']) {
    expect(() => readFile(csv, otherwise)).toThrow(expect.objectContaining({ code: 'invalid' }));
  }
});
