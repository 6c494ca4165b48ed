import { expect, test } from 'vitest';
import { testDatabase, testWorkspace } from '../../db/testing/database';
import { newId } from '../../lib/id';
import { makeApiKey } from '../../lib/identity/commands/make-api-key';
import { filesOf } from '../../lib/insights/rules/tables/testing/archive';
import { createJourney } from '../../lib/journey/commands/journey';
import { addStage } from '../../lib/journey/commands/stage';
import { addTouchpoint } from '../../lib/journey/commands/touchpoint';
import { recordResponse } from '../../lib/response/commands/record-response';
import { draftSurvey, openPlacement, publishSurvey } from '../../lib/survey/commands';
import { newContent } from '../../lib/survey/model/content';
import { answers } from './answers';

testDatabase();

const get = (id: string, search = '', key?: string) =>
  answers(
    new Request(`http://localhost:3000/api/v1/journeys/x/answers${search}`, {
      headers: key ? { authorization: `Bearer ${key}` } : {},
    }),
    { id },
  );

async function story() {
  const { scope } = await testWorkspace({ timeZone: 'UTC' });
  const { key } = await makeApiKey(scope, { name: 'Warehouse' });
  const { id } = await createJourney(scope, { title: 'J' });
  const stage = await addStage(scope, { journeyId: id, title: 'One' });
  const touchpoint = await addTouchpoint(scope, { stageId: stage.id, title: 'Pay' });
  const { id: surveyId } = await draftSurvey(scope, {
    ...{ lineageId: touchpoint.lineageId, metric: 'ces', content: newContent('en', { topic: 'pay' }) },
  });
  await publishSurvey(scope, { id: surveyId });
  const { id: placementId } = await openPlacement(scope, { surveyId, kind: 'link' });
  const answer = (day: string, score: number, comment: string | null) =>
    recordResponse(scope, {
      ...{ placementId, score, comment, day, responseId: newId(), seq: 1, state: 'complete', words: null },
      ...{ keyHash: null, invitationId: null, contactId: null, persona: '', respondentKey: null },
      ...{ attributes: null, source: 'link', receivedAt: new Date(`${day}T12:00:00Z`) },
    });
  await answer('2026-02-10', 6, '=HYPERLINK("x")');
  await answer('2026-02-11', 2, null);
  await answer('2026-05-01', 7, null);
  return { key, id };
}

test('a key reads the answers of a period as JSON lines, and no cache keeps them', async () => {
  const { key, id } = await story();
  const reply = await get(id, '?from=2026-01-01&to=2026-03-31', key);
  expect(reply.status).toBe(200);
  expect(reply.headers.get('content-type')).toBe('application/jsonl; charset=utf-8');
  expect(reply.headers.get('cache-control')).toBe('no-store');
  const lines = (await reply.text()).trimEnd().split('\n');
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { title: 'Pay', day: '2026-02-10', score: 6, comment: '=HYPERLINK("x")' },
    { title: 'Pay', day: '2026-02-11', score: 2, comment: null },
  ]);
});

test('as CSV nothing that a customer wrote is run by a spreadsheet', async () => {
  const { key, id } = await story();
  const reply = await get(id, '?format=csv&from=2026-01-01&to=2026-03-31', key);
  expect(reply.headers.get('content-type')).toContain('text/csv');
  const text = await reply.text();
  expect(text.trimEnd().split('\r\n')).toHaveLength(3);
  expect(text).toContain('"\'=HYPERLINK(""x"")"');
});

test('as a workbook it is a file to keep, with the same lines', async () => {
  const { key, id } = await story();
  const reply = await get(id, '?format=xlsx&from=2026-01-01&to=2026-03-31', key);
  expect(reply.headers.get('content-type')).toContain('spreadsheetml.sheet');
  expect(reply.headers.get('content-disposition')).toContain('filename="J-answers-');
  const files = filesOf(new Uint8Array(await reply.arrayBuffer()));
  const sheet = files.get('xl/worksheets/sheet1.xml') ?? '';
  expect(sheet.match(/<row /g)).toHaveLength(3);
  expect(sheet).toContain(`'=HYPERLINK(&quot;x&quot;)</t>`);
  expect(files.get('xl/worksheets/sheet2.xml')).toContain('2026-03-31');
});

test('without a good key, of another workspace, or asked wrongly, nobody learns anything', async () => {
  const { key, id } = await story();
  const other = await story();
  expect((await get(id)).status).toBe(401);
  expect((await get(id, '', 'mp_wrong')).status).toBe(401);
  expect((await get(id, '', other.key)).status).toBe(404);
  expect((await get(newId(), '', key)).status).toBe(404);
  for (const [search, path] of [
    ['?format=xls', 'format'],
    ['?format=toString', 'format'],
    ['?format=csv&format=csv', 'format'],
    ['?from=today', 'from'],
    ['?source=fax', 'source'],
  ]) {
    const reply = await get(id, search, key);
    expect(reply.status).toBe(400);
    expect(await reply.json()).toMatchObject({ code: 'bad_request', errors: [{ path }] });
  }
});
