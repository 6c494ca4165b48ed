import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { findTheme, listRetiredThemes } from '@/db/queries/themes';
import { countUnread, wakeReaders } from '@/db/queries/voice-reading';
import { rows, type Scope } from '@/db/scope';
import { testDatabase, testWorkspace } from '@/db/testing/database';
import { testPlacement } from '@/db/testing/placement';
import { askingOf, recordingOf } from '../gates/respondent';
import { proveClock } from '../identity/prove';
import { addEvidence } from '../journey/commands/evidence';
import { createJourney } from '../journey/commands/journey';
import { addStage } from '../journey/commands/stage';
import { addStatement } from '../journey/commands/statement';
import { addTouchpoint } from '../journey/commands/touchpoint';
import { eraseResponse } from '../response/commands/erase-response';
import { holdResponse } from '../response/commands/hold-response';
import { recordResponse } from '../response/commands/record-response';
import { draftSurvey, openPlacement, publishSurvey } from '../survey/commands';
import { newContent } from '../survey/model/content';
import { importVoices } from './commands/import-voices';
import { settleMasking } from './commands/masking';
import {
  addTheme,
  editTheme,
  mergeTheme,
  restoreTheme,
  retireTheme,
  splitThemeInTwo,
} from './commands/theme';
import {
  correctSentiment,
  correctTheme,
  eraseVoice,
  forgetSentimentWord,
  quoteVoice,
} from './commands/voice';
import { readVoices } from './jobs';
import { loadMasking, loadSuggestions, loadThemes, loadTouchpointThemes, loadVoices } from './views';

testDatabase();

const read = (workspaceId: string) => readVoices.run(proveClock(workspaceId), {});
const look = (scope: Scope, search = '') => loadVoices(scope, new URLSearchParams(search), new Date());
const textsOf = async (scope: Scope, search = '') =>
  (await look(scope, search)).voices.map(({ text }) => text).sort();

/** A workspace with a survey of one touchpoint; `say` answers it as a customer would. */
async function told() {
  const workspace = await testWorkspace();
  const placement = await testPlacement(workspace.scope, 'csat');
  const say = async (comment: string, score = 1, responseId: string = randomUUID(), seq = 1) => {
    const asking = await askingOf(placement.key);
    const body = { seq, state: 'partial', answer: { score, comment } };
    const recording = await recordingOf(asking, { responseId, body, responseKey: null, now: new Date() });
    await recordResponse(asking.scope, recording);
    return { placementId: placement.placementId, responseId };
  };
  return { ...workspace, placement, say };
}

test('a comment becomes a voice with its language and sentiment, and another workspace sees nothing of it', async () => {
  const { scope, workspaceId, say } = await told();
  await say('The technician was very friendly and explained everything.', 5);
  await say('Der Techniker kam drei Stunden zu spät und war unfreundlich.');
  expect(await countUnread(scope)).toBe(2);
  await read(workspaceId);
  expect(await countUnread(scope)).toBe(0);
  const { voices, total } = await look(scope);
  expect(total).toBe(2);
  expect(voices.map(({ language, sentiment }) => [language, sentiment]).sort()).toEqual([
    ['de', null],
    ['en', 'positive'],
  ]);
  const other = await testWorkspace();
  await read(other.workspaceId);
  expect(await look(other.scope)).toMatchObject({ total: 0, voices: [], unread: 0, themes: [], places: [] });
});

test('how voices sound is counted of all of them, whichever part is looked at', async () => {
  const { scope, workspaceId, say } = await told();
  for (const text of ['Great advice', 'Terrible advice', 'Terrible wait', 'A visit']) await say(text);
  await say('Die Beratung war wirklich freundlich, und alles ging schnell voran.');
  await read(workspaceId);
  const all = await look(scope);
  const some = await look(scope, 'sentiment=negative');
  expect(some).toMatchObject({ total: 2, counts: all.counts });
  expect(some.voices.map(({ sentiment }) => sentiment)).toEqual(['negative', 'negative']);
  const untold = await look(scope, 'sentiment=none');
  expect(untold).toMatchObject({ total: untold.voices.length, counts: all.counts });
  expect(untold.voices.map(({ text }) => text)).toContain(
    'Die Beratung war wirklich freundlich, und alles ging schnell voran.',
  );
  expect(all.total).toBe(5);
});

