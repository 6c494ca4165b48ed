import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { type TestWorkspace, testDatabase, testWorkspace } from '@/db/testing/database';
import { type TestPlacement, testPlacement } from '@/db/testing/placement';
import { addContacts } from '@/lib/distribution/commands/add-contacts';
import { launchCampaign } from '@/lib/distribution/commands/launch-campaign';
import { EVERYTHING } from '@/lib/insights/rules/filter';
import { recordAnswers } from '@/lib/response/commands/record-answers';
import type { Recording } from '@/lib/response/model';
import { METRICS, type SurveyMetricId } from '@/lib/scoring/metrics';
import { listContacts } from './contacts';
import {
  findPersonContact,
  listCohort,
  listOutcomeRows,
  listPeople,
  listReturns,
  listSilence,
  listSteps,
  listUnanswered,
  listWay,
  type Question,
} from './people';

testDatabase();

const WITHIN = { ...EVERYTHING, from: '2026-03-01', to: '2026-03-31' };
const READ = { windowDays: 30, most: 100 };
const ALL = { search: '', offset: 0, limit: 50 };

let a: TestWorkspace;
let b: TestWorkspace;
let whole: TestPlacement;
let first: TestPlacement;
let second: TestPlacement;
let third: TestPlacement;
let contactId: string;

beforeAll(async () => {
  a = await testWorkspace({ timeZone: 'Europe/London' });
  b = await testWorkspace({ timeZone: 'Europe/London' });
  [whole, first, second, third] = [
    await testPlacement(a.scope, 'nps'),
    await testPlacement(a.scope, 'ces'),
    await testPlacement(a.scope, 'ces'),
    await testPlacement(a.scope, 'emotion'),
  ];
  await addContacts(a.scope, { contacts: [{ email: 'ana@example.com', name: 'Ana' }] });
  contactId = (await listContacts(a.scope, ALL)).contacts[0]?.id as string;
  await recordAnswers(a.scope, [
    // Key 1: first, second, whole, in the order of the map.
    ...[gave('1', first, 2, 1), gave('1', first, 6, 4), gave('1', second, 3, 6), gave('1', whole, 9, 10)],
    // Key 2: against the order, back again, and the whole long before.
    ...[gave('2', whole, 1, 1), gave('2', second, 7, 5), gave('2', first, 5, 8), gave('2', second, 1, 20)],
    // Key 3: one answer, then nothing.
    gave('3', first, 1, 2),
    // Key 4: an answer long before the period counts towards its outcome only within the window.
    ...[gave('4', first, 4, -20), gave('4', second, 5, -40), gave('4', whole, 6, 5)],
    // Key 5: two answers of one instant.
    ...[gave('5', first, 4, 12), gave('5', second, 4, 12)],
    // Ana: by contact.
    ...[
      gave({ contactId }, first, 3, 3),
      gave({ contactId }, third, -2, 9, 'Hard.'),
      gave({ contactId }, whole, 2, 10),
    ],
    // Nobody knows who.
    ...[gave(null, first, 1, 3), gave(null, whole, 10, 3)],
  ]);
});

const question = (one: TestPlacement, metric: SurveyMetricId): Question => ({
  lineageIds: [one.lineageId],
  metric,
  wording: METRICS[metric].wordingId,
});
const outcome = () => question(whole, 'nps');
const questions = () => [question(first, 'ces'), question(second, 'ces'), question(third, 'emotion')];
const places = () =>
  [first, second, third].map(({ lineageId }, place) => ({ place, lineageIds: [lineageId] }));

describe('what was answered before an outcome', () => {
  test('is the latest answer of each person to each question, within the window, of people who are known', async () => {
    const { people, rows } = await listOutcomeRows(a.scope, outcome(), questions(), WITHIN, READ);
    expect(people).toBe(4);
    expect(rows.map(({ score, answers }) => [score, answers])).toEqual([
      // By contact, then by key.
      [
        2,
        [
          [0, 3],
          [2, -2],
        ],
      ],
      [
        9,
        [
          [0, 6],
          [1, 3],
        ],
      ],
      [1, []],
      [6, [[0, 4]]],
    ]);
  });

  test('is read of the newest people only, and all are counted', async () => {
    const { people, rows } = await listOutcomeRows(a.scope, outcome(), questions(), WITHIN, {
      ...READ,
      most: 2,
    });
    expect(people).toBe(4);
    expect(rows.map(({ score }) => score)).toEqual([2, 9]);
  });

  test('follows the filter: answers of another source are not there', async () => {
    const none = await listOutcomeRows(
      a.scope,
      outcome(),
      questions(),
      { ...WITHIN, sources: ['email'] },
      READ,
    );
    expect(none).toEqual({ people: 0, rows: [] });
  });
});

