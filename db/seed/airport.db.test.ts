import { readFileSync } from 'node:fs';
import { sql } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { database } from '@/db/client';
import { rows } from '@/db/scope';
import { type TestWorkspace, testDatabase, testWorkspace } from '@/db/testing/database';
import { loadJourneyMap, loadScores } from '@/lib/insights/views';
import { loadDrivers } from '@/lib/insights/views/drivers';
import { AIRPORT } from './airport';
import { AIRPORT_ANSWERS, seedAirport } from './seed-airport';

testDatabase();

/** What `python3 bench/airport.py` counts in the same file without any code of ours. */
type Counted = {
  scores: Record<string, { n: number; value: number; low: number; high: number }>;
  worst: string;
  best: string;
  drivers: Record<string, { rSquared: number; first: { column: string; share: number }[] }>;
};
const apart: Counted = JSON.parse(readFileSync('fixtures/airport-2017-counted.json', 'utf8'));
const touchpointTitles = new Map(
  AIRPORT.stages.flatMap((stage) => stage.touchpoints.map(({ column, title }) => [column, title] as const)),
);
const measureTitles = new Map<string, string>(AIRPORT.measures.map(({ column, title }) => [column, title]));

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

test('every score and interval is the one that a script without our code computes', async () => {
  const params = new URLSearchParams('from=2017-05-01&to=2017-05-31');
  const reply = await loadScores(a.scope, seeded.journeyId, params, new Date('2026-07-01T12:00:00Z'));
  const entries = [...reply.touchpoints, ...reply.measures];
  expect(entries).toHaveLength(24);
  expect(Object.keys(apart.scores)).toHaveLength(24);
  for (const [column, expected] of Object.entries(apart.scores)) {
    const touchpoint = touchpointTitles.get(column);
    const [list, title] = touchpoint
      ? [reply.touchpoints, touchpoint]
      : [reply.measures, measureTitles.get(column)];
    const found = list.filter((one) => one.title === title);
    expect(found, column).toHaveLength(1);
    expect(found[0]?.n, column).toBe(expected.n);
    for (const what of ['value', 'low', 'high'] as const) {
      expect(found[0]?.[what], `${column} ${what}`).toBeCloseTo(expected[what], 5);
    }
  }
  const ranked = reply.touchpoints.toSorted((one, other) => (one.value ?? 0) - (other.value ?? 0));
  expect(ranked[0]?.title).toBe(touchpointTitles.get(apart.worst));
  expect(ranked.at(-1)?.title).toBe(touchpointTitles.get(apart.best));
});

test('what recommending the airport moves together with is what a script without our code finds', async () => {
  const map = await loadJourneyMap(
    a.scope,
    seeded.journeyId,
    new URLSearchParams('from=2017-05-01&to=2017-05-31'),
    new Date('2026-07-01T12:00:00Z'),
  );
  const view = await loadDrivers(a.scope, map, null);
  const expected = apart.drivers.NETPRO;
  expect(view).toMatchObject({
    level: 'weights',
    outcome: { metric: 'nps' },
    people: apart.scores.NETPRO?.n,
  });
  const first = view.drivers.slice(0, 5);
  const titleOf = ({ column }: { column: string }) => touchpointTitles.get(column);
  expect(first[0]?.question.touchpointTitle).toBe(expected?.first.map(titleOf)[0]);
  expect(first.map(({ question }) => question.touchpointTitle).sort()).toEqual(
    expected?.first.map(titleOf).sort(),
  );
  // The script takes what each pair's own people say, we fill gaps by expectation: close, not equal.
  const apartBy = (ours: number | undefined, theirs: number) => Math.abs((ours ?? Number.NaN) - theirs);
  expect(apartBy(view.rSquared?.value, expected?.rSquared ?? 0)).toBeLessThan(0.01);
  for (const one of expected?.first ?? []) {
    const own = first.find(({ question }) => question.touchpointTitle === titleOf(one));
    expect(apartBy(own?.weight?.share, one.share), one.column).toBeLessThan(0.01);
  }
}, 60_000);

test('another workspace sees nothing of it', async () => {
  const now = new Date('2026-07-01T12:00:00Z');
  await expect(loadJourneyMap(b.scope, seeded.journeyId, new URLSearchParams(), now)).rejects.toMatchObject({
    code: 'not_found',
  });
});
