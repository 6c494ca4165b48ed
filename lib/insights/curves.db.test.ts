import { describe, expect, test } from 'vitest';
import { listPersonaSlices } from '@/db/queries/tallies';
import type { Scope } from '@/db/scope';
import { testDatabase, testWorkspace } from '@/db/testing/database';
import { newContent } from '@/lib/survey/model/content';
import { newId } from '../id';
import { createJourney } from '../journey/commands/journey';
import { addPersona } from '../journey/commands/persona';
import { addStage } from '../journey/commands/stage';
import { addTouchpoint } from '../journey/commands/touchpoint';
import { recordAnswers } from '../response/commands/record-answers';
import type { Recording } from '../response/model';
import type { SurveyMetricId } from '../scoring/metrics';
import { draftSurvey, openPlacement, publishSurvey } from '../survey/commands';
import { EVERYTHING } from './rules/filter';
import { loadJourneyMap } from './views';

testDatabase();

const NOW = new Date('2026-11-22T12:00:00Z');
const TODAY = '2026-11-22';

async function ask(scope: Scope, lineageId: string, metric: SurveyMetricId): Promise<string> {
  const content = newContent('en', { topic: 'booking a visit' });
  const { id } = await draftSurvey(scope, { lineageId, metric, content });
  await publishSurvey(scope, { id });
  return (await openPlacement(scope, { surveyId: id, kind: 'link' })).id;
}

const felt = (placementId: string, persona: string, score: number, day = TODAY): Recording => ({
  ...{ placementId, responseId: newId(), seq: 1, state: 'complete', score, words: null, comment: null },
  ...{ keyHash: null, invitationId: null, contactId: null, persona, respondentKey: null, attributes: null },
  ...{ source: 'link', receivedAt: new Date(`${day}T10:00:00Z`), day },
});

async function story() {
  const workspace = await testWorkspace();
  const { scope } = workspace;
  const people = [];
  for (const name of ['A', 'B', 'C', 'D', 'E', 'F']) people.push(await addPersona(scope, { name }));
  const [a, b] = people as [{ id: string }, { id: string }];
  const journey = await createJourney(scope, { title: 'J', personaIds: people.map(({ id }) => id) });
  const stage = await addStage(scope, { journeyId: journey.id, title: 'S' });
  const one = await addTouchpoint(scope, { stageId: stage.id, title: 'one' });
  const two = await addTouchpoint(scope, { stageId: stage.id, title: 'two' });
  const emotion = await ask(scope, one.lineageId, 'emotion');
  const ces = await ask(scope, two.lineageId, 'ces');
  await recordAnswers(scope, [
    ...[2, 2, 1, 2, 1].map((score) => felt(emotion, a.id, score)),
    ...[-2, -1].map((score) => felt(emotion, b.id, score)),
    ...[0, 0, 0].map((score) => felt(emotion, '', score)),
    felt(emotion, a.id, -2, '2026-03-01'),
    ...[7, 7, 7].map((score) => felt(ces, a.id, score)),
  ]);
  return { ...workspace, journey, one, people, a, b };
}

describe('curves by persona', () => {
  test('show what each persona felt, at most five of them, and nothing where nobody asked for feelings', async () => {
    const { scope, journey, a, b, people } = await story();
    const load = async (search: string) =>
      (await loadJourneyMap(scope, journey.id, new URLSearchParams(search), NOW)).personaCurves;
    expect(await load('')).toEqual([]);
    const five = await load('curves=persona');
    expect(five.map(({ persona }) => persona.name)).toEqual(['A', 'B', 'C', 'D', 'E']);
    expect(five.slice(0, 3).map(({ measures }) => measures.map((one) => one?.tally ?? null))).toEqual([
      [[0, 0, 0, 2, 3], null],
      [[1, 1, 0, 0, 0], null],
      [null, null],
    ]);
    expect(five[0]?.measures[0]).toMatchObject({
      metric: 'emotion',
      shown: true,
      score: { n: 5, value: 1.6 },
    });
    expect(five[1]?.measures[0]?.shown).toBe(false);
    const named = await load(`curves=${b.id},${people[5]?.id}&persona=${a.id}`);
    expect(named.map(({ persona }) => persona.name)).toEqual(['B', 'F']);
    expect(named[0]?.measures[0]?.tally).toEqual([1, 1, 0, 0, 0]);
    expect(await load('curves=everybody')).toEqual([]);
  });

  test('of another workspace are not seen', async () => {
    const [of, other] = [await story(), await testWorkspace()];
    const within = {
      from: '2020-01-01',
      to: TODAY,
      ...EVERYTHING,
      previousFrom: '2020-01-01',
      previousTo: '2020-01-01',
    };
    const only = { personas: [of.a.id], metrics: ['emotion'] };
    const asked = { ...within, slices: 1 };
    const mine = await listPersonaSlices(of.scope, [of.one.lineageId], asked, only);
    expect(mine.map(({ persona, counts }) => [persona, counts.slice(0, 5)])).toEqual([
      [of.a.id, [1, 0, 0, 2, 3]],
    ]);
    expect(await listPersonaSlices(other.scope, [of.one.lineageId], asked, only)).toEqual([]);
  });
});
