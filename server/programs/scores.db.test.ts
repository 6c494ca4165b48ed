import { expect, test } from 'vitest';
import { testDatabase, testWorkspace } from '../../db/testing/database';
import { newId } from '../../lib/id';
import { makeApiKey } from '../../lib/identity/commands/make-api-key';
import { askAboutHandoff, recordHandoff } from '../../lib/journey/commands/handoff';
import { createJourney } from '../../lib/journey/commands/journey';
import { addStage } from '../../lib/journey/commands/stage';
import { addTeam } from '../../lib/journey/commands/team';
import { addTouchpoint } from '../../lib/journey/commands/touchpoint';
import { recordResponse } from '../../lib/response/commands/record-response';
import { draftSurvey, openPlacement, publishSurvey } from '../../lib/survey/commands';
import { scores } from './scores';

testDatabase();

const get = (id: string, search = '', key?: string) =>
  scores(
    new Request(`http://localhost:3000/api/v1/journeys/x/scores${search}`, {
      headers: key ? { authorization: `Bearer ${key}` } : {},
    }),
    { id },
  );

test('a key reads the scores of its own workspace, and no cache keeps them', async () => {
  const { scope } = await testWorkspace();
  const { key } = await makeApiKey(scope, { name: 'Reports' });
  const { id } = await createJourney(scope, { template: 'bank-account' });
  const reply = await get(id, '?from=2026-01-01&to=2026-03-31&source=email&source=link', key);
  expect(reply.status).toBe(200);
  expect(reply.headers.get('cache-control')).toBe('no-store');
  const body = await reply.json();
  expect(body).toMatchObject({ journey: id, from: '2026-01-01', to: '2026-03-31', measures: [] });
  expect(body.touchpoints.length).toBe(12);
  expect(body.touchpoints[0]).toMatchObject({
    title: 'Compare accounts',
    stage: 'Find out',
    metric: null,
    n: 0,
  });
});

test('a journey that asks about a handoff says so beside its touchpoints, which stay as they were', async () => {
  const { scope } = await testWorkspace({ timeZone: 'UTC' });
  const { key } = await makeApiKey(scope, { name: 'Reports' });
  const { id } = await createJourney(scope, { title: 'J' });
  const touchpointOf = async (name: string) => {
    const team = await addTeam(scope, { name });
    const stage = await addStage(scope, { journeyId: id, title: `By ${name}`, ownerTeamId: team.id });
    return (await addTouchpoint(scope, { stageId: stage.id, title: name.toLowerCase() })).id;
  };
  const fromId = await touchpointOf('Sales');
  const toId = await touchpointOf('Field ops');
  await recordHandoff(scope, { fromId, toId, passes: 'the order' });
  const before = await (await get(id, '?from=2026-01-01&to=2026-03-31', key)).json();
  expect(before).not.toHaveProperty('handoffs');

  const handoff = await askAboutHandoff(scope, { fromId, toId });
  await publishSurvey(scope, { id: handoff.surveyId });
  const { id: placementId } = await openPlacement(scope, { surveyId: handoff.surveyId, kind: 'link' });
  const receivedAt = new Date('2026-02-10T12:00:00Z');
  for (const score of [2, 3, 3, 1, 7]) {
    await recordResponse(scope, {
      ...{
        placementId,
        score,
        receivedAt,
        responseId: newId(),
        day: '2026-02-10',
        seq: 1,
        state: 'complete',
      },
      ...{ words: null, comment: null, keyHash: null, invitationId: null, contactId: null, persona: '' },
      ...{ respondentKey: null, attributes: null, source: 'link' },
    });
  }
  const after = await (await get(id, '?from=2026-01-01&to=2026-03-31', key)).json();
  const { handoffs, ...rest } = after;
  expect(rest).toEqual(before);
  expect(handoffs).toHaveLength(1);
  expect(handoffs[0]).toMatchObject({
    ...{ id: handoff.id, title: 'Sales → Field ops', stage: 'By Field ops', metric: 'ces', formula: 'ces@1' },
    ...{ n: 5, shown: true, counts: { 1: 1, 2: 1, 3: 2, 4: 0, 5: 0, 6: 0, 7: 1 } },
  });
  expect(handoffs[0].value).toBeCloseTo(3.2, 10);
  expect(Object.keys(handoffs[0]).sort()).toEqual(Object.keys(before.touchpoints[0]).sort());
});