test('a changed comment is read again, and an erased or held one is gone', async () => {
  const { scope, workspaceId, say } = await told();
  const { placementId, responseId } = await say('Great advice');
  await read(workspaceId);
  const [first] = (await look(scope)).voices;
  await correctSentiment(scope, { id: first?.id ?? '', sentiment: 'undecided' });
  expect((await look(scope)).voices[0]).toMatchObject({ sentiment: 'undecided', sentimentSaid: true });
  await say('Terrible advice', 1, responseId, 2);
  expect(await countUnread(scope)).toBe(1);
  await read(workspaceId);
  // What was said was about another text.
  expect((await look(scope)).voices).toMatchObject([
    { id: first?.id, text: 'Terrible advice', sentiment: 'negative', sentimentSaid: false },
  ]);
  await holdResponse(scope, { placementId, id: responseId });
  expect(await textsOf(scope)).toEqual([]);
  await say('Another one');
  await read(workspaceId);
  const [answer] = (await look(scope)).voices.flatMap((one) => (one.answer ? [one.answer] : []));
  await eraseResponse(scope, { placementId, id: answer?.responseId ?? '' });
  expect((await look(scope)).total).toBe(0);
});

test('workspaces with new comments are found, and each gets one job that is used again', async () => {
  const { scope, workspaceId, say } = await told();
  const jobs = () =>
    scope.run((tx) =>
      rows<{ id: string; finished: boolean }>(
        tx,
        sql`SELECT id, finished_at IS NOT NULL AS finished FROM jobs
            WHERE workspace_id = ${workspaceId} AND kind = 'voices.read'`,
      ),
    );
  await say('One');
  await wakeReaders();
  await wakeReaders();
  const [job, ...more] = await jobs();
  expect(more).toEqual([]);
  expect(job?.finished).toBe(false);
  await scope.run((tx) =>
    rows(tx, sql`UPDATE jobs SET finished_at = now() WHERE workspace_id = ${workspaceId}`),
  );
  await read(workspaceId);
  await wakeReaders();
  expect((await jobs())[0]?.finished).toBe(true);
  await say('Two');
  await wakeReaders();
  expect(await jobs()).toEqual([{ id: job?.id, finished: false }]);
});

test('personal data is gone before a comment is stored, by the kinds that the workspace chose', async () => {
  const { scope, workspaceId, say } = await told();
  await say('Mail me at ana@example.com or +49 30 901820');
  await settleMasking(scope, { kinds: ['phone', 'name'], names: ['Ana Silva'] });
  // A placement is remembered for a second.
  await new Promise((resolve) => setTimeout(resolve, 1100));
  await say('Ana Silva: bo@example.com or +49 30 901820');
  await read(workspaceId);
  expect(await textsOf(scope)).toEqual([
    'Mail me at [e-mail] or +49 30 901820',
    '[name]: bo@example.com or [phone]',
  ]);
  expect((await loadMasking(scope, new Date())).counts).toEqual({ email: 1, phone: 1, name: 1 });
});

