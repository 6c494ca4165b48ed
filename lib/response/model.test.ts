import { describe, expect, test } from 'vitest';
import { type AppError, isAppError } from '../errors';
import { parseInput } from '../input';
import { snapshotSchema } from './model';

const GOOD = { seq: 1, state: 'partial', answer: { score: 5 } };
const SEQ = 'Give a whole number from 1 to 2,147,483,647.';
const STATE = 'Give "partial" or "complete".';
const BODY = 'Send one JSON object with seq, state and answer.';
const ANSWER = 'Give answer as an object: score, words, comment, reasons, expectation, information, handoff.';
const SCORE = 'Give a whole number of the scale, or leave the field out.';
const WORDS = 'Give words as a list of at most two word ids.';

const WRONG = [null, true, 'text', 5.5, Number.NaN, Number.POSITIVE_INFINITY, [], {}, [[]]];
const withAnswer = (answer: unknown) => ({ ...GOOD, answer });

const FAULTS: [path: string, message: string, bodies: unknown[]][] = [
  ['', BODY, [null, [], 5, 'text', true, undefined]],
  ['seq', SEQ, [...WRONG, '1', 0, -1, 2_147_483_648, 1e300].map((seq) => ({ ...GOOD, seq }))],
  ['seq', SEQ, [{ state: 'partial', answer: {} }]],
  ['state', STATE, [...WRONG, 'done', 1].map((state) => ({ ...GOOD, state }))],
  ['state', STATE, [{ seq: 1, answer: {} }]],
  ['answer', ANSWER, [null, [], 5, 'text', true].map(withAnswer)],
  ['answer', ANSWER, [{ seq: 1, state: 'partial' }]],
  ['answer.score', SCORE, [...WRONG, '5', 1e300].map((score) => withAnswer({ score }))],
  ['answer.words', WORDS, [null, 5, 'text', {}, ['a', 'b', 'c']].map((words) => withAnswer({ words }))],
  ['answer.words.0', WORDS, [[null], [5], [[]], ['x'.repeat(41)]].map((words) => withAnswer({ words }))],
  [
    'answer.comment',
    'Give text, or leave the field out.',
    [null, 5, [], {}].map((comment) => withAnswer({ comment })),
  ],
  ['answer.comment', 'Write at most 4,000 characters.', [withAnswer({ comment: 'x'.repeat(4001) })]],
  ['answer.mood', 'Remove this unknown field.', [withAnswer({ mood: 1 })]],
  ['extra', 'Remove this unknown field.', [{ ...GOOD, extra: 1 }]],
];

describe('a snapshot that cannot be recorded', () => {
  test.each(FAULTS.flatMap(([path, message, bodies]) => bodies.map((body) => ({ path, message, body }))))(
    'is told at "$path" what to do: $body',
    ({ path, message, body }) => {
      expect(refusalOf(body)).toEqual([{ path, message }]);
    },
  );

  test('is never told in the words of the parser, however many faults it has', () => {
    const told = FAULTS.flatMap(([, , bodies]) => bodies.flatMap(refusalOf));
    told.push(...refusalOf({ seq: '1', state: 0, answer: { score: 'a', words: [1, 2, 3], comment: 4 } }));
    expect(told.length).toBeGreaterThan(60);
    for (const { message } of told) expect(message).not.toMatch(/invalid|expected|too (big|small)|NaN/i);
  });
});

test('a snapshot of any part is taken as it is', () => {
  for (const answer of [{}, { score: 0 }, { words: [] }, { words: ['calm', 'none'] }, { comment: '' }]) {
    const body = { seq: 2_147_483_647, state: 'complete', answer };
    expect(parseInput(snapshotSchema, body)).toEqual(body);
  }
});

function refusalOf(body: unknown): { path: string; message: string }[] {
  try {
    parseInput(snapshotSchema, body);
  } catch (error) {
    if (isAppError(error)) return (error as AppError).errors ?? [];
    throw error;
  }
  throw new Error(`Taken: ${JSON.stringify(body)}`);
}

test('what a page says wrongly of the person or of itself never costs the answer', () => {
  const snapshot = { seq: 1, state: 'partial', answer: { score: 3 } };
  const wrong = [
    { person: { id: 'u_1', traits: { plan: null } } },
    { person: { id: 42 } },
    { person: 'u_1' },
    { signals: { ms: -5 } },
    { context: { page: 'x'.repeat(2000) } },
    { context: null },
  ];
  for (const one of wrong) {
    const read = snapshotSchema.parse({ ...snapshot, ...one });
    expect(read.answer).toEqual({ score: 3 });
    expect([read.person, read.signals, read.context]).toEqual([undefined, undefined, undefined]);
  }
  const trapped = snapshotSchema.parse({ ...snapshot, signals: { trap: 'x'.repeat(2000) } });
  expect(trapped.signals?.trap).toHaveLength(200);
});
