import { expect, test } from 'vitest';
import { askedRegister, inRegister } from './register';

const one = (title: string, over: Record<string, unknown>) =>
  ({
    ...{ title, journeyId: 'j', ownerUserId: 'o', state: 'idea', cost: null, value: null },
    ...{ createdAt: new Date('2026-01-01'), priority: { value: 1 } },
    ...over,
  }) as never;

test('an address asks for what it names and nothing it cannot name', () => {
  const asked = askedRegister(new URLSearchParams('state=done&order=ratio&journey=j&owner='));
  expect(asked).toEqual({ journey: 'j', owner: null, state: 'done', order: 'ratio' });
  expect(askedRegister(new URLSearchParams('state=lost&order=toString'))).toEqual({
    ...{ journey: null, owner: null, state: null, order: 'priority' },
  });
});

test('the register is in the asked order, and what cannot be compared comes last', () => {
  const worth = (yearValue: number) => ({ base: { yearValue } });
  const list = [
    one('a', { value: worth(100), cost: 100, priority: { value: 3 } }),
    one('b', { value: worth(90), cost: 10, priority: { value: 5 } }),
    one('c', { priority: { value: 4 }, state: 'done', createdAt: new Date('2026-02-01') }),
  ];
  const titles = (query: string) =>
    inRegister(list as { title: string }[] as never[], askedRegister(new URLSearchParams(query))).map(
      ({ title }: { title: string }) => title,
    );
  expect(titles('')).toEqual(['b', 'c', 'a']);
  expect(titles('order=value')).toEqual(['a', 'b', 'c']);
  expect(titles('order=ratio')).toEqual(['b', 'a', 'c']);
  expect(titles('order=newest')[0]).toBe('c');
  expect(titles('state=done')).toEqual(['c']);
  expect(titles('owner=nobody')).toEqual([]);
});
