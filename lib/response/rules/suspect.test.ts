import { expect, test } from 'vitest';
import { suspectOf } from './suspect';

test.each([
  ['no signals at all, as programs send', undefined, false, null],
  ['a person', { human: true, ms: 2300 }, false, null],
  ['a quick hand', { human: true, ms: 40 }, false, null],
  ['a slow client that no hand was seen at, such as a voice', { human: false, ms: 4000 }, false, null],
  ['no hand seen, and no time told', { human: false }, false, null],
  ['a fast choice, and no word of hands', { ms: 3 }, false, null],
  ['a fast choice without a hand', { human: false, ms: 3 }, false, 'no_hand'],
  ['an empty trap', { trap: '', human: true }, false, null],
  ['a filled trap, whatever hand', { trap: 'x', human: true, ms: 3000 }, false, 'trap'],
  ['one of a flood', { human: true, ms: 3000 }, true, 'flood'],
  ['one of a flood of programs', undefined, true, 'flood'],
  ['a trap in a flood tells more', { trap: 'x' }, true, 'trap'],
] as const)('%s', (_, signals, flood, reason) => {
  expect(suspectOf(signals, flood)).toBe(reason);
});
