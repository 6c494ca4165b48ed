import { describe, expect, test } from 'vitest';
import { AppError } from '../errors';
import { sayIn } from '../messages/say-in';
import { problemFor } from './reply';

const german = (message: string, fields: string[] = []) => {
  const errors = fields.map((message) => ({ path: 'x', message }));
  const problem = problemFor(new AppError('conflict', message, { errors }), 'id', sayIn('de'));
  return [problem.title, ...(problem.errors ?? []).map((one) => one.message)];
};

describe('a refusal to a reader of German', () => {
  test('is in German, with the numbers and names that it has in English', () => {
    expect(
      german('A map keeps at most 1,200 views. Drop one that nobody needs.', [
        'Give a whole number from 1 to 7.',
        'Give at least 1 entry.',
        'Name your own reason in “Deutsch”.',
        'The list of channels is full, and “{n} <b>” is not on it.',
      ]),
    ).toEqual([
      'Eine Map behält höchstens 1.200 Ansichten. Entfernen Sie eine, die niemand braucht.',
      'Geben Sie eine ganze Zahl von 1 bis 7 an.',
      'Geben Sie mindestens 1 Eintrag an.',
      'Nennen Sie Ihren eigenen Grund auf „Deutsch“.',
      'Die Liste der Kanäle ist voll, und „{n} <b>“ steht nicht darin.',
    ]);
  });

  test('which nobody has translated is told as it is, whatever it quotes', () => {
    expect(german('The row {1} of “{a, plural}” has 3 fields.')).toEqual([
      'The row {1} of “{a, plural}” has 3 fields.',
    ]);
  });
});
