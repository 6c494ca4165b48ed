import { describe, expect, test } from 'vitest';
import { cohenKappa } from '../../statistics/kappa';
import type { Judged, Judgement } from '../model/agreement';
import { agreementOf, kappaWords } from './agreement';

const times = (n: number, machine: Judgement, member: Judgement | null): Judged[] =>
  Array.from({ length: n }, () => ({ machine, member }));

describe('agreementOf', () => {
  test('counts what both said, and leaves out what was not judged', () => {
    const judged = [
      ...times(8, 'yes', 'yes'),
      ...times(1, 'yes', 'no'),
      ...times(2, 'no', 'yes'),
      ...times(9, 'no', 'no'),
      ...times(5, 'no', null),
    ];
    const view = agreementOf(judged, ['yes', 'no'], 5);
    expect(view).toMatchObject({ n: 20, agree: 17, agreement: { share: 0.85 } });
    expect(view.kappa).toEqual(
      cohenKappa([
        [8, 1],
        [2, 9],
      ]),
    );
    expect(view.rightness).toMatchObject([
      { answer: 'yes', given: 9, precision: { share: 8 / 9 }, meant: 10, recall: { share: 0.8 } },
    ]);
  });

  test('tells no precision and recall of fewer than the minimum', () => {
    const view = agreementOf([...times(4, 'yes', 'yes'), ...times(9, 'no', 'no')], ['yes', 'no'], 5);
    expect(view.rightness).toEqual([{ answer: 'yes', given: 4, precision: null, meant: 4, recall: null }]);
    expect(view.agreement?.share).toBe(1);
  });

  test('tells every way to sound, and nothing where nothing was judged', () => {
    const all: Judgement[] = ['positive', 'negative', 'undecided'];
    expect(agreementOf(times(5, 'positive', 'undecided'), all, 5).rightness).toMatchObject([
      { answer: 'positive', given: 5, precision: { share: 0 }, meant: 0, recall: null },
      { answer: 'negative', given: 0, precision: null },
      { answer: 'undecided', given: 0, meant: 5, recall: { share: 0 } },
    ]);
    expect(agreementOf(times(3, 'positive', null), all, 5)).toMatchObject({
      n: 0,
      agreement: null,
      kappa: null,
    });
  });
});

test('a κ is put into words by its bounds', () => {
  const words = [0.9, 0.7, 0.5, 0.3, 0.1, -0.2].map(kappaWords);
  expect(new Set(words).size).toBe(5);
  expect(words[4]).toBe(words[5]);
});
