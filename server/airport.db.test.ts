import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { AIRPORT } from '@/db/seed/airport';
import { type TestWorkspace, testDatabase, testWorkspace } from '@/db/testing/database';
import { loadScores } from '@/lib/insights/views';
import { createJourney } from '@/lib/journey/commands/journey';
import { addStage } from '@/lib/journey/commands/stage';
import { addTouchpoint } from '@/lib/journey/commands/touchpoint';
import type { SurveyMetricId } from '@/lib/scoring/metrics';
import { draftSurvey, openPlacement, publishSurvey } from '@/lib/survey/commands';
import { newContent } from '@/lib/survey/model/content';
import { frontDoor } from './front-door';

testDatabase();

/** What `python3 bench/airport.py` counts of the first travellers without any code of ours. */
type Counted = { replayed: Record<string, { n: number; value: number; low: number; high: number }> };
const apart: Counted = JSON.parse(readFileSync('fixtures/airport-2017-counted.json', 'utf8'));
const PEOPLE = 200;
const AT_ONCE = 50;

let workspace: TestWorkspace;
let journeyId: string;
let server: Server;
let base: string;
/** Key of the place where each column's question is asked. */
const keys = new Map<string, string>();
const titles = new Map<string, string>();

beforeAll(async () => {
  workspace = await testWorkspace();
  const { scope } = workspace;
  const journey = await createJourney(scope, { title: AIRPORT.title });
  journeyId = journey.id;
  const { id: stageId } = await addStage(scope, { journeyId, title: 'At the airport' });
  const questions = AIRPORT.stages.flatMap((stage) =>
    stage.touchpoints.map(({ column, title }) => ({ column, title })),
  );
  for (const { column, title } of questions) {
    if (!(column in apart.replayed)) continue;
    titles.set(column, title);
    const { lineageId } = await addTouchpoint(scope, { stageId, title });
    keys.set(column, await ask(lineageId, 'csat'));
  }
  keys.set('NETPRO', await ask(journey.lineageId, 'nps'));
  server = frontDoor({ ready: true, next: null });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => new Promise((resolve) => server.close(resolve)));

async function ask(lineageId: string, metric: SurveyMetricId): Promise<string> {
  const { scope } = workspace;
  const content = newContent('en', { topic: 'visit the airport' });
  const { id: surveyId } = await draftSurvey(scope, { lineageId, metric, content });
  await publishSurvey(scope, { id: surveyId });
  return (await openPlacement(scope, { surveyId, kind: 'link' })).key;
}

test('travellers who answer over the public API are scored as a script without our code scores the file', async () => {
  const [header = '', ...lines] = readFileSync('fixtures/airport-2017.csv', 'utf8').trim().split(/\r?\n/);
  const columns = header.split(',');
  const asked = Object.keys(apart.replayed);
  expect([...keys.keys()].sort()).toEqual(asked.toSorted());
  const sends = lines.slice(0, PEOPLE).flatMap((line) => {
    const cells = line.split(',');
    return asked.flatMap((column) => {
      const cell = cells[columns.indexOf(column)];
      return cell ? [{ key: keys.get(column), id: randomUUID(), score: Number(cell) }] : [];
    });
  });
  // One in ten gives the lowest or highest point first, changes it, and sends both again out of order.
  const send = async ({ key, id, score }: (typeof sends)[number], index: number) => {
    const put = (seq: number, given: number) =>
      fetch(`${base}/api/v1/placements/${key}/responses/${id}`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ seq, state: 'complete', answer: { score: given } }),
      }).then(async (reply) => {
        await reply.arrayBuffer();
        return reply.status;
      });
    if (index % 10 > 0) return [await put(1, score)];
    const first = index % 20 === 0 ? 1 : 5;
    return [await put(1, first), await put(2, score), await put(1, first), await put(2, score)];
  };
  const seen: Record<number, number> = {};
  for (let start = 0; start < sends.length; start += AT_ONCE) {
    const group = sends.slice(start, start + AT_ONCE);
    for (const status of (await Promise.all(group.map((one, i) => send(one, start + i)))).flat()) {
      seen[status] = (seen[status] ?? 0) + 1;
    }
  }
  const changed = Math.ceil(sends.length / 10);
  expect(seen).toEqual({ 200: changed * 3, 201: sends.length });

  const reply = await loadScores(workspace.scope, journeyId, new URLSearchParams(), new Date());
  expect([...reply.touchpoints, ...reply.measures]).toHaveLength(asked.length);
  for (const [column, expected] of Object.entries(apart.replayed)) {
    const found =
      column === 'NETPRO'
        ? reply.measures[0]
        : reply.touchpoints.find(({ title }) => title === titles.get(column));
    expect(found?.metric, column).toBe(column === 'NETPRO' ? 'nps' : 'csat');
    expect(found?.n, column).toBe(expected.n);
    for (const what of ['value', 'low', 'high'] as const) {
      expect(found?.[what], `${column} ${what}`).toBeCloseTo(expected[what], 5);
    }
  }
});

test('another workspace reads nothing of what they answered', async () => {
  const other = await testWorkspace();
  await expect(loadScores(other.scope, journeyId, new URLSearchParams(), new Date())).rejects.toMatchObject({
    code: 'not_found',
  });
});
