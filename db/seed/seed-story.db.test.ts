import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { database } from '@/db/client';
import { rows } from '@/db/scope';
import { type TestWorkspace, testDatabase, testWorkspace } from '@/db/testing/database';
import { addDays } from '@/lib/clock';
import { IMPROVEMENT_STATES } from '@/lib/improvements/model';
import { loadImprovement, loadImprovements } from '@/lib/improvements/views';
import type { JourneyMapView, MeasureView, TouchpointView } from '@/lib/insights/model';
import { heardOn } from '@/lib/insights/rules/evidence';
import { loadJourneyMap, loadScores, loadTouchpoint } from '@/lib/insights/views';
import { loadCohort, loadCustomers, loadOrder, loadSilence } from '@/lib/insights/views/customers';
import { loadDrivers } from '@/lib/insights/views/drivers';
import { loadSideBySide } from '@/lib/insights/views/side-by-side';
import { STATEMENT_KINDS } from '@/lib/journey/model/statement';
import { handoffsOf, handoffTitle } from '@/lib/journey/rules/handoff';
import { loadStatements } from '@/lib/journey/views/statements';
import { SUSPECT_REASONS } from '@/lib/response/model';
import { listSuspects } from '@/lib/response/views';
import { METRICS, type MetricId } from '@/lib/scoring/metrics';
import { seedStory } from './seed-story';
import { PERSONAS, RELEASE_DAY, STORY_ANSWERS, STORY_DAYS } from './story';
import { STORY_TRIAL } from './story-trial';

testDatabase();

const NOW = new Date('2026-06-30T15:00:00Z');
const TODAY = '2026-06-30';

let a: TestWorkspace;
let b: TestWorkspace;
let story: { journeyId: string; answers: number };
let other: { journeyId: string; answers: number };
let map: JourneyMapView;

beforeAll(async () => {
  a = await testWorkspace({ timeZone: 'Europe/London' });
  b = await testWorkspace({ timeZone: 'Europe/London' });
  story = await seedStory(a.scope, NOW);
  other = await seedStory(b.scope, new Date('2026-06-30T06:10:00Z'));
  map = await loadJourneyMap(a.scope, story.journeyId, new URLSearchParams(), NOW);
}, 300_000);

test('its improvements stand in every state, and those that were tried came out in every way', async () => {
  const found = await loadImprovements(a.scope, { journeyId: story.journeyId }, null, NOW);
  const verdictOf = (title: string) => {
    const verdict = found.find((one) => one.title === title)?.verdict;
    return [verdict?.kind, verdict?.method];
  };
  expect(new Set(found.map(({ state }) => state))).toEqual(new Set(IMPROVEMENT_STATES));
  expect(verdictOf('Write bills in plain language')).toEqual(['better', 'difference-in-differences']);
  expect(verdictOf('Show plans as cards on a new page')).toEqual(['worse', 'difference-in-differences']);
  expect(verdictOf('Ask for less at checkout')).toEqual(['same', 'difference-in-differences']);
  expect(verdictOf('Three pictures instead of the router booklet')[0]).toBe('unclear');
});

test('every other box had the pictures, and they did better by more than chance, in groups as large as planned', async () => {
  const found = await loadImprovements(a.scope, { journeyId: story.journeyId }, null, NOW);
  const id = found.find(({ title }) => title === STORY_TRIAL.improvement)?.id ?? '';
  const { trials } = await loadImprovement(a.scope, id, null, NOW);
  expect(trials.map(({ shown }) => shown?.score?.kind)).toEqual(['better']);
  const shown = trials[0]?.shown;
  expect(shown?.split).toMatchObject({ off: false, of: 'answered' });
  expect(shown?.together).toBeGreaterThan(0.9);
  expect(Math.min(shown?.controlGroup.n ?? 0, shown?.variantGroup.n ?? 0)).toBeGreaterThan(50);
});

