import { beforeAll, expect, test } from 'vitest';
import { type TestWorkspace, testDatabase, testWorkspace } from '@/db/testing/database';
import { testObjects } from '@/db/testing/objects';
import { addContacts } from '../distribution/commands/add-contacts';
import { draftSurvey, pauseSurvey } from './commands';
import { loadSurvey } from './views';
import { listSurveys } from './views/list-surveys';
import { loadFields } from './views/load-fields';

testDatabase();

let own: TestWorkspace;
let surveyId: string;

beforeAll(async () => {
  own = await testWorkspace();
  surveyId = (await testObjects(own)).survey;
}, 60_000);

test('the list says of each survey what its own page says', async () => {
  const lines = await listSurveys(own.scope, new Date());
  expect(lines.length).toBeGreaterThan(0);
  for (const line of lines) {
    const survey = await loadSurvey(own.scope, line.id);
    expect(line).toMatchObject({
      title: survey.title,
      metric: survey.metric,
      state: survey.state,
      answers: survey.answers,
      version: survey.version,
      subject: survey.subject,
      languages: survey.draft.languages,
      openPlaces: survey.placements.filter(({ closedAt }) => closedAt === null).length,
    });
    expect(line.lastAnswerAt === null).toBe(survey.answers === 0);
  }
  expect(lines.some(({ answers }) => answers > 0)).toBe(true);
});

test('a survey that nobody was asked yet is listed first, and a paused one says so', async () => {
  const lineageId = (await loadSurvey(own.scope, surveyId)).subject?.lineageId ?? '';
  const { id } = await draftSurvey(own.scope, { lineageId, metric: 'csat', title: 'New here' });
  await pauseSurvey(own.scope, { id: surveyId, paused: true });
  const lines = await listSurveys(own.scope, new Date());
  expect(lines[0]).toMatchObject({
    id,
    title: 'New here',
    version: null,
    answers: 0,
    lastAnswerAt: null,
    openPlaces: 0,
  });
  expect(lines.find((line) => line.id === surveyId)?.state).toBe('paused');
});

test('texts may name what contacts have, the most frequent first, and nothing that braces cannot hold', async () => {
  const attributes = [
    { plan: 'Fibre' },
    { plan: 'Cable', city: 'Porto' },
    { plan: '', 'a{b}': 'x', name: 'Z' },
  ];
  await addContacts(own.scope, {
    contacts: attributes.map((one, index) => ({
      email: `c${index}@example.com`,
      name: 'C',
      attributes: one,
    })),
  });
  const lineageId = (await loadSurvey(own.scope, surveyId)).subject?.lineageId ?? '';
  const fields = await loadFields(own.scope, lineageId);
  expect(fields).toEqual({ attributes: ['plan', 'city'], contactRole: '' });
});

test('another workspace sees neither the surveys nor the fields of this one', async () => {
  const other = await testWorkspace();
  expect(await listSurveys(other.scope, new Date())).toEqual([]);
  const lineageId = (await loadSurvey(own.scope, surveyId)).subject?.lineageId ?? '';
  expect(await loadFields(other.scope, lineageId)).toEqual({ attributes: [], contactRole: '' });
});
