import { z } from 'zod';
import { msg } from '../../translate';

/** What a segment rule may ask of one attribute. */
export const SEGMENT_TESTS = ['one_of', 'not_one_of', 'present', 'absent', 'at_least', 'at_most'] as const;
export type SegmentTest = (typeof SEGMENT_TESTS)[number];

export const SEGMENT_TEST_LABELS: Readonly<Record<SegmentTest, string>> = {
  one_of: msg('is one of'),
  not_one_of: msg('is known, and none of'),
  present: msg('is known'),
  absent: msg('is not known'),
  at_least: msg('is at least'),
  at_most: msg('is at most'),
};

/** How many values a test needs at least and at most. */
export const SEGMENT_VALUES: Readonly<Record<SegmentTest, readonly [number, number]>> = {
  one_of: [1, 50],
  not_one_of: [1, 50],
  present: [0, 0],
  absent: [0, 0],
  at_least: [1, 1],
  at_most: [1, 1],
};

const line = (most: number) =>
  z
    .string()
    .trim()
    .min(1, 'Write something, or leave it out.')
    .max(most, `Use at most ${most} characters.`)
    .regex(/^[^\p{Cc}]*$/u, 'Write it on one line.');

const conditionSchema = z
  .strictObject({
    attribute: line(80),
    is: z.enum(SEGMENT_TESTS),
    values: z.array(line(500)).max(50, 'Give at most 50 values.').default([]),
  })
  .superRefine(({ is, values }, context) => {
    const [least, most] = SEGMENT_VALUES[is];
    if (values.length < least)
      context.addIssue({ code: 'custom', path: ['values'], message: 'Give a value.' });
    else if (values.length > most) {
      const message = most === 0 ? 'This test takes no value.' : 'Give one value only.';
      context.addIssue({ code: 'custom', path: ['values'], message });
    }
    if ((is === 'at_least' || is === 'at_most') && values[0] !== undefined && !isComparable(values[0])) {
      context.addIssue({
        code: 'custom',
        path: ['values'],
        message: 'Give a number, or a day like 2026-03-31.',
      });
    }
  });

/** Which people are a persona: every condition on their attributes has to hold. */
export const segmentRuleSchema = z.strictObject({
  all: z.array(conditionSchema).min(1, 'Give at least one condition.').max(10, 'Give at most 10 conditions.'),
});
export type SegmentRule = z.infer<typeof segmentRuleSchema>;
export type SegmentCondition = SegmentRule['all'][number];

/** A persona as far as counting needs it; lists of them are in the order of their names. */
export type RuledPersona = { id: string; rule: SegmentRule };

/** What is known about a person, by the name of the attribute. */
export type Attributes = Readonly<Record<string, string | number>>;

const NUMBER = /^[+-]?(\d+(\.\d+)?|\.\d+)$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Whether a text is a number or a calendar day, which can be compared by size. */
export const isComparable = (text: string): boolean => NUMBER.test(text) || DAY.test(text);