describe('the shape of the story', () => {
  test('it has six stages, twelve touchpoints, nine of them with an emotion survey, and two personas', () => {
    expect(map.stages).toHaveLength(6);
    expect(touchpoints()).toHaveLength(12);
    expect(
      touchpoints().filter((one) => one.measures.some(({ metric }) => metric === 'emotion')),
    ).toHaveLength(9);
    expect(map.personas.map(({ name }) => name).sort()).toEqual(PERSONAS.map(({ name }) => name).sort());
    expect(map.measures.map(({ metric }) => metric)).toEqual(['nps']);
  });

  test('every stage has a criterion and a target, every touchpoint a promise, and some weigh more for a reason', () => {
    expect(map.stages.filter((stage) => stage.successCriterion && stage.target)).toHaveLength(6);
    expect(touchpoints().filter(({ promise }) => promise !== '')).toHaveLength(12);
    const weighed = touchpoints().filter(({ importanceSource }) => importanceSource !== null);
    expect(weighed.map(({ title }) => title)).toEqual([
      'Talk to an advisor',
      'Checkout',
      'Book a visit',
      'Technician visit',
    ]);
    expect(touchpoint('Compare plans').decision).toBe('simplify');
    expect(map.outcomes).toHaveLength(3);
    expect(touchpoint('Book a visit').ownerPerson).toEqual(map.owner);
  });

  test('about 25,000 answers fill 200 days that end on the day of seeding, none of them later than now', async () => {
    expect(STORY_ANSWERS).toBe(25_000);
    expect(story.answers).toBe(STORY_ANSWERS);
    const found = await rows<{ first: string; last: string; days: number; late: number }>(
      database().orm,
      sql`SELECT min(day)::text AS first, max(day)::text AS last, count(DISTINCT day)::int AS days,
            count(*) FILTER (WHERE received_at > ${NOW.toISOString()}::timestamptz)::int AS late
          FROM responses WHERE workspace_id = ${a.workspaceId}`,
    );
    expect(found[0]).toEqual({
      first: addDays(TODAY, 1 - STORY_DAYS),
      last: TODAY,
      days: STORY_DAYS,
      late: 0,
    });
  });

  test('one answer in seven has a comment, in more than a thousand different ways', async () => {
    const found = await rows<{ share: number; different: number }>(
      database().orm,
      sql`SELECT count(comment)::float8 / count(*) AS share, count(DISTINCT comment)::int AS different
          FROM responses WHERE workspace_id = ${a.workspaceId}`,
    );
    expect(found[0]?.share).toBeGreaterThan(0.12);
    expect(found[0]?.share).toBeLessThan(0.18);
    expect(found[0]?.different).toBeGreaterThan(800);
  });

  test('it shows every level of evidence: firm, early, too few to show, and none', () => {
    const level = (title: string, metric: MetricId) => measure(title, metric).level;
    expect(level('Checkout', 'ces')).toBe('firm');
    expect(level('Set up the router', 'ces')).toBe('early');
    expect(measure('Renew or move out', 'csat')).toMatchObject({ level: 'few', shown: false });
    expect(measure('Renew or move out', 'csat').score.n).toBe(3);
    expect(map.coverage).toEqual({ measured: 10, touchpoints: 12 });
  });
});

describe('what is asked after the score', () => {
  test('answers carry follow-ups of every kind, each only where its survey asks it', async () => {
    const found = await rows<{ kind: string; n: number; wrong: number }>(
      database().orm,
      sql`SELECT f.key AS kind, count(*)::int AS n,
            count(*) FILTER (WHERE NOT (v.content -> 'followUps') @> jsonb_build_array(jsonb_build_object('kind', f.key)))::int AS wrong
          FROM responses r
          JOIN placements p ON p.workspace_id = r.workspace_id AND p.id = r.placement_id
          JOIN survey_versions v ON v.workspace_id = p.workspace_id AND v.survey_id = p.survey_id AND v.version = p.survey_version,
          jsonb_each(r.follow_ups) f
          WHERE r.workspace_id = ${a.workspaceId} GROUP BY 1 ORDER BY 1`,
    );
    expect(found.map(({ kind }) => kind)).toEqual(['expectation', 'handoff', 'information', 'reasons']);
    expect(found.filter(({ n, wrong }) => n < 500 || wrong > 0)).toEqual([]);
  });

  test('unhappy customers of a booking had to say things again, happy ones had not', async () => {
    const found = await rows<{ low: number; high: number }>(
      database().orm,
      sql`SELECT avg((follow_ups ->> 'handoff')::int) FILTER (WHERE score <= 3)::float8 AS low,
            avg((follow_ups ->> 'handoff')::int) FILTER (WHERE score >= 6)::float8 AS high
          FROM responses r JOIN touchpoints t ON t.workspace_id = r.workspace_id AND t.lineage_id = r.lineage_id
          WHERE r.workspace_id = ${a.workspaceId} AND t.title = 'Book a visit' AND r.metric = 'ces'`,
    );
    expect((found[0]?.low ?? 0) - (found[0]?.high ?? 0)).toBeGreaterThan(0.7);
  });

  test('customers answer in the languages that their survey is offered in', async () => {
    const found = await rows<{ language: string; foreign: number }>(
      database().orm,
      sql`SELECT r.language, count(*) FILTER (WHERE NOT v.content -> 'languages' ? r.language)::int AS foreign
          FROM responses r
          JOIN placements p ON p.workspace_id = r.workspace_id AND p.id = r.placement_id
          JOIN survey_versions v ON v.workspace_id = p.workspace_id AND v.survey_id = p.survey_id AND v.version = p.survey_version
          WHERE r.workspace_id = ${a.workspaceId} GROUP BY 1 ORDER BY 1`,
    );
    expect(found).toEqual(['ar', 'de', 'en', 'fr'].map((language) => ({ language, foreign: 0 })));
  });

  test('a few answers are held back for every reason, and counted nowhere', async () => {
    const { n, suspects } = await listSuspects(a.scope);
    expect(n).toBe(suspects.length);
    expect(new Set(suspects.map(({ reason }) => reason))).toEqual(new Set(SUSPECT_REASONS));
    const counted = await rows<{ n: number }>(
      database().orm,
      sql`SELECT sum(p0 + p1 + p2 + p3 + p4 + p5 + p6 + p7 + p8 + p9 + p10)::int AS n
          FROM tallies WHERE workspace_id = ${a.workspaceId} AND facet = ''`,
    );
    expect(counted[0]?.n).toBe(STORY_ANSWERS);
  });
});