test('themes find voices of before and after, and what people say of one holds and teaches', async () => {
  const { scope, workspaceId, say } = await told();
  await say('I waited for an hour');
  await say('The price went up');
  const waiting = await addTheme(scope, { name: 'Waiting', phrases: ['wait*'] });
  await read(workspaceId);
  expect(await textsOf(scope, `theme=${waiting.id}`)).toEqual(['I waited for an hour']);
  await say('Stuck on hold again');
  await say('The waiter was nice');
  await read(workspaceId);
  const idOf = async (part: string) => (await look(scope, `q=${part}`)).voices[0]?.id ?? '';
  const theme = { themeId: waiting.id };
  await correctTheme(scope, { voiceId: await idOf('hold'), ...theme, said: true, phrase: 'on hold' });
  await correctTheme(scope, { voiceId: await idOf('waiter'), ...theme, said: false, phrase: 'waiter' });
  await say('Please do not put me on hold');
  await say('Another waiter, another wait');
  await read(workspaceId);
  expect(await textsOf(scope, `theme=${waiting.id}`)).toEqual([
    'I waited for an hour',
    'Please do not put me on hold',
    'Stuck on hold again',
  ]);
  // What was said stays, whatever the words are now.
  await editTheme(scope, { id: waiting.id, phrases: ['queue'], exceptions: [] });
  await read(workspaceId);
  expect(await textsOf(scope, `theme=${waiting.id}`)).toEqual(['Stuck on hold again']);
});

test('themes are merged with what was said, split, and retired', async () => {
  const { scope, workspaceId, say } = await told();
  await say('I waited for an hour');
  await say('A long queue');
  await say('Nobody was there');
  const waiting = await addTheme(scope, { name: 'Waiting', phrases: ['wait*'] });
  const queues = await addTheme(scope, { name: 'Queues', phrases: ['queue'] });
  await read(workspaceId);
  const nobody = (await look(scope, 'q=Nobody')).voices[0]?.id ?? '';
  await correctTheme(scope, { voiceId: nobody, themeId: queues.id, said: true });
  await mergeTheme(scope, { id: queues.id, intoThemeId: waiting.id });
  await read(workspaceId);
  expect(await textsOf(scope, `theme=${waiting.id}`)).toHaveLength(3);
  expect(await findTheme(scope, queues.id)).toMatchObject({ mergedIntoId: waiting.id });
  await expect(addTheme(scope, { name: 'WAITING', phrases: ['x y'] })).rejects.toMatchObject({
    code: 'invalid',
  });
  const split = await splitThemeInTwo(scope, { id: waiting.id, name: 'Queues again', phrases: ['queue'] });
  await read(workspaceId);
  expect(await textsOf(scope, `theme=${split.id}`)).toEqual(['A long queue']);
  expect(await textsOf(scope, `theme=${waiting.id}`)).toEqual(['I waited for an hour', 'Nobody was there']);
  await retireTheme(scope, { id: split.id });
  expect((await look(scope)).themes.map(({ name }) => name)).toEqual(['Waiting']);
});

test('a retired theme is put back with its words, unless its name is taken meanwhile or it was merged', async () => {
  const { scope, workspaceId, say } = await told();
  await say('I waited for an hour');
  const waiting = await addTheme(scope, { name: 'Waiting', phrases: ['wait*'] });
  const queues = await addTheme(scope, { name: 'Queues', phrases: ['queue'] });
  await retireTheme(scope, { id: waiting.id });
  await mergeTheme(scope, {
    id: queues.id,
    intoThemeId: (await addTheme(scope, { name: 'waiting', phrases: ['in line'] })).id,
  });
  await read(workspaceId);
  expect(await listRetiredThemes(scope)).toMatchObject([
    { id: queues.id, into: { name: 'waiting' } },
    { id: waiting.id, into: null, phrases: ['wait*'] },
  ]);
  await expect(restoreTheme(scope, { id: queues.id })).rejects.toMatchObject({ code: 'conflict' });
  await expect(restoreTheme(scope, { id: waiting.id })).rejects.toMatchObject({ code: 'conflict' });
  const [taken] = (await look(scope)).themes;
  await editTheme(scope, { id: taken?.id ?? '', name: 'Lines' });
  await restoreTheme(scope, { id: waiting.id });
  await read(workspaceId);
  expect(await textsOf(scope, `theme=${waiting.id}`)).toEqual(['I waited for an hour']);
  const stranger = (await testWorkspace()).scope;
  expect(await listRetiredThemes(stranger)).toEqual([]);
  await expect(restoreTheme(stranger, { id: queues.id })).rejects.toMatchObject({ code: 'not_found' });
});

