import { expect, test } from 'vitest';
import { mapView, measureView, stageView, touchpointView } from '@/components/journey/fixture';
import type { StatementView } from '../model';
import { guestDetail, guestMap } from './guest-view';

const SECRET = 'SECRET';
const quote = {
  placementId: 'p',
  responseId: 'r',
  comment: SECRET,
  metric: 'ces' as const,
  score: 2,
  source: 'email' as const,
  persona: null,
  receivedAt: new Date(0),
};
const statement: StatementView = {
  id: 's',
  stageId: null,
  touchpointId: 't',
  kind: 'pain',
  effect: null,
  text: 'In a customer’s own words',
  words: SECRET,
  claimed: 'partly',
  state: 'partly',
  personaId: null,
  expiresOn: null,
  createdOn: '2026-01-01',
  evidence: [],
};
const touchpoint = touchpointView('t', {
  quote,
  ownerPerson: { id: 'ines', name: 'Ines' },
  owner: { id: 'sales', name: 'Sales' },
  playbook: 'Call them',
});
const map = mapView([stageView('one', [touchpoint])], {
  statements: [statement],
  owner: { id: 'ines', name: 'Ines' },
});

test('without permission no word of a customer is left, and no member’s name', () => {
  const text = JSON.stringify(guestMap(map, { words: false }));
  expect(text).not.toContain(SECRET);
  expect(text).not.toContain('Ines');
  expect(text).not.toContain('Call them');
  expect(text).toContain('Sales');
});

test('with permission customers’ words are shown, members’ names still are not', () => {
  const text = JSON.stringify(guestMap(map, { words: true }));
  expect(text).toContain(SECRET);
  expect(text).not.toContain('Ines');
});

test('an opened touchpoint shows neither surveys nor, without permission, comments', () => {
  const detail = {
    touchpoint,
    stage: { id: 'one', title: 'One' },
    surveys: [{ id: SECRET, metric: 'ces' as const, title: '', version: 1, placements: [] }],
    parts: [],
    measures: [
      { metric: 'ces' as const, wording: SECRET, order: null, finds: null, until: { firm: 3, certain: 4 } },
    ],
    trends: [],
    changes: [],
    words: [],
    channels: [],
    wordsN: 0,
    followUps: [],
    benchmarks: [],
    comments: [quote],
  };
  expect(JSON.stringify(guestDetail(detail, { words: false }))).not.toContain(SECRET);
  const permitted = guestDetail(detail, { words: true });
  expect(permitted.comments).toHaveLength(1);
  expect(permitted.surveys).toEqual([]);
  expect(permitted.measures).toEqual([]);
});

test('of a score that too few answers carry a guest gets only how many there were', () => {
  const few = measureView('ces', [0, 1, 0, 0, 0, 0, 2]);
  const enough = measureView('ces', [0, 1, 0, 0, 0, 0, 9]);
  const stage = { ...stageView('one', [touchpointView('t', { measures: [few, enough] })]), measures: [few] };
  const seen = guestMap(mapView([stage], { measures: [few] }), { words: true });
  for (const measure of [
    seen.measures[0],
    seen.stages[0]?.measures[0],
    seen.stages[0]?.touchpoints[0]?.measures[0],
  ]) {
    expect(measure?.score).toMatchObject({ n: 3, value: null, low: null, high: null });
    expect(measure?.tally.every((count) => count === 0)).toBe(true);
    expect(measure?.change).toBeNull();
  }
  expect(seen.stages[0]?.touchpoints[0]?.measures[1]).toEqual(enough);
});