test('weeks are those of the calendar, and each says what a request for its own days says', async () => {
  const { scope } = await testWorkspace();
  const { key } = await makeApiKey(scope, { name: 'Reports' });
  const { id } = await createJourney(scope, { title: 'J' });
  const { id: stageId } = await addStage(scope, { journeyId: id, title: 'S' });
  const { lineageId } = await addTouchpoint(scope, { stageId, title: 'T' });
  const { id: surveyId } = await draftSurvey(scope, { lineageId, metric: 'nps' });
  await publishSurvey(scope, { id: surveyId });
  const { id: placementId } = await openPlacement(scope, { surveyId, kind: 'link' });
  // Sunday, Monday, the Sunday after, and two weeks later.
  const days = ['2026-02-08', '2026-02-09', '2026-02-09', '2026-02-15', '2026-02-25', '2026-03-02'];
  for (const [index, day] of days.entries()) {
    await recordResponse(scope, {
      ...{ placementId, score: 10 - index, responseId: newId(), day, seq: 1, state: 'complete' },
      ...{ receivedAt: new Date(`${day}T12:00:00Z`), words: null, comment: null, keyHash: null },
      ...{ invitationId: null, contactId: null, persona: '', respondentKey: null, attributes: null },
      source: 'link',
    });
  }
  const reply = await (await get(id, '?by=week&from=2026-02-11&to=2026-02-25', key)).json();
  expect([reply.from, reply.to]).toEqual(['2026-02-09', '2026-03-01']);
  expect(reply.weeks).toEqual(['2026-02-09', '2026-02-16', '2026-02-23']);
  const [entry] = reply.touchpoints;
  expect(entry.weekly.map((week: { n: number }) => week.n)).toEqual([3, 0, 1]);
  expect(entry.n).toBe(4);
  for (const [index, monday] of reply.weeks.entries()) {
    const sunday = new Date(Date.parse(monday) + 6 * 86_400_000).toISOString().slice(0, 10);
    const alone = (await (await get(id, `?from=${monday}&to=${sunday}`, key)).json()).touchpoints[0];
    const { value, n, low, high, shown } = alone;
    expect(entry.weekly[index]).toEqual({ value, n, low, high, shown });
  }
});

test('without a good key nobody learns anything', async () => {
  const { scope } = await testWorkspace();
  const { id } = await createJourney(scope, { title: 'J' });
  for (const key of [undefined, 'mp_', 'nonsense', `mp_${'x'.repeat(32)}`]) {
    const reply = await get(id, '?from=bad', key);
    expect(reply.status).toBe(401);
    expect(reply.headers.get('content-type')).toContain('application/problem+json');
  }
});

test('a foreign, an absent and a malformed journey get the same 404 but for the request’s id', async () => {
  const [mine, other] = [await testWorkspace(), await testWorkspace()];
  const { key } = await makeApiKey(mine.scope, { name: 'Reports' });
  const foreign = await createJourney(other.scope, { title: 'Theirs' });
  const replies = await Promise.all(
    [foreign.id, newId(), 'x', `${foreign.id}\0`, '%00', 'a'.repeat(5000)].map((id) =>
      get(id, '?to=bad', key),
    ),
  );
  expect(replies.map((reply) => reply.status)).toEqual(replies.map(() => 404));
  const bodies = await Promise.all(
    replies.map(async (reply) => ({ ...(await reply.json()), requestId: '' })),
  );
  for (const body of bodies) expect(body).toEqual(bodies[0]);
});

test('a bad parameter is a 400 that names it', async () => {
  const { scope } = await testWorkspace();
  const { key } = await makeApiKey(scope, { name: 'Reports' });
  const { id } = await createJourney(scope, { title: 'J' });
  const searches = {
    '?from=2026-13-01': 'from',
    '?to=': 'to',
    '?from=2026-02-02&to=2026-02-01': 'from',
    '?source=fax': 'source',
    '?from=%00': 'from',
    '?source=%ED%A0%80': 'source',
    '?by=day': 'by',
    '?by=week&by=week': 'by',
    '?by=week&from=2001-01-01&to=2026-01-01': 'from',
  };
  for (const [search, path] of Object.entries(searches)) {
    const reply = await get(id, search, key);
    expect(reply.status).toBe(400);
    expect(await reply.json()).toMatchObject({ code: 'bad_request', errors: [{ path }] });
  }
});