test('a touchpoint tells what its comments are about, in the filter of its map', async () => {
  const { scope, workspaceId } = await testWorkspace();
  const journey = await createJourney(scope, { title: 'Moving in' });
  const stage = await addStage(scope, { journeyId: journey.id, title: 'Book' });
  const { id: touchpointId, lineageId } = await addTouchpoint(scope, { stageId: stage.id, title: 'Call' });
  const content = newContent('en', { topic: 'the call' });
  const survey = await draftSurvey(scope, { lineageId, metric: 'csat', content });
  await publishSurvey(scope, { id: survey.id });
  const placement = await openPlacement(scope, { surveyId: survey.id, kind: 'link' });
  for (const comment of ['I waited', 'We waited', 'Waiting again', 'A fine call']) {
    const asking = await askingOf(placement.key);
    const body = { seq: 1, state: 'complete', answer: { score: 1, comment } };
    await recordResponse(
      asking.scope,
      await recordingOf(asking, { responseId: randomUUID(), body, responseKey: null, now: new Date() }),
    );
  }
  await addTheme(scope, { name: 'Waiting', phrases: ['wait*'] });
  await addTheme(scope, { name: 'Price', phrases: ['price'] });
  await read(workspaceId);
  const themesOf = async (at: Scope, search = '') => {
    const { filter } = await loadVoices(at, new URLSearchParams(search), new Date());
    return loadTouchpointThemes(at, { id: journey.id, filter, minimumN: 5 }, touchpointId);
  };
  expect(await themesOf(scope)).toMatchObject({
    ...{ total: 4, withheld: false },
    themes: [{ name: 'Waiting', n: 3, share: 0.75, interval: { low: expect.any(Number) } }],
  });
  expect(await themesOf(scope, 'source=email')).toMatchObject({ total: 0, themes: [] });
  // Four people of one source are fewer than may be told of.
  expect(await themesOf(scope, 'source=link')).toEqual({ total: 4, withheld: true, themes: [] });
  expect(await themesOf((await testWorkspace()).scope)).toMatchObject({ total: 0, themes: [] });
});

test('a word that was taught sounds so in every voice, until it is forgotten', async () => {
  const { scope, workspaceId, say } = await told();
  await say('The router is unreal');
  await say('Unreal speed here');
  await read(workspaceId);
  const sentiments = async () => (await look(scope)).voices.map(({ sentiment }) => sentiment);
  expect(await sentiments()).toEqual(['undecided', 'undecided']);
  const id = (await look(scope, 'q=router')).voices[0]?.id ?? '';
  await correctSentiment(scope, { id, sentiment: 'positive', phrase: 'unreal' });
  await read(workspaceId);
  expect(await sentiments()).toEqual(['positive', 'positive']);
  await correctSentiment(scope, { id, sentiment: null });
  await forgetSentimentWord(scope, { phrase: 'unreal' });
  await read(workspaceId);
  expect(await sentiments()).toEqual(['undecided', 'undecided']);
});

