import { describe, expect, test } from 'vitest';
import { PERMISSIONS } from '../../identity/rules';
import { ENGLISH } from '../../translate';
import { activityText, hasWords, WORDS } from './activity';

const files = import.meta.glob<string>(
  ['../../*/commands.ts', '../../*/commands/*.ts', '!../../**/*.test.ts'],
  {
    eager: true,
    query: '?raw',
    import: 'default',
  },
);

const permissionsIn = (text: string) =>
  [...text.matchAll(/\bcommand\(\s*'([^']+)'/g)].map(([, permission = '']) => permission);

/** Permissions of commands that know a journey's id: what they leave in the log may be told of a map. */
const told = new Set(
  Object.entries(files)
    // Cases and alerts look at a map and change nothing of it: they return no journey.
    .filter(([file, text]) => !file.includes('/cases/') && /\bjourneyId\b/.test(text))
    .flatMap(([, text]) => permissionsIn(text)),
);

describe('a line of the activity log', () => {
  test('is of no case', () => {
    const cases = Object.entries(files).filter(([file]) => file.includes('/cases/'));
    expect(cases.length).toBeGreaterThan(3);
    for (const [, text] of cases) expect(text).not.toMatch(/return \{[^}]*\bjourneyId\b/);
  });

  test('has words for every permission that writes a journey’s id', () => {
    expect(
      Object.values(files)
        .flatMap(permissionsIn)
        .filter((one) => !(one in PERMISSIONS)),
    ).toEqual([]);
    expect(told.size).toBeGreaterThan(50);
    expect([...told].filter((permission) => !hasWords(permission))).toEqual([]);
  });

  test('has no words that no permission uses', () => {
    const parts = [...told].map((permission) => permission.split('.'));
    expect(WORDS.own.filter((permission) => !told.has(permission))).toEqual([]);
    expect(WORDS.nouns.filter((noun) => !parts.some(([used]) => used === noun))).toEqual([]);
    expect(WORDS.verbs.filter((verb) => !parts.some(([, used]) => used === verb))).toEqual([]);
  });

  test.each([
    [
      { action: 'touchpoint.edit', detail: { title: 'Checkout', change: { title: 'Pay' } } },
      'renamed the touchpoint ‘Checkout’ to ‘Pay’',
    ],
    [
      {
        action: 'stage.edit',
        detail: { title: 'Buy', change: { goal: 'x', ownerTeamId: null, targetMetric: 'ces' } },
      },
      'changed the goal, the owner and the target of the stage ‘Buy’',
    ],
    [
      { action: 'touchpoint.edit', detail: { title: 'A', change: { title: 'B', channels: ['app'] } } },
      'renamed the touchpoint ‘A’ to ‘B’ and changed the channels',
    ],
    [{ action: 'stage.edit', detail: { title: 'Buy', change: {} } }, 'changed the stage ‘Buy’'],
    [{ action: 'touchpoint.retire', detail: { title: 'Pay' } }, 'retired the touchpoint ‘Pay’'],
    [
      { action: 'touchpoint.move', detail: { title: 'Pay', stage: 'Buy' } },
      'moved the touchpoint ‘Pay’ in ‘Buy’',
    ],
    [{ action: 'statement.add', detail: { text: 'Too slow' } }, 'added the statement ‘Too slow’'],
    [{ action: 'version.restore', detail: { title: 'version 3' } }, 'restored ‘version 3’'],
    [{ action: 'journey.copy', detail: { title: 'B', from: 'A' } }, 'made ‘B’ as a copy of ‘A’'],
    [{ action: 'journey.edit', detail: null }, 'changed the journey'],
    [
      { action: 'marker.add', detail: { title: 'x'.repeat(200) } },
      `added the change marker ‘${'x'.repeat(79)}…’`,
    ],
  ])('tells %j', (line, text) => {
    expect(activityText(line, ENGLISH)).toBe(text);
  });
});
