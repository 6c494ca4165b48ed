import { and, eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { listNewestComments } from '@/db/queries/comments';
import { listFollowUpCounts, listOwnReasons } from '@/db/queries/follow-ups';
import { findTree } from '@/db/queries/journeys';
import { listTallySlices, listTallySpans, listWordChoices } from '@/db/queries/tallies';
import { responses } from '@/db/schema';
import type { Scope } from '@/db/scope';
import { type TestWorkspace, testDatabase, testWorkspace } from '@/db/testing/database';
import { newContent } from '@/lib/survey/model/content';
import { addDays } from '../clock';
import { newId } from '../id';
import { createJourney } from '../journey/commands/journey';
import { addMarker } from '../journey/commands/marker';
import { addPersona } from '../journey/commands/persona';
import { addStage, restoreStage, retireStage } from '../journey/commands/stage';
import { addTouchpoint, editTouchpoint, retireTouchpoint } from '../journey/commands/touchpoint';
import { eraseResponse } from '../response/commands/erase-response';
import { recordAnswers } from '../response/commands/record-answers';
import type { Device, Recording, Source } from '../response/model';
import { METRICS, type SurveyMetricId } from '../scoring/metrics';
import { countsByPoint, tallyOf } from '../scoring/tally';
import { closePlacement, draftSurvey, openPlacement, publishSurvey } from '../survey/commands';
import { EVERYTHING } from './rules/filter';
import { listJourneys, loadJourneyChanges, loadJourneyMap, loadScores, loadTouchpoint } from './views';

testDatabase();

const NOW = new Date('2026-11-22T12:00:00Z');
const TODAY = '2026-11-22';
const search = (text = '') => new URLSearchParams(text);

/** An open link placement that asks this metric about the subject. */
async function ask(scope: Scope, lineageId: string, metric: SurveyMetricId): Promise<string> {
  const survey = await draftSurvey(scope, {
    lineageId,
    metric,
    title: 'Ours',
    content: newContent('en', { topic: 'booking a visit' }),
  });
  await publishSurvey(scope, { id: survey.id });
  return (await openPlacement(scope, { surveyId: survey.id, kind: 'link' })).id;
}

function answer(placementId: string, day: string, over: Partial<Recording> = {}): Recording {
  return {
    placementId,
    responseId: newId(),
    seq: 1,
    state: 'complete',
    score: null,
    words: null,
    comment: null,
    keyHash: null,
    invitationId: null,
    contactId: null,
    persona: '',
    respondentKey: null,
    attributes: null,
    source: 'link',
    receivedAt: new Date(`${day}T10:00:00Z`),
    day,
    ...over,
  };
}

/** A repeatable stream of numbers in 0…below−1. */
function numbers(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

type Story = Awaited<ReturnType<typeof story>>;

/** Stage One asks CES and emotion at `a` and CES at `b`, nobody asks at `c`; the journey asks NPS. */
async function story(workspace: TestWorkspace) {
  const { scope } = workspace;
  const journey = await createJourney(scope, { title: 'Becoming a customer' });
  const mover = await addPersona(scope, { name: 'Mover' });
  const one = await addStage(scope, { journeyId: journey.id, title: 'One' });
  const two = await addStage(scope, { journeyId: journey.id, title: 'Two' });
  const a = await addTouchpoint(scope, { stageId: one.id, title: 'a' });
  const b = await addTouchpoint(scope, { stageId: one.id, title: 'b' });
  const c = await addTouchpoint(scope, { stageId: two.id, title: 'c' });
  const placements = [
    { id: await ask(scope, a.lineageId, 'ces'), metric: 'ces', subject: a.id },
    { id: await ask(scope, a.lineageId, 'emotion'), metric: 'emotion', subject: a.id },
    { id: await ask(scope, b.lineageId, 'ces'), metric: 'ces', subject: b.id },
    { id: await ask(scope, journey.lineageId, 'nps'), metric: 'nps', subject: journey.id },
  ] as const;
  const draw = numbers(7);
  const answers = Array.from({ length: 900 }, () => {
    const placement = placements[draw(4)] as (typeof placements)[number];
    const { scale } = METRICS[placement.metric];
    const day = addDays(TODAY, -draw(200));
    return answer(placement.id, day, {
      score: draw(10) === 0 ? null : scale.min + draw(scale.max - scale.min + 1),
      words: placement.metric === 'emotion' ? (draw(3) === 0 ? ['none'] : ['confused', 'ignored']) : null,
      comment: draw(4) === 0 ? `Said on ${day}, ${draw(1e9)}` : null,
      source: (['link', 'email', 'widget'] as Source[])[draw(3)] as Source,
      persona: draw(2) === 0 ? mover.id : '',
      segment: ['', 'pro', 'free'][draw(3)] as string,
      language: (['en', 'de', null] as const)[draw(3)] as string | null,
      device: (['phone', 'desktop', null] as const)[draw(3)] as Device | null,
      receivedAt: new Date(Date.parse(`${day}T00:00:00Z`) + draw(86_400) * 1000),
    });
  });
  await recordAnswers(scope, answers);
  const subjectOf = (id: string) => placements.find((placement) => placement.id === id);
  return { ...workspace, journey, mover, one, two, a, b, c, placements, answers, subjectOf };
}

/** The scores of those answers of a subject and metric that a test picks, counted without the database. */
function recount(of: Story, subject: string, metric: SurveyMetricId, pick: (answer: Recording) => boolean) {
  const scores = of.answers
    .filter((one) => of.subjectOf(one.placementId)?.subject === subject)
    .filter((one) => of.subjectOf(one.placementId)?.metric === metric && pick(one))
    .flatMap((one) => (one.score === null ? [] : [one.score]));
  return tallyOf(METRICS[metric].scale, scores);
}

const between = (from: string, to: string) => (one: Recording) => from <= one.day && one.day <= to;

describe('the scores API', () => {
  test('equals a recount of the answers, for any period and source', async () => {
    const of = await story(await testWorkspace());
    const cases = [
      { search: '', pick: between('2026-08-25', TODAY), from: '2026-08-25', to: TODAY },
      {
        search: 'from=2026-06-01&to=2026-07-31&source=email&source=link',
        pick: (one: Recording) => between('2026-06-01', '2026-07-31')(one) && one.source !== 'widget',
        from: '2026-06-01',
        to: '2026-07-31',
      },
      { search: `from=${TODAY}&to=${TODAY}`, pick: between(TODAY, TODAY), from: TODAY, to: TODAY },
      ...[
        { search: 'segment=pro', pick: (one: Recording) => one.segment === 'pro' },
        { search: 'segment=pro&segment=free', pick: (one: Recording) => one.segment !== '' },
        { search: 'language=de', pick: (one: Recording) => one.language === 'de' },
        {
          search: `persona=${of.mover.id}&source=email&device=phone`,
          pick: (one: Recording) => one.persona !== '' && one.source === 'email' && one.device === 'phone',
        },
        {
          search: `persona=${of.mover.id}&segment=free`,
          pick: (one: Recording) => one.persona !== '' && one.segment === 'free',
        },
        { search: 'channel=phone', pick: () => false },
        { search: `version=${newId()}.1`, pick: () => false },
        { search: `campaign=${newId()}`, pick: () => false },
      ].map(({ search, pick }) => ({
        search: `${search}&from=2026-06-15&to=2026-10-31`,
        pick: (one: Recording) => between('2026-06-15', '2026-10-31')(one) && pick(one),
        from: '2026-06-15',
        to: '2026-10-31',
      })),
      {
        search: `from=2026-05-01&persona=${of.mover.id}`,
        pick: (one: Recording) => between('2026-05-01', TODAY)(one) && one.persona !== '',
        from: '2026-05-01',
        to: TODAY,
      },
    ];
    for (const { search: asked, pick, from, to } of cases) {
      const reply = await loadScores(of.scope, of.journey.id, search(asked), NOW);
      const expected = (id: string, title: string, stage: string | null, metric: SurveyMetricId) => {
        const { displayFactor, scale, ...rules } = METRICS[metric];
        const tally = recount(of, id, metric, pick);
        const { value, low, high, n, formula } = rules.score(tally);
        const display = (number: number | null) => (number === null ? null : number * displayFactor);
        return {
          ...{ id, title, stage, metric, n, formula },
          value: display(value),
          low: display(low),
          high: display(high),
          shown: n >= 5,
          counts: countsByPoint(scale, tally),
        };
      };
      expect(reply).toEqual({
        journey: of.journey.id,
        from,
        to,
        touchpoints: [
          expected(of.a.id, 'a', 'One', 'ces'),
          expected(of.a.id, 'a', 'One', 'emotion'),
          expected(of.b.id, 'b', 'One', 'ces'),
          {
            ...{ id: of.c.id, title: 'c', stage: 'Two', metric: null, value: null, n: 0 },
            ...{ low: null, high: null, shown: false, counts: {}, formula: null },
          },
        ],
        measures: [expected(of.journey.id, 'NPS', null, 'nps')],
      });
    }
  });

  test('asked and unanswered has no value; below the minimum n the value stays and is not shown', async () => {
    const { scope } = await testWorkspace();
    const journey = await createJourney(scope, { title: 'J' });
    const stage = await addStage(scope, { journeyId: journey.id, title: 'S' });
    const a = await addTouchpoint(scope, { stageId: stage.id, title: 'a' });
    const placementId = await ask(scope, a.lineageId, 'csat');
    const entry = async () => (await loadScores(scope, journey.id, search(), NOW)).touchpoints;
    expect(await entry()).toMatchObject([{ metric: 'csat', value: null, n: 0, low: null, shown: false }]);
    const four = Array.from({ length: 4 }, () => answer(placementId, TODAY, { score: 5 }));
    await recordAnswers(scope, four);
    expect(await entry()).toMatchObject([{ value: 100, n: 4, shown: false }]);
    await recordAnswers(scope, [answer(placementId, TODAY, { score: 1 })]);
    expect(await entry()).toMatchObject([{ value: 80, n: 5, shown: true }]);
    await eraseResponse(scope, { placementId, id: four[0]?.responseId as string });
    expect(await entry()).toMatchObject([{ value: 75, n: 4, shown: false }]);
  });

  test('never falls back to an older period', async () => {
    const { scope } = await testWorkspace();
    const journey = await createJourney(scope, { title: 'J' });
    await recordAnswers(scope, [
      answer(await ask(scope, journey.lineageId, 'nps'), '2017-06-30', { score: 9 }),
    ]);
    const reply = await loadScores(scope, journey.id, search(), NOW);
    expect(reply).toMatchObject({ from: '2026-08-25', to: TODAY, measures: [{ n: 0 }] });
  });

  test('a foreign, an invented and a malformed journey are the same to a stranger', async () => {
    const [of, other] = [await story(await testWorkspace()), await testWorkspace()];
    const refusals: unknown[] = [];
    for (const id of [
      of.journey.id,
      newId(),
      'x',
      of.journey.id.toUpperCase(),
      `${of.journey.id}\0`,
      '../x',
    ]) {
      refusals.push(
        await loadScores(other.scope, id, search('from=bad'), NOW).catch(
          (error) => `${error.code} ${error.message}`,
        ),
      );
    }
    expect(new Set(refusals).size).toBe(1);
    expect(refusals[0]).toMatch(/^not_found /);
    await expect(loadScores(of.scope, of.journey.id, search('from=bad'), NOW)).rejects.toMatchObject({
      code: 'bad_request',
    });
  });
});

describe('the map', () => {
  test('shows the same numbers as the API, pools its stages, and cuts trends that add up', async () => {
    const of = await story(await testWorkspace());
    const map = await loadJourneyMap(of.scope, of.journey.id, search(), NOW);
    const [one, two] = map.stages;
    const inPeriod = between('2026-08-25', TODAY);
    const before = between('2026-05-27', '2026-08-24');
    const at = (subject: string, metric: SurveyMetricId, pick = inPeriod) =>
      recount(of, subject, metric, pick);

    expect(
      one?.touchpoints.map(({ title, measures }) => [title, ...measures.map(({ metric }) => metric)]),
    ).toEqual([
      ['a', 'ces', 'emotion'],
      ['b', 'ces'],
    ]);
    expect(one?.touchpoints[0]?.measures[0]?.tally).toEqual(at(of.a.id, 'ces'));
    expect(one?.touchpoints[0]?.measures[0]?.previous).toEqual(METRICS.ces.score(at(of.a.id, 'ces', before)));
    const pooled = at(of.a.id, 'ces').map((count, point) => count + (at(of.b.id, 'ces')[point] ?? 0));
    expect(one?.measures.map(({ metric, tally }) => [metric, tally])).toEqual([
      ['ces', pooled],
      ['emotion', at(of.a.id, 'emotion')],
    ]);
    expect(two?.measures).toEqual([]);
    expect(map.measures).toMatchObject([{ metric: 'nps', title: 'NPS', tally: at(of.journey.id, 'nps') }]);
    expect(map.coverage).toEqual({ measured: 2, touchpoints: 3 });
    expect([map.asking, two?.touchpoints[0]?.asking]).toEqual([true, false]);

    const { trends } = await loadTouchpoint(of.scope, of.journey.id, of.a.id, search(), NOW, 'en');
    for (const trend of trends) {
      for (const slice of trend.slices) {
        const tally = at(of.a.id, trend.metric as SurveyMetricId, between(slice.from, slice.to));
        expect(slice.score).toEqual(METRICS[trend.metric].score(tally));
      }
    }
    expect(trends.map(({ slices }) => slices.length)).toEqual([12, 12]);
  });

  test('quotes the newest comment of the period, under the same filter', async () => {
    const of = await story(await testWorkspace());
    const newest = (pick: (one: Recording) => boolean) =>
      of.answers
        .filter(
          (one) => of.subjectOf(one.placementId)?.subject === of.a.id && one.comment !== null && pick(one),
        )
        .sort((x, y) => y.receivedAt.getTime() - x.receivedAt.getTime());
    const quoteOf = async (asked: string) =>
      (await loadJourneyMap(of.scope, of.journey.id, search(asked), NOW)).stages[0]?.touchpoints[0]?.quote;

    const last = newest(between('2026-08-25', TODAY))[0] as Recording;
    expect(await quoteOf('')).toEqual({
      placementId: last.placementId,
      responseId: last.responseId,
      comment: last.comment,
      metric: of.subjectOf(last.placementId)?.metric,
      score: last.score,
      source: last.source,
      persona: last.persona === '' ? null : 'Mover',
      receivedAt: last.receivedAt,
    });
    const old = newest((one) => between('2026-06-01', '2026-07-15')(one) && one.source === 'email')[0];
    expect(old?.comment).toBeTruthy();
    expect((await quoteOf('from=2026-06-01&to=2026-07-15&source=email'))?.comment).toBe(old?.comment);

    const detail = await loadTouchpoint(of.scope, of.journey.id, of.a.id, search(), NOW, 'en');
    expect(detail.comments.map(({ comment }) => comment)).toEqual(
      newest(between('2026-08-25', TODAY))
        .slice(0, 20)
        .map(({ comment }) => comment),
    );
  });

  test('tells what was answered after the score, of the same period, source and persona, and of nobody held back', async () => {
    const workspace = await testWorkspace({ minimumN: 3 });
    const { scope } = workspace;
    const of = await story(workspace);
    const [ces, emotion] = of.placements;
    const said = (placementId: string, day: string, over: Partial<Recording>) =>
      answer(placementId, day, { score: 2, ...over });
    await recordAnswers(scope, [
      ...[1, 2, 3].map(() =>
        said(ces.id, TODAY, { followUps: { reasons: ['waited', 'unclear'], expectation: -1 } }),
      ),
      said(emotion.id, TODAY, { score: -2, followUps: { reasons: ['waited'] } }),
      said(ces.id, TODAY, { score: 7, persona: of.mover.id, source: 'email', followUps: { expectation: 2 } }),
      said(ces.id, '2026-01-01', { followUps: { expectation: 0 } }),
      said(ces.id, TODAY, { suspect: 'trap', followUps: { expectation: 0 } }),
      said(of.placements[2].id, TODAY, { followUps: { expectation: 0 } }),
      said(ces.id, TODAY, { score: null, followUps: { expectation: 0 } }),
    ]);
    const figures = async (text = '') =>
      (await loadTouchpoint(scope, of.journey.id, of.a.id, search(text), NOW, 'en')).followUps;
    const counts = (all: Awaited<ReturnType<typeof figures>>) =>
      all.map(({ kind, n, options }) => [
        kind,
        n,
        options.filter((o) => o.count > 0).map((o) => [o.id, o.count]),
      ]);
    expect(counts(await figures())).toEqual([
      [
        'frictions',
        4,
        [
          ['waited', 4],
          ['unclear', 3],
        ],
      ],
      [
        'expectation',
        4,
        [
          ['-1', 3],
          ['2', 1],
        ],
      ],
    ]);
    expect(counts(await figures('source=email'))).toEqual([['expectation', 1, []]]);
    expect(counts(await figures(`persona=${of.mover.id}`))).toEqual([['expectation', 1, []]]);
    expect(counts(await figures('from=2026-01-01&to=2026-01-02'))).toEqual([['expectation', 1, []]]);
    const other = await testWorkspace();
    const within = { from: '2026-01-01', to: TODAY, ...EVERYTHING };
    expect(await listFollowUpCounts(other.scope, [of.a.lineageId], within)).toEqual([]);
    expect(await listOwnReasons(other.scope, [newId()])).toEqual([]);
  });

  test('tells the words chosen in the period as shares of who answered them', async () => {
    const of = await story(await testWorkspace());
    const chosen = of.answers.filter((one) => one.words && between('2026-08-25', TODAY)(one));
    const none = chosen.filter((one) => one.words?.[0] === 'none').length;
    const share = (chosen.length - none) / chosen.length;
    const detail = await loadTouchpoint(of.scope, of.journey.id, of.a.id, search(), NOW, 'en');
    expect(detail.wordsN).toBe(chosen.length);
    expect(detail.words.map(({ id, count }) => [id, count])).toEqual([
      ['confused', chosen.length - none],
      ['ignored', chosen.length - none],
      ['none', none],
    ]);
    expect(detail.touchpoint.topWord).toEqual({ id: 'confused', share });
    expect(
      detail.surveys.map(({ metric, version, placements }) => [metric, version, placements.length]),
    ).toEqual([
      ['ces', 1, 1],
      ['emotion', 1, 1],
    ]);
  });

  test('opens on the last period with answers where the last 90 days have none', async () => {
    const { scope } = await testWorkspace();
    const journey = await createJourney(scope, { title: 'Airport' });
    const placementId = await ask(scope, journey.lineageId, 'nps');
    await recordAnswers(scope, [answer(placementId, '2017-06-30', { score: 9, source: 'import' })]);
    const map = await loadJourneyMap(scope, journey.id, search(), NOW);
    expect(map.period).toMatchObject({ from: '2017-04-02', to: '2017-06-30', fallback: true });
    expect(map.measures).toMatchObject([{ score: { n: 1 } }]);
    await recordAnswers(scope, [answer(placementId, TODAY, { score: 9 })]);
    expect((await loadJourneyMap(scope, journey.id, search(), NOW)).period.fallback).toBe(false);
  });

  test('the last 90 days end on today in the workspace’s zone', async () => {
    const late = new Date('2026-11-22T23:30:00Z');
    for (const [timeZone, today] of [
      ['Pacific/Auckland', '2026-11-23'],
      ['America/Los_Angeles', '2026-11-22'],
    ] as const) {
      const { scope } = await testWorkspace({ timeZone });
      const { id } = await createJourney(scope, { title: 'J' });
      expect((await loadJourneyMap(scope, id, search(), late)).period.to).toBe(today);
    }
  });

  test('retired touchpoints and stages leave the numbers and come back with them; edits keep every answer', async () => {
    const of = await story(await testWorkspace());
    const before = await loadScores(of.scope, of.journey.id, search(), NOW);
    await retireTouchpoint(of.scope, { id: of.b.id });
    const without = await loadScores(of.scope, of.journey.id, search(), NOW);
    expect(without.touchpoints.map(({ title }) => title)).toEqual(['a', 'a', 'c']);
    await expect(loadTouchpoint(of.scope, of.journey.id, of.b.id, search(), NOW, 'en')).rejects.toMatchObject(
      {
        code: 'not_found',
      },
    );
    await retireStage(of.scope, { id: of.one.id });
    expect((await loadScores(of.scope, of.journey.id, search(), NOW)).touchpoints.length).toBe(1);
    await restoreStage(of.scope, { id: of.one.id });
    expect(await loadScores(of.scope, of.journey.id, search(), NOW)).toEqual(without);
    await editTouchpoint(of.scope, { id: of.a.id, title: 'renamed', channels: ['phone'] });
    const renamed = await loadScores(of.scope, of.journey.id, search(), NOW);
    expect(renamed.touchpoints[0]).toEqual({ ...before.touchpoints[0], title: 'renamed' });
  });

  test('asks where a placement is open, and no longer once it is closed', async () => {
    const { scope } = await testWorkspace();
    const journey = await createJourney(scope, { title: 'J' });
    const id = await ask(scope, journey.lineageId, 'nps');
    expect((await loadJourneyMap(scope, journey.id, search(), NOW)).asking).toBe(true);
    await closePlacement(scope, { id });
    expect((await loadJourneyMap(scope, journey.id, search(), NOW)).asking).toBe(false);
  });
});

describe('the list of journeys', () => {
  test('counts what each holds and when it was last answered', async () => {
    const of = await story(await testWorkspace());
    const empty = await createJourney(of.scope, { title: 'Empty', personaIds: [of.mover.id] });
    const counted = of.answers.filter((one) => one.score !== null);
    expect(await listJourneys(of.scope)).toEqual([
      {
        id: of.journey.id,
        title: 'Becoming a customer',
        objective: '',
        state: 'as_is',
        copiedFromId: null,
        personas: [],
        stages: 2,
        touchpoints: 3,
        measured: 2,
        answers: counted.length,
        lastAnsweredOn: counted
          .map((one) => one.day)
          .sort()
          .at(-1),
      },
      {
        id: empty.id,
        title: 'Empty',
        objective: '',
        state: 'as_is',
        copiedFromId: null,
        personas: [{ id: of.mover.id, name: 'Mover', summary: '' }],
        stages: 0,
        touchpoints: 0,
        measured: 0,
        answers: 0,
        lastAnsweredOn: null,
      },
    ]);
  });
});

describe('before and after a change', () => {
  /** The value and n of each measure in the public scores of these days. */
  async function scoresOf(of: Story, id: string, asked: string) {
    const reply = await loadScores(of.scope, of.journey.id, search(asked), NOW);
    return [...reply.touchpoints, ...reply.measures]
      .filter((one) => one.id === id)
      .map(({ metric, value, n }) => ({ metric, value: value as number, n }));
  }

  const shownAs = (metric: SurveyMetricId, value: number | undefined) =>
    (value as number) * METRICS[metric].displayFactor;

  test('equals the public scores of the same days, sources and persona, whatever the period is', async () => {
    const of = await story(await testWorkspace());
    const about = { journeyId: of.journey.id, outcome: 'Effort' };
    const at = (touchpointId: string | null, changedOn: string) =>
      addMarker(of.scope, { ...about, touchpointId, changedOn, text: changedOn });
    await at(of.a.id, '2026-08-01');
    await at(null, '2026-10-24');
    await at(of.a.id, '2026-11-25');
    await at(of.b.id, '2026-10-01');
    for (const only of ['', `&source=link&source=email&persona=${of.mover.id}`]) {
      const asked = search(`from=2026-11-22&to=2026-11-22${only}`);
      const { changes } = await loadTouchpoint(of.scope, of.journey.id, of.a.id, asked, NOW, 'en');
      expect(changes.map(({ marker, span }) => [marker.changedOn, span?.days])).toEqual([
        ...[
          ['2026-08-01', 90],
          ['2026-10-24', 30],
          ['2026-11-25', undefined],
        ],
      ]);
      for (const { span, measures } of changes) {
        if (span === null) continue;
        const before = await scoresOf(of, of.a.id, `from=${span.previousFrom}&to=${span.previousTo}${only}`);
        const after = await scoresOf(of, of.a.id, `from=${span.from}&to=${span.to}${only}`);
        expect(measures.map(({ metric }) => metric)).toEqual(['ces', 'emotion']);
        for (const [index, { metric, n, compared }] of measures.entries()) {
          expect(n).toEqual({ before: before[index]?.n, after: after[index]?.n });
          expect(n.after).toBeGreaterThan(4);
          const id = metric as SurveyMetricId;
          expect(shownAs(id, compared?.before)).toBe(before[index]?.value);
          expect(shownAs(id, compared?.after)).toBe(after[index]?.value);
        }
      }
      expect(changes.map(({ others }) => others.map(({ changedOn }) => changedOn))).toEqual([
        ...[['2026-10-24'], [], []],
      ]);
    }

    const { changes } = await loadJourneyChanges(of.scope, of.journey.id, NOW);
    expect(changes).toHaveLength(1);
    const [nps] = changes[0]?.measures ?? [];
    const [before] = await scoresOf(of, of.journey.id, 'from=2026-09-24&to=2026-10-23');
    const [after] = await scoresOf(of, of.journey.id, 'from=2026-10-24&to=2026-11-22');
    expect(nps?.n).toEqual({ before: before?.n, after: after?.n });
    expect(shownAs('nps', nps?.compared?.after)).toBe(after?.value);
    expect(nps?.compared?.difference).toEqual(
      METRICS.nps.difference(
        recount(of, of.journey.id, 'nps', between('2026-10-24', '2026-11-22')),
        recount(of, of.journey.id, 'nps', between('2026-09-24', '2026-10-23')),
      ),
    );
    expect(changes[0]?.others.map(({ changedOn }) => changedOn)).toEqual(['2026-10-01']);
  });
});

describe('another workspace', () => {
  test('sees no journey, touchpoint, tally, word or comment', async () => {
    const [of, other] = [await story(await testWorkspace()), await testWorkspace()];
    expect(await listJourneys(other.scope)).toEqual([]);
    expect(await findTree(other.scope, of.journey.id)).toBeNull();
    const lineages = [of.a.lineageId, of.b.lineageId];
    const within = { from: '2020-01-01', to: TODAY, ...EVERYTHING };
    const sliced = { ...within, previousFrom: '2019-01-01', previousTo: '2019-12-31', slices: 12 };
    expect((await listTallySlices(of.scope, lineages, sliced)).length).toBeGreaterThan(0);
    expect(await listTallySlices(other.scope, lineages, sliced)).toEqual([]);
    expect((await listNewestComments(of.scope, lineages, within, 5)).length).toBe(10);
    expect(await listNewestComments(other.scope, lineages, within, 5)).toEqual([]);
    expect((await listWordChoices(of.scope, lineages, within)).length).toBe(2);
    expect(await listWordChoices(other.scope, lineages, within)).toEqual([]);
    const spans = [{ previousFrom: '2026-06-01', from: '2026-08-01', to: TODAY }];
    expect((await listTallySpans(of.scope, lineages, spans, within)).length).toBeGreaterThan(0);
    expect(await listTallySpans(other.scope, lineages, spans, within)).toEqual([]);
    for (const load of [
      () => loadJourneyChanges(other.scope, of.journey.id, NOW),
      () => loadJourneyMap(other.scope, of.journey.id, search(), NOW),
      () => loadTouchpoint(other.scope, of.journey.id, of.a.id, search(), NOW, 'en'),
      () => loadTouchpoint(of.scope, of.journey.id, newId(), search(), NOW, 'en'),
    ]) {
      await expect(load()).rejects.toMatchObject({ code: 'not_found' });
    }
    const stored = await of.scope.run((tx) =>
      tx
        .select({ id: responses.id })
        .from(responses)
        .where(and(eq(responses.workspaceId, of.workspaceId), eq(responses.lineageId, of.a.lineageId))),
    );
    expect(stored.length).toBeGreaterThan(100);
  });
});