describe('the planted facts', () => {
  test('comparing plans became harder after the release: effort fell significantly', async () => {
    const ces = measure('Compare plans', 'ces');
    expect(ces.change?.significant).toBe(true);
    expect(ces.change?.delta).toBeLessThan(-0.5);
    const before = await scoreOf(
      'Compare plans',
      'ces',
      addDays(TODAY, RELEASE_DAY - 40),
      addDays(TODAY, RELEASE_DAY - 1),
    );
    const since = await scoreOf('Compare plans', 'ces', addDays(TODAY, RELEASE_DAY), TODAY);
    expect(since.high).toBeLessThan(before.low as number);
    expect((before.value as number) - (since.value as number)).toBeGreaterThan(1);
  });

  test('nothing else lost as much: no other effort score changed significantly for the worse', () => {
    const worse = touchpoints().flatMap((one) =>
      one.measures
        .filter(({ metric, change }) => metric === 'ces' && change?.significant && change.delta < 0)
        .map(() => one.title),
    );
    expect(worse).toEqual(['Compare plans']);
  });

  test('nobody ever measured the search and the ads', async () => {
    expect(touchpoint('Search & ads')).toMatchObject({ measures: [], asking: false, quote: null });
    const scores = await loadScores(a.scope, story.journeyId, new URLSearchParams(), NOW);
    expect(scores.touchpoints.filter(({ metric }) => metric === null).map(({ title }) => title)).toEqual([
      'Search & ads',
    ]);
  });

  test('the handoff from Sales to Field ops hurts: booking a visit is the low of the emotion curve', async () => {
    const booking = touchpoint('Book a visit');
    const before = map.stages[2]?.owner?.name;
    expect([before, booking.owner?.name]).toEqual(['Sales', 'Field ops']);
    expect(booking.moment?.reason).toBe('handoff');
    const emotions = touchpoints().flatMap((one) =>
      one.measures
        .filter(({ metric }) => metric === 'emotion')
        .map(({ score }) => ({ title: one.title, ...score })),
    );
    const lowest = emotions.reduce((low, one) => ((one.value as number) < (low.value as number) ? one : low));
    expect(lowest.title).toBe('Book a visit');
    expect(lowest.high).toBeLessThan(-0.5);
    expect(emotions.filter((one) => (one.low as number) <= (lowest.high as number))).toHaveLength(1);
    const detail = await loadTouchpoint(
      a.scope,
      story.journeyId,
      booking.id,
      new URLSearchParams(),
      NOW,
      'en',
    );
    expect(detail.words.slice(0, 2).map(({ id }) => id)).toEqual(['frustrated', 'ignored']);
    expect(booking.topWord?.id).toBe('frustrated');
  });

  test('paths and handoffs are drawn: one of each kind that bends, and the handoff that hurts is asked about', () => {
    expect(map.links.map(({ kind }) => kind).sort()).toEqual([
      ...['alternative', 'exit', 'loop', 're_entry', 'skip'],
    ]);
    const handoffs = handoffsOf(map);
    expect(handoffs.filter(({ current }) => current)).toHaveLength(handoffs.length);
    expect(handoffs.filter(({ recorded }) => recorded)).toHaveLength(2);
    const hurting = handoffs.find(({ to }) => to.title === 'Book a visit');
    expect(hurting && handoffTitle(hurting)).toBe('Sales → Field ops');
    const score = hurting?.recorded?.measures[0];
    expect(score).toMatchObject({ metric: 'ces', shown: true });
    expect(score?.score.high).toBeLessThan(4);
  });

  test('booking feels worse on the phone than on the website, and that stands out of all that is compared', async () => {
    const asked = new URLSearchParams('by=channel&a=phone&b=website');
    const { compared } = await loadSideBySide(a.scope, story.journeyId, asked, NOW);
    const booking = compared?.stages
      .flatMap(({ touchpoints }) => touchpoints)
      .find(({ title }) => title === 'Book a visit');
    const felt = booking?.measures.find(({ b }) => b.metric === 'emotion')?.b;
    expect(felt?.change?.significant).toBe(true);
    expect(felt?.change?.delta).toBeGreaterThan(0.1);
  });

  test('those who book a visit write that they have to repeat themselves', async () => {
    const found = await rows<{ n: number; all: number }>(
      database().orm,
      sql`SELECT count(*) FILTER (WHERE comment ~* 'again|repeat|had my order|heard of my order|four different people|does not know|between two')::int AS n,
            count(*)::int AS all
          FROM responses r JOIN touchpoints t ON t.workspace_id = r.workspace_id AND t.lineage_id = r.lineage_id
          WHERE r.workspace_id = ${a.workspaceId} AND t.title = 'Book a visit' AND r.comment IS NOT NULL`,
    );
    expect((found[0]?.n ?? 0) / (found[0]?.all ?? 1)).toBeGreaterThan(0.4);
  });

  test('the checkout is the high of the emotion curve', () => {
    const emotions = touchpoints().flatMap((one) =>
      one.measures
        .filter(({ metric }) => metric === 'emotion')
        .map(({ score }) => ({ title: one.title, value: score.value as number })),
    );
    expect(emotions.sort((x, y) => y.value - x.value)[0]?.title).toBe('Checkout');
    expect(touchpoint('Checkout').topWord?.id).toBe('confident');
  });

  test('bills in plain language worked: satisfaction rose significantly', () => {
    const csat = measure('First bill', 'csat');
    expect(csat.change?.significant).toBe(true);
    expect(csat.change?.delta).toBeGreaterThan(0.1);
  });

  test('intervals are narrow enough to read: every firm score is within its metric’s target', () => {
    const shown = touchpoints()
      .flatMap((one) => one.measures)
      .filter((one) => one.shown && one.score.n > 100);
    expect(shown.length).toBeGreaterThan(14);
    for (const { score, metric } of shown) {
      expect(((score.high as number) - (score.low as number)) / 2).toBeLessThan(
        METRICS[metric].targetHalfWidth / 1.4,
      );
    }
  });
});

