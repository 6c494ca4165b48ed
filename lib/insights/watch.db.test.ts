import { describe, expect, test } from 'vitest';
import { findWatchAlarms } from '@/db/queries/watch';
import { testDatabase, testWorkspace } from '@/db/testing/database';
import { newContent } from '@/lib/survey/model/content';
import { addDays } from '../clock';
import { newId } from '../id';
import { createJourney } from '../journey/commands/journey';
import { addMarker } from '../journey/commands/marker';
import { addStage } from '../journey/commands/stage';
import { addTouchpoint } from '../journey/commands/touchpoint';
import { setWatch } from '../journey/commands/watch';
import { recordAnswers } from '../response/commands/record-answers';
import type { Recording } from '../response/model';
import { draftSurvey, openPlacement, publishSurvey } from '../survey/commands';
import { loadWatch } from './views/watch';

testDatabase();

/** A Wednesday: the last whole week ended on Sunday the 15th. */
const NOW = new Date('2026-11-18T12:00:00Z');
const LAST_MONDAY = '2026-11-09';

const answer = (placementId: string, score: number, day: string): Recording => ({
  ...{ placementId, responseId: newId(), seq: 1, state: 'complete', score, words: null, comment: null },
  ...{
    keyHash: null,
    invitationId: null,
    contactId: null,
    persona: '',
    respondentKey: null,
    attributes: null,
  },
  ...{ source: 'link', receivedAt: new Date(`${day}T10:00:00Z`), day },
});

/** Twenty answers a week for 30 weeks; satisfaction falls in the 25th. */
async function story() {
  const workspace = await testWorkspace();
  const { scope } = workspace;
  const journey = await createJourney(scope, { title: 'Moving in', personaIds: [] });
  const stage = await addStage(scope, { journeyId: journey.id, title: 'Order' });
  const touchpoint = await addTouchpoint(scope, { stageId: stage.id, title: 'Delivery' });
  const content = newContent('en', { topic: 'the delivery' });
  const survey = await draftSurvey(scope, { lineageId: touchpoint.lineageId, metric: 'csat', content });
  await publishSurvey(scope, { id: survey.id });
  const { id: placement } = await openPlacement(scope, { surveyId: survey.id, kind: 'link' });
  const answers = Array.from({ length: 30 }, (_, week) => {
    const day = addDays(LAST_MONDAY, (week - 29) * 7 + (week % 7));
    const scores = week < 24 ? [5, 4, 5, 4, 4, 5, 3, 4, 5, 2] : [2, 1, 3, 2, 4, 2, 1, 5, 3, 2];
    return [...scores, ...scores].map((score) => answer(placement, score, day));
  }).flat();
  await recordAnswers(scope, [...answers, answer(placement, 1, '2026-11-17')]);
  return { ...workspace, journey, touchpoint };
}

describe('the watch over a journey', () => {
  test('finds the fall, says since when, and reads whole weeks only', async () => {
    const { scope, journey, touchpoint } = await story();
    const fell = addDays(LAST_MONDAY, -5 * 7);
    await addMarker(scope, {
      journeyId: journey.id,
      touchpointId: touchpoint.id,
      changedOn: fell,
      text: 'New carrier',
      outcome: 'Faster delivery',
    });
    const view = await loadWatch(scope, journey.id, new URLSearchParams(), NOW);
    expect(view).toMatchObject({ alarmsPerYear: 4, watched: 1, to: '2026-11-15' });
    expect(view.series).toHaveLength(1);
    expect(view.series[0]).toMatchObject({
      metric: 'csat',
      subject: { title: 'Delivery', stage: 'Order', touchpointId: touchpoint.id },
    });
    expect(view.series[0]?.points).toHaveLength(30);
    expect(view.series[0]?.points.at(-1)).toMatchObject({
      from: LAST_MONDAY,
      to: '2026-11-15',
      score: { n: 20 },
    });
    expect(view.signals).toHaveLength(1);
    expect(view.signals[0]).toMatchObject({ direction: 'down', since: fell });
    expect(view.signals[0]?.before).toMatchObject({ value: 0.8, formula: 'csat@1' });
    expect(view.signals[0]?.after).toMatchObject({ value: 0.2, method: 'wilson' });
    expect(view.markers.map(({ text }) => text)).toEqual(['New carrier']);
  });

  test('follows the filter of the address, and refuses a bad one', async () => {
    const { scope, journey } = await story();
    const byMail = await loadWatch(scope, journey.id, new URLSearchParams('source=email'), NOW);
    expect(byMail.series).toEqual([]);
    const bad = loadWatch(scope, journey.id, new URLSearchParams('source=pigeon'), NOW);
    await expect(bad).rejects.toMatchObject({ code: 'bad_request' });
  });

  test('keeps how often it may be wrong, which moves its limits', async () => {
    const { scope, journey } = await story();
    const before = await loadWatch(scope, journey.id, new URLSearchParams(), NOW);
    await setWatch(scope, { journeyId: journey.id, alarmsPerYear: 1 });
    const after = await loadWatch(scope, journey.id, new URLSearchParams(), NOW);
    expect(after.alarmsPerYear).toBe(1);
    expect(after.limits.drift).toBeGreaterThan(before.limits.drift);
    await expect(setWatch(scope, { journeyId: journey.id, alarmsPerYear: 0 })).rejects.toMatchObject({
      code: 'invalid',
    });
  });

  test('of another workspace is neither seen nor settled', async () => {
    const [of, other] = [await story(), await testWorkspace()];
    const seen = loadWatch(other.scope, of.journey.id, new URLSearchParams(), NOW);
    await expect(seen).rejects.toMatchObject({ code: 'not_found' });
    expect(await findWatchAlarms(other.scope, of.journey.id)).toBeNull();
    const settled = setWatch(other.scope, { journeyId: of.journey.id, alarmsPerYear: 12 });
    await expect(settled).rejects.toMatchObject({ code: 'not_found' });
    expect(await findWatchAlarms(of.scope, of.journey.id)).toBe(4);
  });
});
