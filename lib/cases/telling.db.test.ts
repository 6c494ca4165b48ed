import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { countWaitingAlerts, listAlerts } from '@/db/queries/alerts';
import { findDelivery, findHook, listDeliveries, listHooks } from '@/db/queries/hooks';
import { listRuleChanges } from '@/db/queries/rule-changes';
import type { Scope } from '@/db/scope';
import { type TestWorkspace, testDatabase, testWorkspace } from '@/db/testing/database';
import { addDays, dayOf } from '../clock';
import { secret } from '../env';
import { newId } from '../id';
import { proveClock } from '../identity/prove';
import { createJourney } from '../journey/commands/journey';
import { addStage } from '../journey/commands/stage';
import { addTouchpoint } from '../journey/commands/touchpoint';
import { putShared } from '../registry';
import { recordAnswers } from '../response/commands/record-answers';
import type { Recording } from '../response/model';
import { draftSurvey, openPlacement, publishSurvey } from '../survey/commands';
import { newContent } from '../survey/model/content';
import {
  acknowledgeAlert,
  addAlertRule,
  editAlertRule,
  raiseAlerts,
  retireAlertRule,
} from './commands/alert';
import { addCaseRule } from './commands/case-rule';
import { addHook, editHook, renewHook, retireHook, testHook } from './commands/hook';
import { lookAtAnswers } from './commands/look';
import { deliverToHook, mailAlerts, runAlertRound } from './jobs';
import { hookKey } from './rules/signature';

testDatabase();

let home: TestWorkspace;
let scope: Scope;
let place: { id: string; lineageId: string };
const clock = () => proveClock(home.workspaceId);
const TODAY = dayOf(new Date(), 'Europe/Berlin');

beforeEach(async () => {
  home = await testWorkspace();
  scope = home.scope;
  const journey = await createJourney(scope, { title: 'Getting online' });
  const stage = await addStage(scope, { journeyId: journey.id, title: 'Begin' });
  const touchpoint = await addTouchpoint(scope, { stageId: stage.id, title: 'Book a visit' });
  const content = newContent('en', { topic: 'book a visit' });
  const survey = await draftSurvey(scope, { lineageId: touchpoint.lineageId, metric: 'nps', content });
  await publishSurvey(scope, { id: survey.id });
  const { id } = await openPlacement(scope, { surveyId: survey.id, kind: 'link' });
  place = { id, lineageId: touchpoint.lineageId };
});

