import { describe, expect, test } from 'vitest';
import { PERMISSIONS } from '../../identity/rules';
import { activityText, hasWords } from './activity';

/** Nouns whose commands change no map, so that its log never tells of them. */
const OF_NO_MAP = [
  ...['workspace', 'member', 'key', 'channel', 'survey', 'placement', 'response', 'contact', 'campaign'],
  ...['invitation', 'letter', 'job', 'digest'],
];

describe('a line of the activity log', () => {
  test('has words for every permission that may change a map', () => {
    const silent = Object.keys(PERMISSIONS).filter(
      (permission) => !OF_NO_MAP.includes(permission.split('.')[0] as string) && !hasWords(permission),
    );
    expect(silent).toEqual([]);
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
    expect(activityText(line)).toBe(text);
  });
});