describe('people who answered more than once', () => {
  test('like the company as they liked the booking and the technician, and hardly as they liked the coverage check', async () => {
    const { level, rSquared, drivers, linked, draws } = await loadDrivers(a.scope, map, null);
    expect({ level, draws }).toEqual({ level: 'weights', draws: 1000 });
    expect(linked).toBeGreaterThan(600);
    expect(rSquared?.low).toBeGreaterThan(0.2);
    expect(drivers.slice(0, 2).map(({ question }) => question.touchpointTitle)).toEqual([
      'Book a visit',
      'Technician visit',
    ]);
    const coverage = drivers.find(({ question }) => question.touchpointTitle === 'Coverage check');
    expect(coverage?.weight?.high).toBeLessThan(drivers[0]?.weight?.low as number);
  });

  test('some of them are contacts, and one who had a bad booking likes the company less in the end', async () => {
    const { total, customers } = await loadCustomers(a.scope, map, { search: '', offset: 0, limit: 1000 });
    expect(total).toBe(customers.length);
    expect(total).toBeGreaterThan(700);
    expect(customers.filter(({ note }) => note?.endsWith('@example.com')).length).toBeGreaterThan(10);
    const { questions } = await loadCohort(a.scope, map, { first: null, later: null });
    const keyOf = (title: string, metric: MetricId) =>
      questions.find((one) => one.touchpointTitle === title && one.metric === metric)?.key ?? null;
    const asked = { first: keyOf('Book a visit', 'ces'), later: keyOf(map.title, 'nps') };
    const { cohort } = await loadCohort(a.scope, map, asked);
    expect(cohort?.difference?.low).toBeGreaterThan(0.2);
  });

  test('most go the way the map plans; after the booking more fall silent than elsewhere', async () => {
    const { planned, returns } = await loadOrder(a.scope, map);
    expect(planned?.low).toBeGreaterThan(0.85);
    expect(planned?.high).toBeLessThan(0.99);
    expect(returns[0]?.title).toBe('Book a visit');
    const silences = await loadSilence(a.scope, map, NOW);
    const told = silences.filter(({ silent }) => silent !== null);
    expect(told.toSorted((x, y) => (y.silent?.share ?? 0) - (x.silent?.share ?? 0))[0]?.title).toBe(
      'Book a visit',
    );
  });
});