test('material is brought in once, masked, and goes with the evidence that quotes it', async () => {
  const { scope, workspaceId } = await testWorkspace();
  const journey = await createJourney(scope, { title: 'Moving in' });
  const stage = await addStage(scope, { journeyId: journey.id, title: 'Book' });
  const touchpoint = await addTouchpoint(scope, { stageId: stage.id, title: 'Call' });
  const notes = {
    ...{ lineageId: touchpoint.lineageId, kind: 'interview' as const, origin: 'Round of May' },
    material: [
      { text: 'She gave up twice, write to eva@example.com', day: '2026-05-04', author: 'P1' },
      { text: 'The advisor was lovely and patient', day: '2026-05-05' },
    ],
  };
  expect(await importVoices(scope, notes)).toEqual({ added: 2, repeated: 0 });
  expect(await importVoices(scope, notes)).toEqual({ added: 0, repeated: 2 });
  await read(workspaceId);
  const period = 'from=2026-05-01&to=2026-05-31';
  const { voices } = await look(scope, `${period}&journey=${journey.id}&kind=interview`);
  expect(voices.map(({ text, touchpoint: at, sentiment }) => [text, at?.title, sentiment])).toEqual([
    ['The advisor was lovely and patient', 'Call', 'positive'],
    ['She gave up twice, write to [e-mail]', 'Call', 'negative'],
  ]);
  // It knows no source: whoever asks for one asks for none of it.
  expect((await look(scope, `${period}&source=email`)).total).toBe(0);
  const statement = await addStatement(scope, { journeyId: journey.id, kind: 'pain', text: 'Calls fail' });
  const evidence = await addEvidence(scope, {
    statementId: statement.id,
    ...{ kind: 'interview', gatheredOn: '2026-05-04', quote: 'She gave up twice' },
  });
  const voiceId = voices[1]?.id ?? '';
  await quoteVoice(scope, { voiceId, evidenceId: evidence.id });
  await eraseVoice(scope, { id: voiceId });
  const left = await scope.run((tx) =>
    rows(tx, sql`SELECT 1 FROM evidence WHERE workspace_id = ${workspaceId} AND id = ${evidence.id}`),
  );
  expect(left).toEqual([]);
  expect(await textsOf(scope, period)).toEqual(['The advisor was lovely and patient']);
  await expect(
    importVoices(scope, { ...notes, material: [{ text: 'x', day: '2999-01-01' }] }),
  ).rejects.toMatchObject({ code: 'invalid' });
});

test('words of fewer people than the minimum are withheld where people are picked out', async () => {
  const { scope, workspaceId, say } = await told();
  for (const comment of ['One', 'Two', 'Three', 'Four']) await say(`${comment} was slow`);
  await read(workspaceId);
  expect(await look(scope, 'source=link')).toMatchObject({ withheld: true, voices: [], total: 4 });
  expect((await loadSuggestions(scope, new URLSearchParams('source=link'), new Date())).clusters).toEqual([]);
  expect((await look(scope)).withheld).toBe(false);
  await say('Five was slow');
  await read(workspaceId);
  expect((await look(scope, 'source=link')).voices).toHaveLength(5);
  // A search within them picks out texts, not people.
  expect((await look(scope, 'source=link&q=Five')).voices).toHaveLength(1);
});

test('themes come with their share and what those who mention them scored', async () => {
  const { scope, workspaceId, say } = await told();
  for (let place = 0; place < 12; place += 1) {
    await say(`I waited ${place} hours`, 1 + (place % 2));
    await say(`All fine ${place}`, 4 + (place % 2));
  }
  await addTheme(scope, { name: 'Waiting', phrases: ['wait*'] });
  await addTheme(scope, { name: 'Price', phrases: ['price'] });
  await read(workspaceId);
  const { total, views } = await loadThemes(scope, new URLSearchParams(), new Date());
  expect(total).toBe(24);
  expect(views[0]).toMatchObject({
    ...{ name: 'Waiting', n: 12, share: 0.5 },
    effect: { metric: 'csat', mention: 12, others: 12, standsOut: true },
  });
  expect(views[0]?.effect?.difference.delta).toBe(-1);
  expect(views[1]).toMatchObject({ name: 'Price', n: 0, effect: null });
});

test('a viewer reads and changes nothing', async () => {
  const workspace = await told();
  const viewer = await workspace.as('viewer');
  await workspace.say('Fine');
  await read(workspace.workspaceId);
  expect((await look(viewer)).total).toBe(1);
  await expect(addTheme(viewer, { name: 'A', phrases: ['ab'] })).rejects.toMatchObject({ code: 'forbidden' });
  const editor = await workspace.as('editor');
  await expect(settleMasking(editor, { kinds: [], names: [] })).rejects.toMatchObject({ code: 'forbidden' });
});
