import { expect, test } from 'vitest';
import { listChannelsOf } from '@/db/queries/channels';
import { findFilterChoices } from '@/db/queries/filter-choices';
import { testDatabase, testWorkspace } from '@/db/testing/database';
import { dayOf } from '../clock';
import { newId } from '../id';
import { proveClock } from '../identity/prove';
import { createJourney } from '../journey/commands/journey';
import { addStage } from '../journey/commands/stage';
import { addTouchpoint } from '../journey/commands/touchpoint';
import { recordAnswers } from '../response/commands/record-answers';
import { splitCustomers } from '../response/commands/split-customers';
import { recountSegments } from '../response/jobs';
import type { Recording } from '../response/model';
import { draftSurvey, openPlacement, placeInChannel, publishSurvey } from '../survey/commands';
import { newContent } from '../survey/model/content';
import { loadChannels } from '../survey/views/load-channels';
import { ENGLISH } from '../translate';
import { loadFilterChoices, loadJourneyMap, loadScores } from './views';
import { loadWorkspaceFilter } from './views/workspace-filter';

testDatabase();

const NOW = new Date();

async function story() {
  const workspace = await testWorkspace();
  const { scope } = workspace;
  const journey = await createJourney(scope, { title: 'Becoming a customer' });
  const stage = await addStage(scope, { journeyId: journey.id, title: 'One' });
  const at = await addTouchpoint(scope, { stageId: stage.id, title: 'Pay', channels: ['website', 'phone'] });
  const survey = await draftSurvey(scope, {
    lineageId: at.lineageId,
    metric: 'ces',
    content: newContent('de', { topic: 'pay' }),
  });
  await publishSurvey(scope, { id: survey.id });
  const placement = await openPlacement(scope, { surveyId: survey.id, kind: 'link' });
  const answer = (score: number, attributes: Record<string, string> | null = null) =>
    recordAnswers(scope, [
      {
        ...{ placementId: placement.id, responseId: newId(), seq: 1, state: 'complete', score, words: null },
        ...{ comment: null, keyHash: null, invitationId: null, contactId: null, persona: '', source: 'link' },
        ...{ respondentKey: attributes ? newId() : null, attributes, receivedAt: NOW },
        day: dayOf(NOW, 'Europe/Berlin'),
      } as Recording,
    ]);
  const n = async (search: string) => {
    const reply = await loadScores(scope, journey.id, new URLSearchParams(search), NOW);
    return reply.touchpoints.reduce((sum, one) => sum + one.n, 0);
  };
  return { ...workspace, journey, at, survey, placement, answer, n };
}

test('a place of a survey names its channel, and its answers are counted there from then on', async () => {
  const of = await story();
  await of.answer(3);
  await placeInChannel(of.scope, { id: of.placement.id, channel: 'phone' });
  await of.answer(5);
  await of.answer(6);
  expect([await of.n(''), await of.n('channel=phone'), await of.n('channel=website')]).toEqual([3, 2, 0]);
  expect((await loadChannels(of.scope, of.at.lineageId, ENGLISH)).map(({ key }) => key)).toEqual([
    'website',
    'phone',
  ]);
});

test('the attribute that splits customers counts what is there already, and what comes', async () => {
  const of = await story();
  await of.answer(3, { plan: 'pro' });
  await of.answer(4, { plan: ' free ' });
  await of.answer(5);
  expect(await of.n('segment=pro')).toBe(0);
  await splitCustomers(of.scope, { attribute: 'plan' });
  const clock = proveClock(of.workspaceId);
  expect(await recountSegments.run(clock, { personaId: null, late: false })).toEqual({ next: 'done' });
  expect([await of.n('segment=pro'), await of.n('segment=free'), await of.n('')]).toEqual([1, 1, 3]);
  await splitCustomers(of.scope, { attribute: null });
  await recountSegments.run(clock, { personaId: null, late: false });
  expect([await of.n('segment=pro'), await of.n('')]).toEqual([0, 3]);
});

test('a filter offers what was asked and counted', async () => {
  const of = await story();
  await placeInChannel(of.scope, { id: of.placement.id, channel: 'phone' });
  await of.answer(3);
  const map = await loadJourneyMap(of.scope, of.journey.id, new URLSearchParams(), NOW);
  expect(await loadFilterChoices(of.scope, map)).toEqual({
    segments: [],
    channels: ['phone'],
    languages: ['de'],
    versions: [],
    campaigns: [],
  });
  await publishSurvey(of.scope, { id: of.survey.id });
  expect((await loadFilterChoices(of.scope, map)).versions).toMatchObject([
    { surveyId: of.survey.id, subject: 'Pay', version: 2 },
    { surveyId: of.survey.id, subject: 'Pay', version: 1 },
  ]);
});

test('what an owner answers for is counted alone', async () => {
  const of = await story();
  await of.answer(3);
  expect(await of.n(`owner=${newId()}`)).toBe(0);
});

test('another workspace is offered nothing, and changes nothing', async () => {
  const [of, other] = [await story(), await testWorkspace()];
  await placeInChannel(of.scope, { id: of.placement.id, channel: 'phone' });
  await of.answer(3);
  expect(await findFilterChoices(other.scope, [of.at.lineageId])).toEqual({
    ...{ segments: [], channels: [], languages: [], versions: [], campaigns: [] },
  });
  expect(await listChannelsOf(other.scope, of.at.lineageId)).toEqual([]);
  await expect(placeInChannel(other.scope, { id: of.placement.id, channel: 'x' })).rejects.toMatchObject({
    code: 'not_found',
  });
  await expect(splitCustomers(await of.as('editor'), { attribute: 'plan' })).rejects.toMatchObject({
    code: 'forbidden',
  });
});

test('over the whole workspace offers what was asked and counted anywhere in it, and nothing of another', async () => {
  const of = await story();
  await placeInChannel(of.scope, { id: of.placement.id, channel: 'phone' });
  await of.answer(5);
  const { choices } = await loadWorkspaceFilter(of.scope);
  expect(choices).toMatchObject({ channels: ['phone'], languages: ['de'] });
  const other = await testWorkspace();
  expect(await loadWorkspaceFilter(other.scope)).toEqual({
    personas: [],
    channels: [],
    choices: { segments: [], channels: [], languages: [], versions: [], campaigns: [] },
  });
});
