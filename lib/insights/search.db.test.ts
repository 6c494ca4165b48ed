import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Scope } from '@/db/scope';
import { type TestWorkspace, testDatabase, testWorkspace } from '@/db/testing/database';
import { newContent } from '@/lib/survey/model/content';
import { addDays, dayOf } from '../clock';
import { addEvidence } from '../journey/commands/evidence';
import { createJourney, retireJourney } from '../journey/commands/journey';
import { addPersona, retirePersona } from '../journey/commands/persona';
import { addStage, retireStage } from '../journey/commands/stage';
import { addStatement, promoteAnswer, retireStatement } from '../journey/commands/statement';
import { addTouchpoint, editTouchpoint, retireTouchpoint } from '../journey/commands/touchpoint';
import { eraseResponse } from '../response/commands/erase-response';
import { recordResponse } from '../response/commands/record-response';
import { draftSurvey, openPlacement, publishSurvey } from '../survey/commands';
import { ENGLISH } from '../translate';
import { MOST_HITS, type Searched } from './model/search';
import { loadTouchpoint } from './views';
import { loadSearch } from './views/search';

testDatabase();

const ZONE = 'Europe/Berlin';
const TODAY = dayOf(new Date(), ZONE);

let a: TestWorkspace;
let b: TestWorkspace;
let here: Awaited<ReturnType<typeof drawn>>;

beforeAll(async () => {
  a = await testWorkspace({ timeZone: ZONE });
  b = await testWorkspace({ timeZone: ZONE });
  here = await drawn(a.scope);
});

async function drawn(scope: Scope) {
  const journey = await createJourney(scope, { title: 'Quince journey', objective: 'Fewer calls' });
  const stage = await addStage(scope, { journeyId: journey.id, title: 'Quince stage' });
  const touchpoint = await addTouchpoint(scope, { stageId: stage.id, title: 'Quince touchpoint' });
  const content = newContent('en', { topic: 'book a visit' });
  const survey = await draftSurvey(scope, { lineageId: touchpoint.lineageId, metric: 'ces', content });
  await publishSurvey(scope, { id: survey.id });
  const placement = await openPlacement(scope, { surveyId: survey.id, kind: 'link' });
  const statement = await addStatement(scope, {
    ...{ journeyId: journey.id, touchpointId: touchpoint.id, kind: 'pain', text: 'The quince is sour' },
  });
  const persona = await addPersona(scope, { name: `Quince ${randomUUID()}`, summary: 'Quick' });
  const ids = { journeyId: journey.id, stageId: stage.id, touchpointId: touchpoint.id };
  return { ...ids, statementId: statement.id, personaId: persona.id, placementId: placement.id };
}

async function answered(comment: string, daysAgo = 0): Promise<string> {
  const responseId = randomUUID();
  const receivedAt = new Date(Date.now() - daysAgo * 86_400_000);
  await recordResponse(a.scope, {
    ...{
      placementId: here.placementId,
      responseId,
      seq: 1,
      state: 'complete',
      score: 2,
      words: null,
      comment,
    },
    ...{
      source: 'link',
      keyHash: null,
      invitationId: null,
      contactId: null,
      persona: '',
      respondentKey: null,
    },
    ...{ attributes: null, receivedAt, day: dayOf(receivedAt, ZONE) },
  });
  return responseId;
}

const group = async (asked: string, kind: Searched, scope = a.scope) =>
  (await loadSearch(scope, asked, ENGLISH)).groups.find((one) => one.kind === kind) ?? null;
const texts = async (asked: string, kind: Searched) =>
  (await group(asked, kind))?.results.map(({ title }) => title.map(({ text }) => text).join('')) ?? [];

