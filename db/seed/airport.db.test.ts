import { readFileSync } from 'node:fs';
import { sql } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { database } from '@/db/client';
import { rows } from '@/db/scope';
import { type TestWorkspace, testDatabase, testWorkspace } from '@/db/testing/database';
import { loadJourneyMap } from '@/lib/insights/views';
import { AIRPORT_ANSWERS, seedAirport } from './seed-airport';

testDatabase();

let a: TestWorkspace;
let b: TestWorkspace;
let seeded: Awaited<ReturnType<typeof seedAirport>>;

beforeAll(async () => {
  a = await testWorkspace({ timeZone: 'Europe/London' });
  b = await testWorkspace();
  seeded = await seedAirport(a.scope);
}, 300_000);

test('every non-empty answer of the file is counted once, and nothing is refused', async () => {
  expect(seeded).toMatchObject({ added: AIRPORT_ANSWERS, repeated: 0, refused: [] });
  const counted = await rows<{ n: number }>(
    database().orm,
    sql`SELECT sum(p0+p1+p2+p3+p4+p5+p6+p7+p8+p9+p10)::int AS n FROM tallies WHERE workspace_id = ${a.workspaceId} AND facet = ''`,
  );
  expect(counted[0]?.n).toBe(AIRPORT_ANSWERS);
});

test('each question has as many answers as its column has filled cells: a blank is no answer', async () => {
  const [header, ...lines] = readFileSync('fixtures/airport-2017.csv', 'utf8').trim().split(/\r?\n/);
  const columns = header?.split(',') ?? [];
  const found = await rows<{ wording: string; n: number }>(
    database().orm,
    sql`SELECT wording, count(*)::int AS n FROM responses WHERE workspace_id = ${a.workspaceId} AND score IS NOT NULL GROUP BY wording`,
  );
  expect(found).toHaveLength(24);
  for (const { wording, n } of found) {
    const index = columns.indexOf(wording.replace('import:', ''));
    expect(index).toBeGreaterThan(0);
    expect(n).toBe(lines.filter((line) => line.split(',')[index] !== '').length);
  }
});

test('an answer carries its person, segments and weight, at noon in Los Angeles', async () => {
  const found = await rows<{ attributes: unknown; at: number; day: string; score: number; persona: string }>(
    database().orm,
    sql`SELECT attributes, extract(epoch FROM received_at)::float8 * 1000 AS at, day::text, score, persona FROM responses
        WHERE workspace_id = ${a.workspaceId} AND respondent_key = '2017-1' AND wording = 'import:NETPRO'`,
  );
  expect(found).toEqual([
    {
      attributes: {
        boarding_area: 'G',
        language: 'en',
        purpose: 'leisure',
        first_time: 'no',
        weight: 0.284718,
      },
      at: Date.parse('2017-05-13T19:00:00Z'),
      day: '2017-05-13',
      score: 6,
      persona: '',
    },
  ]);
});

test('its map has five stages, 21 touchpoints and three measures, and opens on the days that have answers', async () => {
  const map = await loadJourneyMap(
    a.scope,
    seeded.journeyId,
    new URLSearchParams(),
    new Date('2026-07-01T12:00:00Z'),
  );
  expect(map.stages.map((stage) => stage.touchpoints.length)).toEqual([6, 6, 2, 6, 1]);
  expect(map.measures.map((measure) => measure.metric).sort()).toEqual(['nps', 'rating5', 'rating5']);
  expect(map.period).toMatchObject({ to: '2017-05-30', fallback: true });
  expect(map.coverage).toEqual({ measured: 21, touchpoints: 21 });
  const touchpoints = map.stages.flatMap((stage) => stage.touchpoints);
  const all = [...touchpoints.flatMap((one) => one.measures), ...map.measures];
  expect(all).toHaveLength(24);
  expect(all.reduce((sum, measure) => sum + measure.score.n, 0)).toBe(AIRPORT_ANSWERS);
});

test('another workspace sees nothing of it', async () => {
  const now = new Date('2026-07-01T12:00:00Z');
  await expect(loadJourneyMap(b.scope, seeded.journeyId, new URLSearchParams(), now)).rejects.toMatchObject({
    code: 'not_found',
  });
});
