import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { listChosenQuotes } from '@/db/queries/chosen-quotes';
import type { Scope } from '@/db/scope';
import { testDatabase, testWorkspace } from '@/db/testing/database';
import { askingOf, recordingOf } from '../gates/respondent';
import { loadJourneyMap } from '../insights/views';
import { loadChosenQuotes } from '../insights/views/chosen-quotes';
import { createJourney } from '../journey/commands/journey';
import { addStage } from '../journey/commands/stage';
import { addTouchpoint } from '../journey/commands/touchpoint';
import { holdResponse } from '../response/commands/hold-response';
import { recordResponse } from '../response/commands/record-response';
import { releaseResponse } from '../response/commands/release-response';
import { draftSurvey, openPlacement, publishSurvey } from '../survey/commands';
import { newContent } from '../survey/model/content';
import { chooseForPresentations } from './commands/choose';
import { redactComment } from './commands/redact';

testDatabase();

test('presentations show what a member chose, never of too few, held back or blacked out, and to nobody else', async () => {
  const home = await testWorkspace();
  const { scope } = home;
  const journey = await createJourney(scope, { title: 'Moving in' });
  const stage = await addStage(scope, { journeyId: journey.id, title: 'Book' });
  const { id, lineageId } = await addTouchpoint(scope, { stageId: stage.id, title: 'Call' });
  const content = newContent('en', { topic: 'the call' });
  const survey = await draftSurvey(scope, { lineageId, metric: 'csat', content });
  await publishSurvey(scope, { id: survey.id });
  const placement = await openPlacement(scope, { surveyId: survey.id, kind: 'link' });
  const say = async (comment: string) => {
    const responseId = randomUUID();
    const asking = await askingOf(placement.key);
    const body = { seq: 1, state: 'complete', answer: { score: 2, comment } };
    const sent = { responseId, body, responseKey: null, now: new Date() };
    await recordResponse(asking.scope, await recordingOf(asking, sent));
    return { placementId: placement.id, responseId };
  };
  const shown = async (search = '') => {
    const map = await loadJourneyMap(scope, journey.id, new URLSearchParams(search), new Date());
    const touchpoints = map.stages.flatMap((one) => one.touchpoints);
    return (await loadChosenQuotes(scope, map, touchpoints)).get(id)?.map(({ comment }) => comment);
  };
  const first = await say('Nobody knew me');
  await say('Another word');
  await chooseForPresentations(scope, { ...first, chosen: true });
  expect(await shown()).toBeUndefined();
  for (const word of ['One', 'Two', 'Three']) await say(word);
  expect(await shown()).toEqual(['Nobody knew me']);
  expect(await shown('source=email')).toBeUndefined();

  const other: Scope = (await testWorkspace()).scope;
  const within = { ...(await loadJourneyMap(scope, journey.id, new URLSearchParams(), new Date())).filter };
  expect(await listChosenQuotes(other, [lineageId], within, 10)).toEqual([]);
  await expect(chooseForPresentations(other, { ...first, chosen: true })).rejects.toMatchObject({
    code: 'not_found',
  });
  await expect(
    chooseForPresentations(await home.as('viewer'), { ...first, chosen: false }),
  ).rejects.toMatchObject({ code: 'forbidden' });

  await say('Four');
  await holdResponse(scope, { placementId: first.placementId, id: first.responseId });
  expect(await shown()).toEqual([]);
  await expect(chooseForPresentations(scope, { ...first, chosen: true })).rejects.toMatchObject({
    code: 'conflict',
  });
  await releaseResponse(scope, { placementId: first.placementId, id: first.responseId });
  expect(await shown()).toEqual(['Nobody knew me']);
  await redactComment(scope, { ...first, passage: 'Nobody' });
  expect(await shown()).toEqual([]);
  await expect(chooseForPresentations(scope, { ...first, chosen: true })).rejects.toMatchObject({
    code: 'conflict',
  });
});
