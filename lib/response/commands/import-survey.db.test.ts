import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { database } from '@/db/client';
import { listPlacements } from '@/db/queries/placements';
import { listSurveysOfLineage } from '@/db/queries/surveys';
import { lineages } from '@/db/schema';
import { rows, type Scope } from '@/db/scope';
import { rowCount, type TestWorkspace, testDatabase, testWorkspace } from '@/db/testing/database';
import { newId } from '@/lib/id';
import { importSurvey } from './import-survey';

testDatabase();

let a: TestWorkspace;
let b: TestWorkspace;
let food: string;
let foreign: string;

beforeAll(async () => {
  a = await testWorkspace({ timeZone: 'Europe/Berlin' });
  b = await testWorkspace();
  food = await lineage(a.scope);
  foreign = await lineage(b.scope);
});

const CSV = `who,when,food,nps,group,w
p1,2025-03-01,5,10,old,1.5
p2,2025-03-01,,0,new,
p3,2025-03-02,9,,new,0.5
p4,2025-02-30,4,7,new,1
p1,2025-03-02,1,1,new,1
p5,2025-03-02,4,eight,,x
`;

function plan(lineageId: string) {
  return {
    respondentColumn: 'who',
    day: { column: 'when' },
    hour: 23,
    timeZone: 'America/New_York',
    attributes: ['group'],
    weightColumn: 'w',
    items: [
      { column: 'food', metric: 'rating5' as const, title: 'The food', lineageId },
      { column: 'nps', metric: 'nps' as const, title: 'Recommend us', lineageId },
    ],
  };
}

test('legal answers are counted, blanks are not, and every other value is listed with its row and column', async () => {
  const result = await importSurvey(a.scope, { csv: CSV, plan: plan(food) });
  expect(result).toMatchObject({ added: 4, repeated: 0 });
  expect(result.refused.map(({ row, column, value }) => [row, column, value])).toEqual([
    [4, 'food', '9'],
    [5, 'when', '2025-02-30'],
    [6, 'who', 'p1'],
    [7, 'w', 'x'],
    [7, 'nps', 'eight'],
  ]);
  expect(await tallies(a, food)).toEqual([
    {
      metric: 'nps',
      wording: 'import:nps',
      source: 'import',
      day: '2025-03-02',
      counts: [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1],
    },
    {
      metric: 'rating5',
      wording: 'import:food',
      source: 'import',
      day: '2025-03-02',
      counts: [0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0],
    },
    {
      metric: 'rating5',
      wording: 'import:food',
      source: 'import',
      day: '2025-03-03',
      counts: [0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0],
    },
  ]);
  const kept = await rows(
    database().orm,
    sql`SELECT respondent_key, attributes, state, source FROM responses
        WHERE workspace_id = ${a.workspaceId} AND wording = 'import:nps' ORDER BY respondent_key`,
  );
  expect(kept).toEqual([
    { respondent_key: 'p1', attributes: { group: 'old', weight: 1.5 }, state: 'complete', source: 'import' },
    { respondent_key: 'p2', attributes: { group: 'new' }, state: 'complete', source: 'import' },
  ]);
});

test('a repeated import adds nothing; a longer file adds what is new', async () => {
  const before = {
    responses: await rowCount('responses'),
    surveys: await rowCount('surveys'),
    placements: await rowCount('placements'),
  };
  expect(await importSurvey(a.scope, { csv: CSV, plan: plan(food) })).toMatchObject({
    added: 0,
    repeated: 4,
  });
  expect({
    responses: await rowCount('responses'),
    surveys: await rowCount('surveys'),
    placements: await rowCount('placements'),
  }).toEqual(before);
  const longer = `${CSV}p6,2025-03-03,3,9,new,1\n`;
  expect(await importSurvey(a.scope, { csv: longer, plan: plan(food) })).toMatchObject({
    added: 2,
    repeated: 4,
  });
});