describe('what the team of the story says', () => {
  test('it holds statements of every kind and state, and some are less sure than they were claimed to be', () => {
    const { total, counts, unheard } = heardOn(map);
    expect(total).toBeGreaterThanOrEqual(25);
    expect(new Set(map.statements.map(({ kind }) => kind))).toEqual(new Set(STATEMENT_KINDS));
    expect(Math.min(...Object.values(counts))).toBeGreaterThan(0);
    expect(counts.refuted).toBe(1);
    expect(counts.validated / total).toBeLessThan(0.6);
    const faded = map.statements.filter(({ claimed, state }) => claimed !== state);
    expect(faded.map(({ claimed, state }) => `${claimed} ${state}`).sort()).toEqual([
      'partly assumption',
      'partly assumption',
      'validated partly',
    ]);
    expect(unheard.map(({ title }) => title)).toEqual(['Search & ads']);
  });

  test('customers’ own answers are among the evidence, quoted from where they are kept', async () => {
    const booking = touchpoint('Book a visit');
    const pain = (await loadStatements(a.scope, story.journeyId, booking.id)).find(
      ({ kind }) => kind === 'pain',
    );
    const answers = pain?.evidence.filter(({ answer }) => answer !== null) ?? [];
    expect(answers).toHaveLength(4);
    for (const { quote } of answers) expect(quote).toMatch(/order|again/i);
  });
});

test('a second telling elsewhere on the same day gives identical tallies', async () => {
  expect(other.answers).toBe(story.answers);
  const [first, second] = await Promise.all([tallies(a), tallies(b)]);
  expect(first.length).toBeGreaterThan(5_000);
  expect(second).toEqual(first);
});

test('each workspace sees its own story only', async () => {
  const asked = loadJourneyMap(b.scope, story.journeyId, new URLSearchParams(), NOW);
  await expect(asked).rejects.toMatchObject({ code: 'not_found' });
});

const touchpoints = (): TouchpointView[] => map.stages.flatMap((stage) => stage.touchpoints);

function touchpoint(title: string): TouchpointView {
  const found = touchpoints().find((one) => one.title === title);
  if (!found) throw new Error(`The map has no ${title}.`);
  return found;
}

function measure(title: string, metric: MetricId): MeasureView {
  const found = touchpoint(title).measures.find((one) => one.metric === metric);
  if (!found) throw new Error(`${title} has no ${metric}.`);
  return found;
}

async function scoreOf(title: string, metric: MetricId, from: string, to: string) {
  const reply = await loadScores(a.scope, story.journeyId, new URLSearchParams({ from, to }), NOW);
  const found = reply.touchpoints.find((one) => one.title === title && one.metric === metric);
  if (!found) throw new Error(`${title} has no ${metric}.`);
  return found;
}

/** All tallies of a workspace, by what people call things: ids differ from workspace to workspace. */
function tallies({ workspaceId }: TestWorkspace): Promise<Record<string, unknown>[]> {
  return rows(
    database().orm,
    sql`SELECT coalesce(t.title, 'journey') AS subject, y.day::text, y.metric, y.wording, y.facet, coalesce(p.name, y.value) AS value,
          ARRAY[p0, p1, p2, p3, p4, p5, p6, p7, p8, p9, p10] AS counts
        FROM tallies y
        LEFT JOIN touchpoints t ON t.workspace_id = y.workspace_id AND t.lineage_id = y.lineage_id
        LEFT JOIN personas p ON p.workspace_id = y.workspace_id AND p.id::text = y.value
        WHERE y.workspace_id = ${workspaceId}
        ORDER BY 1, 2, 3, 4, 5, 6`,
  );
}
