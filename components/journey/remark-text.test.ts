import { expect, test } from 'vitest';
import { namedIn, piecesOf } from './remark-text';

const ann = { id: '1', name: 'Ann' };
const lee = { id: '2', name: 'Ann Lee' };

test('a remark is cut at the names of whom it names, the longest name first, and nothing of it is lost', () => {
  const text = 'Ask @Ann Lee, not @Ann or @Bob.';
  const pieces = piecesOf(text, [ann, lee]);
  expect(pieces.filter(({ named }) => named).map((piece) => piece.text)).toEqual(['@Ann Lee', '@Ann']);
  expect(pieces.map((piece) => piece.text).join('')).toBe(text);
});

test('only who still stands in the text is named, each once', () => {
  expect(namedIn('Ask @Ann Lee.', [ann, lee, lee])).toEqual(['2']);
  expect(namedIn('Ask nobody.', [ann, lee])).toEqual([]);
  expect(namedIn('Mail ann@example.com', [ann])).toEqual([]);
});
