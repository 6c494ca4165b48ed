import { expect, test } from 'vitest';
import { familiesOf } from './families';

const of = (id: string, copiedFromId: string | null = null) => ({ id, copiedFromId });

test('copies stand under their first original, those of copies too, and nobody is lost', () => {
  const list = [of('a'), of('b', 'a'), of('c'), of('d', 'b'), of('e', 'retired')];
  expect(familiesOf(list).map(({ journey, copies }) => [journey.id, copies.map(({ id }) => id)])).toEqual([
    ['a', ['b', 'd']],
    ['c', []],
    ['e', []],
  ]);
});
