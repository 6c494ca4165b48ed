import { expect, test } from 'vitest';
import { type TestWorkspace, testDatabase, testWorkspace } from '@/db/testing/database';
import { addDays, dayOf } from '../clock';
import { newId } from '../id';
import { createJourney } from '../journey/commands/journey';
import { addStage } from '../journey/commands/stage';
import { addTouchpoint } from '../journey/commands/touchpoint';
import { recordResponse } from '../response/commands/record-response';
import { draftSurvey, openPlacement, publishSurvey } from '../survey/commands';
import { newContent } from '../survey/model/content';
import { loadJourneyMap } from './views';
import { loadWay } from './views/customers';

testDatabase();

const NOW = new Date('2026-11-22T12:00:00Z');
const TODAY = dayOf(NOW, 'Europe/Berlin');

/** A journey of one touchpoint that a known customer answered 200 and 100 days ago, and somebody else today. */
async function story({ scope }: TestWorkspace) {
  const { id: journeyId } = await createJourney(scope, { title: 'Becoming a customer' });
  const stage = await addStage(scope, { journeyId, title: 'One' });
  const { lineageId } = await addTouchpoint(scope, { stageId: stage.id, title: 'Pay' });
  const content = newContent('en', { topic: 'pay' });
  const survey = await draftSurvey(scope, { lineageId, metric: 'ces', content });
  await publishSurvey(scope, { id: survey.id });
  const { id: placementId } = await openPlacement(scope, { surveyId: survey.id, kind: 'link' });
  for (const [respondentKey, daysAgo] of [
    ['K-1', 200],
    ['K-1', 100],
    ['K-2', 0],
  ] as const) {
    const day = addDays(TODAY, -daysAgo);
    await recordResponse(scope, {
      ...{
        placementId,
        responseId: newId(),
        seq: 1,
        state: 'complete',
        score: 2,
        words: null,
        comment: null,
      },
      ...{
        keyHash: null,
        invitationId: null,
        contactId: null,
        persona: '',
        attributes: null,
        source: 'link',
      },
      ...{ respondentKey, day, receivedAt: new Date(`${day}T10:00:00Z`) },
    });
  }
  const way = async (person: string, search = '') =>
    loadWay(scope, await loadJourneyMap(scope, journeyId, new URLSearchParams(search), NOW), person);
  return { way };
}

test('who answered outside of the filter is told so with the days, and only a stranger is not found', async () => {
  const [{ way }, other] = [await story(await testWorkspace()), await story(await testWorkspace())];
  const days = { from: addDays(TODAY, -200), to: addDays(TODAY, -100) };
  expect(await way('key:K-1')).toMatchObject({ label: 'K-1', entries: [], elsewhere: days });
  expect(await way('key:K-2', 'source=email')).toMatchObject({
    ...{ entries: [], elsewhere: { from: TODAY, to: TODAY } },
  });
  const shown = await way('key:K-1', `from=${days.from}&to=${days.to}`);
  expect(shown.elsewhere).toBeNull();
  expect(shown.entries).toHaveLength(2);
  await expect(way('key:K-3')).rejects.toMatchObject({ code: 'not_found' });
  // Both workspaces know people by the same keys, and each sees its own alone.
  expect((await other.way('key:K-2')).entries).toHaveLength(1);
});