describe('alerts', () => {
  const LOW = { kind: 'score', metric: 'nps', below: 0.2, probability: 0.95 } as const;

  test('a low score is told once while it lasts, and ends by itself', async () => {
    await addAlertRule(scope, { condition: LOW, journeyId: null });
    await answers(12, 0, () => 3);
    expect(await raiseAlerts(clock(), {})).toMatchObject({ raised: 1, idle: false });
    expect(await raiseAlerts(clock(), {})).toMatchObject({ raised: 0, ended: 0 });
    const [one] = await listAlerts(scope, { limit: 10 });
    expect(one).toMatchObject({
      lineageId: place.lineageId,
      subjectTitle: 'Book a visit',
      finding: { kind: 'score', n: 12, value: -1, below: 0.2 },
      endedAt: null,
    });
    await answers(200, 0, () => 10);
    expect(await raiseAlerts(clock(), {})).toMatchObject({ raised: 0, ended: 1 });
    expect(await countWaitingAlerts(scope)).toBe(0);
  });

  test('below the workspace’s minimum of answers nothing is told', async () => {
    await addAlertRule(scope, { condition: LOW, journeyId: null });
    await answers(4, 0, () => 0);
    expect(await raiseAlerts(clock(), {})).toMatchObject({ raised: 0 });
  });

  test('silence where people used to answer every day is told', async () => {
    await addAlertRule(scope, { condition: { kind: 'silence', days: 5 }, journeyId: null });
    for (let day = 7; day < 63; day += 1) await answers(1, day, () => 8);
    expect(await raiseAlerts(clock(), {})).toMatchObject({ raised: 1 });
    const [one] = await listAlerts(scope, { limit: 1 });
    expect(one?.finding).toMatchObject({ kind: 'silence', days: 7, lastOn: addDays(TODAY, -7) });
    await answers(1, 0, () => 8);
    expect(await raiseAlerts(clock(), {})).toMatchObject({ ended: 1 });
  });

  test('a drop that lasts is told by its watch, with the days between which it came', async () => {
    await addAlertRule(scope, { condition: { kind: 'drop' }, journeyId: null });
    for (let week = 3; week < 33; week += 1) await answers(20, week * 7, (n) => (n % 4 === 0 ? 6 : 10));
    for (let week = 1; week < 3; week += 1) await answers(20, week * 7, () => 1);
    expect(await raiseAlerts(clock(), {})).toMatchObject({ raised: 1 });
    const [one] = await listAlerts(scope, { limit: 1 });
    expect(one?.finding).toMatchObject({ kind: 'drop', metric: 'nps' });
  });

  test('it is acknowledged once, and ends with its rule', async () => {
    const rule = await addAlertRule(scope, { condition: LOW, journeyId: null });
    await answers(12, 0, () => 3);
    await raiseAlerts(clock(), {});
    const [{ id = '' } = {}] = await listAlerts(scope, { standing: true, limit: 1 });
    expect(await acknowledgeAlert(scope, { id })).toEqual({ id, changed: true });
    expect(await acknowledgeAlert(scope, { id })).toEqual({ id, changed: false });
    expect(await listAlerts(scope, { standing: true, limit: 1 })).toEqual([]);
    await retireAlertRule(scope, { id: rule.id });
    expect((await listAlerts(scope, { limit: 1 }))[0]?.endedAt).toBeInstanceOf(Date);
    expect(await runAlertRound.run(clock(), {})).toEqual({ next: 'done' });
  });

  test('a changed rule ends what stood by it, and tells anew what holds now', async () => {
    const { id } = await addAlertRule(scope, { condition: LOW, journeyId: null });
    await answers(12, 0, () => 3);
    await raiseAlerts(clock(), {});
    const stricter = { ...LOW, below: -0.5 };
    expect(await editAlertRule(scope, { id, condition: stricter, journeyId: null })).toEqual({
      id,
      changed: true,
    });
    expect((await listAlerts(scope, { limit: 10 })).map(({ endedAt }) => endedAt === null)).toEqual([false]);
    expect(await raiseAlerts(clock(), {})).toMatchObject({ raised: 1 });
    const [newest] = await listAlerts(scope, { limit: 1 });
    expect(newest?.finding).toMatchObject({ kind: 'score', below: -0.5 });
    expect(await listRuleChanges(scope, [id])).toMatchObject([
      { before: { condition: LOW, journeyId: null } },
    ]);
    const stranger = (await testWorkspace()).scope;
    await expect(editAlertRule(stranger, { id, condition: LOW, journeyId: null })).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  test('another workspace sees none and acknowledges none', async () => {
    await addAlertRule(scope, { condition: LOW, journeyId: null });
    await answers(12, 0, () => 3);
    await raiseAlerts(clock(), {});
    const [{ id = '' } = {}] = await listAlerts(scope, { limit: 1 });
    const stranger = (await testWorkspace()).scope;
    expect(await listAlerts(stranger, { limit: 10 })).toEqual([]);
    expect(await countWaitingAlerts(stranger)).toBe(0);
    await expect(acknowledgeAlert(stranger, { id })).rejects.toMatchObject({ code: 'not_found' });
    expect(
      await mailAlerts.run(proveClock(stranger.workspaceId), { userId: home.userId, alertIds: [id] }),
    ).toEqual({
      next: 'done',
    });
  });
});

describe('hooks', () => {
  const EVENTS = ['case.opened', 'alert.raised'] as const;
  const hookAt = (url: string, shape: 'milepost' | 'slack' = 'milepost') =>
    addHook(scope, { name: 'Flow', url, shape, events: [...EVENTS] });
  const newest = async (hookId: string) => (await listDeliveries(scope, hookId, 1))[0];

  afterEach(() => allowPrivate(false));

  test('a case is told by a message that holds none of the customer’s words, signed by the hook’s key', async () => {
    allowPrivate(true);
    const receiver = await listenHere();
    const { id } = await hookAt(receiver.url);
    await addCaseRule(scope, {
      condition: { kind: 'comment' },
      ...{ journeyId: null, lineageId: null, assigneeUserId: null, dueHours: 4 },
    });
    await answers(1, 0, () => 2, 'A secret of mine');
    await lookAtAnswers(clock(), {});
    const delivery = await newest(id);
    expect(await deliverToHook.run(clock(), { deliveryId: delivery?.id ?? '' })).toEqual({ next: 'done' });
    expect(await newest(id)).toMatchObject({ state: 'delivered', status: 200, attempts: 1, failure: null });
    const [got] = receiver.got;
    expect(got?.body).not.toContain('secret of mine');
    expect(JSON.parse(got?.body ?? '{}')).toMatchObject({
      id: delivery?.id,
      event: 'case.opened',
      subject: { title: 'Book a visit' },
      answer: { metric: 'nps', score: 2 },
      case: { state: 'open', url: expect.stringContaining('/cases/') },
    });
    const [, seconds = '', hash = ''] =
      /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(got?.headers['milepost-signature'])) ?? [];
    const key = hookKey(secret(), id, 1);
    expect(hash).toBe(createHmac('sha256', key).update(`${seconds}.${got?.body}`).digest('hex'));
    expect(got?.headers['milepost-event']).toBe('case.opened');
    receiver.close();
  });

  test('a chat gets one line of text, unsigned', async () => {
    allowPrivate(true);
    const receiver = await listenHere();
    const { id } = await hookAt(receiver.url, 'slack');
    await testHook(scope, { id });
    await deliverToHook.run(clock(), { deliveryId: (await newest(id))?.id ?? '' });
    expect(JSON.parse(receiver.got[0]?.body ?? '{}')).toEqual({
      text: expect.stringMatching(/^A test from Test: this hook works\.\n<http.*\/settings\/hooks>$/),
    });
    expect(receiver.got[0]?.headers['milepost-signature']).toBeUndefined();
    receiver.close();
  });

  test('what is not taken is tried again with the same body, and given up in the end', async () => {
    allowPrivate(true);
    const receiver = await listenHere(503);
    const { id } = await hookAt(receiver.url);
    await testHook(scope, { id });
    const { id: deliveryId = '' } = (await newest(id)) ?? {};
    for (let attempt = 1; attempt <= 2; attempt += 1) {
      expect(await deliverToHook.run(clock(), { deliveryId })).toMatchObject({ next: 'retry' });
      expect(await newest(id)).toMatchObject({ state: 'queued', status: 503, attempts: attempt });
    }
    expect(receiver.got[0]?.body).toBe(receiver.got[1]?.body);
    await deliverToHook.giveUp(clock(), { deliveryId }, 'It answered 503.');
    expect(await newest(id)).toMatchObject({ state: 'failed', failure: 'It answered 503.' });
    expect(await deliverToHook.run(clock(), { deliveryId })).toEqual({ next: 'done' });
    expect(receiver.got).toHaveLength(2);
    receiver.close();
  });

  test('a private address is never called', async () => {
    const receiver = await listenHere();
    allowPrivate(true);
    const { id } = await hookAt(receiver.url.replace('http:', 'https:'));
    allowPrivate(false);
    await testHook(scope, { id });
    await deliverToHook.run(clock(), { deliveryId: (await newest(id))?.id ?? '' });
    expect(await newest(id)).toMatchObject({ state: 'failed', failure: expect.stringContaining('private') });
    expect(receiver.got).toEqual([]);
    receiver.close();
  });

  test.each([
    ['http://example.com/hook', 'begin with https://'],
    ['https://10.0.0.1/hook', 'private network'],
    ['https://localhost/hook', 'private network'],
  ])('%s, which would never be called, is refused where it is written', async (url, why) => {
    const refusal = { code: 'invalid', errors: [{ path: 'url', message: expect.stringContaining(why) }] };
    await expect(hookAt(url)).rejects.toMatchObject(refusal);
    const { id } = await hookAt('https://example.com/hook');
    const fields = { name: 'Flow', shape: 'milepost' as const, events: [...EVENTS] };
    await expect(editHook(scope, { id, url, ...fields })).rejects.toMatchObject(refusal);
    allowPrivate(true);
    await expect(hookAt(url)).resolves.toMatchObject({ id: expect.any(String) });
  });

  test('what waits for a hook that was removed is not sent', async () => {
    const { id } = await hookAt('https://example.com/hook');
    await testHook(scope, { id });
    await retireHook(scope, { id });
    const delivery = await newest(id);
    await deliverToHook.run(clock(), { deliveryId: delivery?.id ?? '' });
    expect(await newest(id)).toMatchObject({ state: 'failed', attempts: 0 });
    await expect(testHook(scope, { id })).rejects.toMatchObject({ code: 'not_found' });
  });

  test('a changed hook is told of what it asks for now, at its new address, and its past stays', async () => {
    const { id } = await addHook(scope, {
      ...{ name: 'Desk', url: 'https://example.com/a', shape: 'milepost', events: ['case.opened'] },
    });
    const changed = {
      id,
      name: 'Desk',
      url: 'https://example.com/b',
      shape: 'slack',
      events: ['alert.raised'],
    } as const;
    expect(await editHook(scope, { ...changed, events: [...changed.events] })).toEqual({ id, changed: true });
    expect(await findHook(scope, id)).toMatchObject({ ...changed, secretVersion: 1 });
    expect(await listRuleChanges(scope, [id])).toMatchObject([{ before: { url: 'https://example.com/a' } }]);
    const asked = { ...changed, events: [...changed.events] };
    await expect(editHook(await home.as('editor'), asked)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(editHook((await testWorkspace()).scope, asked)).rejects.toMatchObject({ code: 'not_found' });
  });

  test('another workspace sees no hook, and only owners make one', async () => {
    const { id } = await hookAt('https://example.com/hook');
    await testHook(scope, { id });
    const stranger = (await testWorkspace()).scope;
    expect(await listHooks(stranger)).toEqual([]);
    expect(await findHook(stranger, id)).toBeNull();
    expect(await listDeliveries(stranger, id, 5)).toEqual([]);
    expect(await findDelivery(stranger, (await newest(id))?.id ?? '')).toBeNull();
    await expect(renewHook(stranger, { id })).rejects.toMatchObject({ code: 'not_found' });
    const editor = await home.as('editor');
    await expect(renewHook(editor, { id })).rejects.toMatchObject({ code: 'forbidden' });
  });
});

function allowPrivate(yes: boolean): void {
  if (yes) process.env['MILEPOST_ALLOW_PRIVATE_HOOKS'] = '1';
  else delete process.env['MILEPOST_ALLOW_PRIVATE_HOOKS'];
  putShared('env', null);
}

async function listenHere(status = 200) {
  const got: { body: string; headers: Record<string, unknown> }[] = [];
  const server = createServer((request, reply) => {
    let body = '';
    request.on('data', (part: Buffer) => {
      body += part.toString('utf8');
    });
    request.on('end', () => {
      got.push({ body, headers: request.headers });
      reply.writeHead(status).end();
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/in`, got, close: () => server.close() };
}

/** So many answers on the day that lies `ago` days back. */
async function answers(n: number, ago: number, scoreOf: (n: number) => number, comment?: string) {
  const day = addDays(TODAY, -ago);
  const receivedAt = ago === 0 ? new Date() : new Date(`${day}T12:00:00Z`);
  const recordings = Array.from(
    { length: n },
    (_, place_): Recording => ({
      placementId: place.id,
      responseId: newId(),
      seq: 1,
      state: 'complete',
      score: scoreOf(place_),
      words: null,
      comment: comment ?? null,
      keyHash: null,
      invitationId: null,
      contactId: null,
      persona: '',
      respondentKey: null,
      attributes: null,
      source: 'link',
      receivedAt,
      day,
    }),
  );
  await recordAnswers(scope, recordings);
}