test('rows without a key are told apart by what stands in them, so that a repetition still adds nothing', async () => {
  const about = await lineage(a.scope);
  const csv = 'score\n5\n5\n4\n';
  const keyless = {
    day: { on: '2025-05-05' },
    timeZone: 'Europe/Berlin',
    items: [{ column: 'score', metric: 'csat' as const, title: 'Satisfied', lineageId: about }],
  };
  expect(await importSurvey(a.scope, { csv, plan: keyless })).toMatchObject({ added: 3, repeated: 0 });
  expect(await importSurvey(a.scope, { csv, plan: keyless })).toMatchObject({ added: 0, repeated: 3 });
});

test('an imported question is a closed survey that nobody can answer', async () => {
  const surveys = await listSurveysOfLineage(a.scope, food);
  expect(surveys.map(({ title, wording, version }) => ({ title, wording, version }))).toEqual([
    { title: 'The food', wording: 'import:food', version: 1 },
    { title: 'Recommend us', wording: 'import:nps', version: 1 },
  ]);
  const placements = await listPlacements(
    a.scope,
    surveys.map(({ id }) => id),
  );
  expect(placements).toHaveLength(2);
  for (const placement of placements) {
    expect(placement).toMatchObject({ kind: 'import', key: '' });
    expect(placement.closedAt).toBeInstanceOf(Date);
  }
});

describe('refused', () => {
  test('a subject of another workspace, exactly like one that does not exist, and nothing is written', async () => {
    const before = await rowCount('surveys');
    const of = (lineageId: string) =>
      importSurvey(a.scope, { csv: CSV, plan: plan(lineageId) }).then(null, told);
    const absent = await of(randomUUID());
    expect(absent).toMatchObject({ code: 'not_found' });
    expect(await of(foreign)).toEqual(absent);
    expect(await rowCount('surveys')).toBe(before);
    expect(await tallies(b, foreign)).toEqual([]);
  });

  test('a viewer, before the file is read', async () => {
    const viewer = await a.as('viewer');
    await expect(importSurvey(viewer, { csv: '', plan: plan(food) })).rejects.toMatchObject({
      code: 'forbidden',
    });
    const editor = await a.as('editor');
    await expect(importSurvey(editor, { csv: CSV, plan: plan(food) })).resolves.toMatchObject({ added: 0 });
  });

  test.each([
    ['an unknown column', CSV, { ...plan('x'), respondentColumn: 'nobody' }, /no column “nobody”/],
    ['a header alone', 'who,when,food,nps,group,w\n', plan('x'), /no rows/],
    ['broken quotes', 'who,when,food,nps,group,w\n"p1,2\n', plan('x'), /broken in line/],
    ['the same column name twice', 'who,who\n1,2\n', plan('x'), /twice/],
  ])('%s, with a sentence that says what to do', async (_, csv, given, message) => {
    const fixed = { ...given, items: given.items.map((item) => ({ ...item, lineageId: food })) };
    const fault = await importSurvey(a.scope, { csv, plan: fixed }).then(null, told);
    expect(fault).toMatchObject({
      code: 'invalid',
      errors: [{ path: 'csv', message: expect.stringMatching(message) }],
    });
  });

  test('a day that has not come yet', async () => {
    const csv = 'score\n5\n';
    const item = { column: 'score', metric: 'csat' as const, title: 'Later', lineageId: food };
    const later = { day: { on: '2999-01-01' }, timeZone: 'Europe/Berlin', items: [item] };
    const result = await importSurvey(a.scope, { csv, plan: later });
    expect(result).toMatchObject({ added: 0, refused: [{ row: 2, why: 'This day has not come yet.' }] });
  });
});

function told(error: unknown): unknown {
  const { code, message, errors } = error as { code: string; message: string; errors?: unknown };
  return { code, message, errors };
}

async function lineage(scope: Scope): Promise<string> {
  const id = newId();
  await scope.run((tx) =>
    tx.insert(lineages).values({ workspaceId: scope.workspaceId, id, kind: 'touchpoint' }),
  );
  return id;
}

function tallies({ workspaceId }: TestWorkspace, lineageId: string): Promise<Record<string, unknown>[]> {
  return rows(
    database().orm,
    sql`SELECT metric, wording, value AS source, day::text, json_build_array(p0,p1,p2,p3,p4,p5,p6,p7,p8,p9,p10) AS counts
        FROM tallies WHERE workspace_id = ${workspaceId} AND lineage_id = ${lineageId} AND facet = 'source'
        ORDER BY metric, day`,
  );
}
