import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { StopCause } from '../model';
import { pickRecipients } from './pick-recipients';

const DAY = 86_400_000;
const now = new Date('2026-06-30T12:00:00Z');
const nobody = {
  lastAskedAt: new Map(),
  stopped: new Map<string, StopCause>(),
  invited: new Set<string>(),
  restDays: 90,
  now,
};
const ana = { id: 'ana', email: 'ana@example.com' };

describe('pickRecipients', () => {
  test('a person never asked is asked', () => {
    expect(pickRecipients([ana], nobody)).toEqual({ asked: [ana], leftOut: [] });
  });

  test('the rest period ends exactly ninety days after the last mail', () => {
    const asked = (at: Date) => pickRecipients([ana], { ...nobody, lastAskedAt: new Map([['ana', at]]) });
    expect(asked(new Date(now.getTime() - 90 * DAY)).asked).toEqual([ana]);
    expect(asked(new Date(now.getTime() - 90 * DAY + 1)).leftOut).toEqual([
      { contact: ana, reason: { kind: 'asked', daysAgo: 89 } },
    ]);
  });

  test('a last mail in the future counts as just now', () => {
    const { leftOut } = pickRecipients([ana], {
      ...nobody,
      lastAskedAt: new Map([['ana', new Date(now.getTime() + DAY)]]),
    });
    expect(leftOut[0]?.reason).toEqual({ kind: 'asked', daysAgo: 0 });
  });

  test('a person named twice is asked once', () => {
    expect(pickRecipients([ana, ana], nobody)).toEqual({
      asked: [ana],
      leftOut: [{ contact: ana, reason: { kind: 'invited' } }],
    });
  });

  test('for any contacts and history: nobody is lost, and nobody is asked against a reason', () => {
    const person = fc.record({
      email: fc.constantFrom('', 'a@example.com'),
      stopped: fc.constantFrom<StopCause | null>(null, 'opted_out', 'bounced', 'complained'),
      invited: fc.boolean(),
      agoMs: fc.option(fc.integer({ min: -DAY, max: 200 * DAY })),
    });
    fc.assert(
      fc.property(
        fc.array(person, { maxLength: 40 }),
        fc.integer({ min: 0, max: 180 }),
        (people, restDays) => {
          const contacts = people.map(({ email }, index) => ({ id: String(index), email }));
          const ids = (test: (one: (typeof people)[number]) => boolean) =>
            new Set(people.flatMap((one, index) => (test(one) ? [String(index)] : [])));
          const lastAskedAt = new Map(
            people.flatMap(({ agoMs }, index) =>
              agoMs === null ? [] : [[String(index), new Date(now.getTime() - agoMs)] as const],
            ),
          );
          const about = {
            lastAskedAt,
            stopped: new Map(
              people.flatMap(({ stopped }, index) =>
                stopped === null ? [] : [[String(index), stopped] as const],
              ),
            ),
            invited: ids((p) => p.invited),
            restDays,
            now,
          };
          const { asked, leftOut } = pickRecipients(contacts, about);
          const all = [...asked, ...leftOut.map(({ contact }) => contact)].map(({ id }) => Number(id));
          expect(all.sort((a, b) => a - b)).toEqual(contacts.map((_, index) => index));
          for (const { id, email } of asked) {
            const last = lastAskedAt.get(id);
            expect(about.stopped.has(id) || about.invited.has(id) || email === '').toBe(false);
            if (last) expect(now.getTime() - last.getTime()).toBeGreaterThanOrEqual(restDays * DAY);
          }
          for (const { contact, reason } of leftOut) {
            const one = people[Number(contact.id)] as (typeof people)[number];
            const holds = {
              opted_out: one.stopped === 'opted_out',
              bounced: one.stopped === 'bounced',
              complained: one.stopped === 'complained',
              no_address: one.email === '',
              invited: one.invited,
              asked: one.agoMs !== null && one.agoMs < restDays * DAY,
              erased: false,
              closed: false,
            };
            expect(holds[reason.kind]).toBe(true);
            if (one.stopped) expect(reason.kind).toBe(one.stopped);
          }
        },
      ),
    );
  });
});