describe('people with several answers', () => {
  test('are those at two places or more, the most frictions first, contacts by name', async () => {
    const { total, people } = await listPeople(a.scope, places(), WITHIN, ALL);
    expect(total).toBe(4);
    expect(
      people.map(({ person, name, places: at, answers, low }) => [person, name, at, answers, low]),
    ).toEqual([
      [`contact:${contactId}`, 'Ana', 2, 2, 2],
      ['key:1', null, 2, 3, 2],
      ['key:2', null, 2, 3, 1],
      ['key:5', null, 2, 2, 0],
    ]);
  });

  test('are found by a part of name, address or key, and no character is a wildcard', async () => {
    const found = async (search: string) =>
      (await listPeople(a.scope, places(), WITHIN, { ...ALL, search })).people.map(({ person }) => person);
    expect(await found('AN')).toEqual([`contact:${contactId}`]);
    expect(await found('example.com')).toEqual([`contact:${contactId}`]);
    expect(await found('2')).toEqual(['key:2']);
    expect(await found('%')).toEqual([]);
  });

  test('come page by page', async () => {
    const { total, people } = await listPeople(a.scope, places(), WITHIN, {
      search: '',
      offset: 2,
      limit: 1,
    });
    expect([total, people.map(({ person }) => person)]).toEqual([4, ['key:2']]);
  });
});

test('a person’s way is all they answered, the oldest first, with words and comment', async () => {
  const lineages = [first, third, whole].map(({ lineageId }) => lineageId);
  const way = await listWay(a.scope, `contact:${contactId}`, lineages, WITHIN, 10);
  expect(way.map(({ lineageId, score, comment }) => [lineageId, score, comment])).toEqual([
    [first.lineageId, 3, null],
    [third.lineageId, -2, 'Hard.'],
    [whole.lineageId, 2, null],
  ]);
  expect(await findPersonContact(a.scope, `contact:${contactId}`)).toEqual({
    name: 'Ana',
    email: 'ana@example.com',
  });
  expect(await findPersonContact(a.scope, 'key:1')).toBeNull();
});

test('a cohort is the latest first answer before the newest second one', async () => {
  const rows = await listCohort(a.scope, question(first, 'ces'), question(second, 'ces'), WITHIN);
  expect(rows).toEqual([
    { first: 4, later: 4, people: 1 },
    { first: 5, later: 1, people: 1 },
    { first: 6, later: 3, people: 1 },
  ]);
});

describe('the order in which people answered', () => {
  test('is counted step by step; answers of one instant have none', async () => {
    const day = 86_400;
    expect(await listSteps(a.scope, places(), WITHIN)).toEqual([
      { from: 0, to: 1, people: 2, medianSeconds: (2 * day + 12 * day) / 2 },
      { from: 0, to: 2, people: 1, medianSeconds: 6 * day },
      { from: 1, to: 0, people: 1, medianSeconds: 3 * day },
    ]);
  });

  test('tells who came back to a place after another; twice in a row is no return', async () => {
    expect(await listReturns(a.scope, places(), WITHIN)).toEqual([{ place: 1, people: 1 }]);
  });
});