describe('a search', () => {
  test('finds every kind, in whatever case, and nothing of another workspace', async () => {
    await answered('A QUINCE in my comment');
    const found = await loadSearch(a.scope, 'quince', ENGLISH);
    expect(found.groups.map(({ kind }) => kind)).toEqual([
      ...['journey', 'stage', 'touchpoint', 'statement', 'persona', 'comment'],
    ]);
    for (const { results } of found.groups) {
      expect(results[0]?.title.some(({ hit, text }) => hit && /^quince$/i.test(text))).toBe(true);
    }
    expect(await loadSearch(b.scope, 'quince', ENGLISH)).toMatchObject({ state: 'nothing', total: 0 });
  });

  test('asks nothing of the database for too little', async () => {
    expect((await loadSearch(a.scope, ' ', ENGLISH)).state).toBe('empty');
    expect((await loadSearch(a.scope, 'q', ENGLISH)).state).toBe('short');
  });

  test('wants every word in the same text', async () => {
    await answered('plum and pear');
    await answered('plum alone');
    expect(await texts('pear plum', 'comment')).toEqual(['plum and pear']);
  });

  test('takes the signs of patterns literally', async () => {
    await answered('100% sure_thing back\\slash');
    await answered('100 sure things backslash');
    for (const asked of ['0%', 'e_t', 'k\\s', '%%', '__', '100% sure_thing']) {
      const wanted = asked === '%%' || asked === '__' ? [] : ['100% sure_thing back\\slash'];
      expect(await texts(asked, 'comment'), asked).toEqual(wanted);
    }
    expect(await texts("'; DROP TABLE responses; --", 'comment')).toEqual([]);
    expect(await texts('\u0000\u0000', 'comment')).toEqual([]);
  });

  test('finds no comment that was erased, nor what was promoted from it', async () => {
    const responseId = await answered('Zanzibar was mentioned');
    await promoteAnswer(a.scope, {
      ...{ touchpointId: here.touchpointId, placementId: here.placementId, responseId, kind: 'pain' },
    });
    expect(await texts('zanzibar', 'comment')).toEqual(['Zanzibar was mentioned']);
    await eraseResponse(a.scope, { placementId: here.placementId, id: responseId });
    expect((await loadSearch(a.scope, 'zanzibar', ENGLISH)).state).toBe('nothing');
  });

  test('shows the newest comments first, a bounded number of them, and counts the rest', async () => {
    for (let index = 0; index < MOST_HITS + 3; index += 1) await answered(`mango ${index}`, index);
    const comments = await group('mango', 'comment');
    expect(comments).toMatchObject({ total: MOST_HITS + 3, more: 3 });
    expect((await texts('mango', 'comment')).slice(0, 3)).toEqual(['mango 0', 'mango 1', 'mango 2']);
  });

  test('leads to a place that shows the comment, however old it is', async () => {
    await answered('kumquat of last year', 300);
    const href = (await group('kumquat', 'comment'))?.results[0]?.href ?? '';
    const { searchParams, pathname } = new URL(href, 'http://host');
    expect(pathname).toBe(`/journeys/${here.journeyId}`);
    const id = searchParams.get('touchpoint') ?? '';
    const shown = await loadTouchpoint(a.scope, here.journeyId, id, searchParams, new Date(), 'en');
    expect(shown.comments.map(({ comment }) => comment)).toContain('kumquat of last year');
  });

  test('finds what is written in the fields and what is quoted as evidence, and says where', async () => {
    await editTouchpoint(a.scope, {
      ...{ id: here.touchpointId, promise: 'A damson in two days' },
      information: [{ text: 'Where the medlar is', state: 'needed' }],
    });
    expect((await group('damson', 'touchpoint'))?.results[0]?.excerpt?.label).toBe('Promise');
    expect((await group('medlar', 'touchpoint'))?.results[0]?.excerpt?.label).toBe('Information');
    await addEvidence(a.scope, {
      ...{ statementId: here.statementId, kind: 'interview', gatheredOn: addDays(TODAY, -3) },
      quote: 'Nobody eats a loquat',
    });
    expect((await group('loquat', 'statement'))?.results[0]).toMatchObject({
      href: `/journeys/${here.journeyId}?touchpoint=${here.touchpointId}&tab=statements`,
      excerpt: { label: 'Evidence' },
    });
  });

  test('leaves out what is retired, and all that is on it', async () => {
    const one = await drawn(a.scope);
    const count = async () => (await loadSearch(a.scope, 'quince', ENGLISH)).total;
    const all = await count();
    await retireStatement(a.scope, { id: one.statementId });
    expect(await count()).toBe(all - 1);
    await retirePersona(a.scope, { id: one.personaId });
    expect(await count()).toBe(all - 2);
    await retireTouchpoint(a.scope, { id: one.touchpointId });
    expect(await count()).toBe(all - 3);
    await retireStage(a.scope, { id: one.stageId });
    expect(await count()).toBe(all - 4);
    await retireJourney(a.scope, { id: one.journeyId });
    expect(await count()).toBe(all - 5);
    const two = await drawn(a.scope);
    await retireJourney(a.scope, { id: two.journeyId });
    expect(await count()).toBe(all - 4); // the persona stays
  });
});
