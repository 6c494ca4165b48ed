import { newContent } from '@/lib/survey/model/content';
import { database, open } from '../db/client';
import type { Scope } from '../db/scope';
import { newId } from '../lib/id';
import { createUser } from '../lib/identity/commands/create-user';
import { foundWorkspace } from '../lib/identity/commands/found-workspace';
import { proveFounder, proveMember } from '../lib/identity/prove';
import { createJourney } from '../lib/journey/commands/journey';
import { addStage } from '../lib/journey/commands/stage';
import { addStatement } from '../lib/journey/commands/statement';
import { addTouchpoint, editTouchpoint } from '../lib/journey/commands/touchpoint';
import { recordAnswers } from '../lib/response/commands/record-answers';
import type { Recording } from '../lib/response/model';
import { draftSurvey, openPlacement, publishSurvey } from '../lib/survey/commands';

/**
 * Fills the empty database of MILEPOST_DATA_DIR with journeys of as many touchpoints as the arguments say, ten to a
 * stage, each with answers, an expected emotion and a pain; prints who may sign in and the journeys' ids.
 */
const ANSWERS_EACH = 12;
const EMAIL = 'bench@example.com';
const PASSWORD = 'a-bench-of-maps-2026';
const CONTENT = newContent('en', { topic: 'take this step' });
const sizes = process.argv.slice(2).map(Number);

await open({ directory: process.env.MILEPOST_DATA_DIR ?? '' });
await database().migrate();
const { id: userId } = await createUser({ email: EMAIL, name: 'Bench', password: PASSWORD });
const founder = proveFounder(userId);
await foundWorkspace(founder, { name: 'Bench', brand: 'Bench', timeZone: 'Europe/Berlin', language: 'en' });
const scope = await proveMember(userId, founder.workspaceId);
if (!scope) throw new Error('The member was not let in.');
const journeys: Record<number, string> = {};
for (const size of sizes) journeys[size] = await journeyOf(scope, size);
await database().close();
console.log(JSON.stringify({ email: EMAIL, password: PASSWORD, journeys }));

async function journeyOf(member: Scope, size: number): Promise<string> {
  const { id: journeyId } = await createJourney(member, { title: `${size} touchpoints` });
  const recordings: Recording[] = [];
  let stageId = '';
  for (let index = 0; index < size; index += 1) {
    if (index % 10 === 0) {
      stageId = (await addStage(member, { journeyId, title: `Stage ${index / 10 + 1}` })).id;
    }
    const { id, lineageId } = await addTouchpoint(member, {
      stageId,
      title: `Touchpoint number ${index + 1}`,
      channels: ['website'],
    });
    await editTouchpoint(member, { id, expectedEmotion: ((index % 9) - 4) / 2, seen: {} });
    await addStatement(member, {
      journeyId,
      touchpointId: id,
      kind: 'pain',
      text: `Customers wait too long at number ${index + 1}.`,
    });
    for (const metric of index % 2 === 0 ? (['ces', 'emotion'] as const) : (['ces'] as const)) {
      const survey = await draftSurvey(member, { lineageId, metric, content: CONTENT });
      await publishSurvey(member, { id: survey.id });
      const placement = await openPlacement(member, { surveyId: survey.id, kind: 'link' });
      for (let n = 0; n < ANSWERS_EACH; n += 1) recordings.push(answer(placement.id, metric, index + n));
    }
  }
  await recordAnswers(member, recordings);
  return journeyId;
}

function answer(placementId: string, metric: 'ces' | 'emotion', seed: number): Recording {
  const receivedAt = new Date(Date.now() - (1 + (seed % 60)) * 86_400_000);
  return {
    ...{ placementId, responseId: newId(), seq: 1, state: 'complete', words: null },
    ...{
      score: metric === 'ces' ? 1 + (seed % 7) : (seed % 5) - 2,
      comment: 'It took a while, but it worked.',
    },
    ...{
      keyHash: null,
      invitationId: null,
      contactId: null,
      persona: '',
      respondentKey: null,
      attributes: null,
    },
    ...{ source: 'link', receivedAt, day: receivedAt.toISOString().slice(0, 10) },
  };
}