describe('silence', () => {
  test('is who answered nothing since, once the usual time to the next answer has passed', async () => {
    const until = new Date('2026-03-31T12:00:00Z');
    const found = await listSilence(a.scope, places(), [whole.lineageId], WITHIN, until);
    // Keys 1, 2, 5 and Ana went on; key 3 did not.
    expect(found[0]).toMatchObject({ place: 0, people: 5, wentOn: 4 });
    expect(found[2]).toMatchObject({ place: 2, people: 1 });
  });

  test('is not told of somebody whose time has not passed yet', async () => {
    const until = new Date('2026-03-02T13:00:00Z');
    const found = await listSilence(a.scope, places(), [whole.lineageId], WITHIN, until);
    expect(found[0]).toMatchObject({ place: 0, people: 4, wentOn: 4 });
  });

  test('after a mail is told of contacts who were asked and answered nothing since', async () => {
    const unanswered = () => listUnanswered(a.scope, mailed, WITHIN, 'Europe/London');
    const { placementId, lineageId } = await testPlacement(a.scope, 'ces', 'email');
    const mailed = [...places(), { place: 3, lineageIds: [lineageId] }];
    const mail = { name: 'A mailing', subject: 'How was it?', greeting: '' };
    await launchCampaign(a.scope, { placementId, ...mail, recipients: 'all' });
    expect(await unanswered()).toEqual([]);
    await sentOn('2026-03-02');
    expect(await unanswered()).toEqual([{ place: 3, people: 1, silent: 0 }]);
    await sentOn('2026-03-20');
    expect(await unanswered()).toEqual([{ place: 3, people: 1, silent: 1 }]);
    expect(await listUnanswered(b.scope, mailed, WITHIN, 'Europe/London')).toEqual([]);
    await sentOn('2026-04-01');
    expect(await unanswered()).toEqual([]);
  });
});

test('another workspace sees nobody', async () => {
  expect(await listOutcomeRows(b.scope, outcome(), questions(), WITHIN, READ)).toEqual({
    people: 0,
    rows: [],
  });
  expect(await listPeople(b.scope, places(), WITHIN, ALL)).toEqual({ total: 0, people: [] });
  expect(await listWay(b.scope, 'key:1', [first.lineageId], WITHIN, 10)).toEqual([]);
  expect(await findPersonContact(b.scope, `contact:${contactId}`)).toBeNull();
  expect(await listCohort(b.scope, question(first, 'ces'), question(second, 'ces'), WITHIN)).toEqual([]);
  expect(await listSteps(b.scope, places(), WITHIN)).toEqual([]);
  expect(await listReturns(b.scope, places(), WITHIN)).toEqual([]);
  expect(await listSilence(b.scope, places(), [], WITHIN, new Date('2026-04-30'))).toEqual([]);
});

/** An answer at noon of a day of March; days below 1 are of before. */
function gave(
  who: string | { contactId: string } | null,
  { placementId }: TestPlacement,
  score: number,
  day: number,
  comment: string | null = null,
): Recording {
  const receivedAt = new Date(Date.UTC(2026, 2, day, 12));
  return {
    ...{ placementId, responseId: randomUUID(), seq: 1, state: 'complete', score, words: null, comment },
    ...{ keyHash: null, invitationId: null, persona: '', attributes: null, source: 'link' },
    contactId: who !== null && typeof who !== 'string' ? who.contactId : null,
    respondentKey: typeof who === 'string' ? who : null,
    receivedAt,
    day: receivedAt.toISOString().slice(0, 10),
  };
}

async function sentOn(day: string): Promise<void> {
  await a.scope.run((tx) =>
    tx.execute(sql`UPDATE invitations SET state = 'sent', sent_at = ${`${day}T12:00:00Z`}::timestamptz
      WHERE workspace_id = ${a.workspaceId}`),
  );
}

test('of every third person all answers are read, and none of the others', async () => {
  const everybody = await listReadPeople(1);
  const part = await listReadPeople(3);
  expect(part.length).toBeLessThan(everybody.length);
  expect(everybody).toEqual(expect.arrayContaining(part));
  const steps = async (oneIn: number) =>
    (await listSteps(a.scope, places(), { ...WITHIN, oneIn })).reduce((sum, { people }) => sum + people, 0);
  expect(await steps(1)).toBeGreaterThan(0);
  expect(await steps(3)).toBeLessThanOrEqual(await steps(1));
  expect(await listSteps(b.scope, places(), { ...WITHIN, oneIn: 3 })).toEqual([]);
});

/** Scores of a cohort, pair by pair, of a part of the people. */
async function listReadPeople(oneIn: number): Promise<string[]> {
  const rows = await listCohort(a.scope, question(first, 'ces'), question(second, 'ces'), {
    ...WITHIN,
    oneIn,
  });
  return rows.flatMap((row) => Array.from({ length: row.people }, () => `${row.first} ${row.later}`));
}
