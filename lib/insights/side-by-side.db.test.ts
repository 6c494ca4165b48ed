import { beforeAll, describe, expect, test } from 'vitest';
import { findAnsweredSince } from '@/db/queries/answered-since';
import type { Scope } from '@/db/scope';
import { type TestWorkspace, testDatabase, testWorkspace } from '@/db/testing/database';
import { addDays } from '../clock';
import { newId } from '../id';
import { createJourney } from '../journey/commands/journey';
import { addPersona } from '../journey/commands/persona';
import { addStage } from '../journey/commands/stage';
import { addTouchpoint } from '../journey/commands/touchpoint';
import { recordAnswers } from '../response/commands/record-answers';
import type { Recording, Source } from '../response/model';
import { METRICS, type SurveyMetricId } from '../scoring/metrics';
import { countsByPoint } from '../scoring/tally';
import { seededRandom } from '../statistics/random';
import { draftSurvey, openPlacement, placeInChannel, publishSurvey } from '../survey/commands';
import { newContent } from '../survey/model/content';
import type { MeasureView, ScoreEntry } from './model';
import type { SideBySide } from './model/side-by-side';
import { searchOf } from './rules/address';
import { sideFile } from './rules/side-file';
import { loadScores, loadTouchpoint } from './views';
import { loadSideBySide } from './views/side-by-side';

testDatabase();

const NOW = new Date('2026-11-22T12:00:00Z');
const TODAY = '2026-11-22';

async function ask(scope: Scope, lineageId: string, metric: SurveyMetricId, channel: string) {
  const content = newContent('en', { topic: 'booking a visit' });
  const survey = await draftSurvey(scope, { lineageId, metric, content });
  await publishSurvey(scope, { id: survey.id });
  const { id } = await openPlacement(scope, { surveyId: survey.id, kind: 'link' });
  if (channel !== '') await placeInChannel(scope, { id, channel });
  return { id, metric };
}

/** Two touchpoints asked by phone and on the website, the journey asked as a whole; 1,100 answers of 200 days. */
async function story(workspace: TestWorkspace) {
  const { scope } = workspace;
  const mover = await addPersona(scope, { name: 'Mover' });
  const renter = await addPersona(scope, { name: 'Renter' });
  const personaIds = [mover.id, renter.id];
  const journey = await createJourney(scope, { title: 'Becoming a customer', personaIds });
  const { id: stageId } = await addStage(scope, { journeyId: journey.id, title: 'One' });
  const channels = ['phone', 'website'];
  const first = await addTouchpoint(scope, { stageId, title: 'first', channels });
  const second = await addTouchpoint(scope, { stageId, title: 'second', channels });
  const third = await addTouchpoint(scope, { stageId, title: 'third', channels: ['phone'] });
  const placements = [
    await ask(scope, first.lineageId, 'ces', 'phone'),
    await ask(scope, first.lineageId, 'ces', 'website'),
    await ask(scope, second.lineageId, 'emotion', 'phone'),
    await ask(scope, second.lineageId, 'emotion', 'website'),
    await ask(scope, third.lineageId, 'csat', 'phone'),
    await ask(scope, journey.lineageId, 'nps', ''),
  ];
  const random = seededRandom(3);
  const below = (most: number) => Math.floor(random() * most);
  const answers = Array.from({ length: 1100 }, (): Recording => {
    const { id, metric } = placements[below(placements.length)] as (typeof placements)[number];
    const { scale } = METRICS[metric];
    const day = addDays(TODAY, -below(200));
    return {
      ...{ placementId: id, responseId: newId(), seq: 1, state: 'complete', score: null, words: null },
      ...{ comment: null, keyHash: null, invitationId: null, contactId: null, respondentKey: null },
      ...{ attributes: null, day, receivedAt: new Date(`${day}T10:00:00Z`) },
      score: scale.min + below(scale.max - scale.min + 1),
      persona: [...personaIds, ''][below(3)] as string,
      segment: ['pro', 'free', ''][below(3)] as string,
      source: (['link', 'email', 'widget'] as Source[])[below(3)] as Source,
      device: below(2) === 0 ? 'phone' : 'desktop',
    };
  });
  await recordAnswers(scope, answers);
  const ofFirst = placements.slice(0, 2).map(({ id }) => id);
  const days = answers.filter(({ placementId }) => ofFirst.includes(placementId)).map(({ day }) => day);
  return {
    ...workspace,
    journey,
    since: days.sort()[0],
    mover,
    renter,
    touchpoints: [first, second, third] as const,
  };
}

type Story = Awaited<ReturnType<typeof story>>;

async function compare(of: Story, search: string): Promise<SideBySide> {
  const { compared } = await loadSideBySide(of.scope, of.journey.id, new URLSearchParams(search), NOW);
  if (!compared) throw new Error(`Nothing is compared by ${search}.`);
  return compared;
}

const sidesOf = (of: Story) => [
  `by=persona&a=${of.mover.id}&b=${of.renter.id}`,
  `by=persona&a=${of.renter.id}&b=${of.mover.id}&source=link&source=email&device=phone`,
  'by=channel&a=phone&b=website&from=2026-08-01&to=2026-10-15',
  'by=segment&a=pro&b=free',
  'by=source&a=email&b=widget&segment=pro',
  'by=period&a=2026-06-01&a=2026-07-31&b=2026-08-01&b=2026-09-30',
];

/** A measure as the API tells it. */
const told = ({ metric, score, shown, tally }: MeasureView) => {
  const { displayFactor, scale } = METRICS[metric];
  const display = (value: number | null) => (value === null ? null : value * displayFactor);
  return {
    ...{ metric, n: score.n, shown, counts: countsByPoint(scale, tally), formula: score.formula },
    ...{ value: display(score.value), low: display(score.low), high: display(score.high) },
  };
};
const toldByApi = (entries: readonly ScoreEntry[]) =>
  entries.flatMap(({ id: _, title: __, stage: ___, ...entry }) => (entry.metric === null ? [] : [entry]));

const measuresOf = (compared: SideBySide, side: 'a' | 'b') =>
  compared.stages.flatMap(({ touchpoints }) =>
    touchpoints.flatMap(({ measures }) => measures.map((one) => one[side])),
  );

let of: Story;
beforeAll(async () => {
  of = await story(await testWorkspace());
}, 60_000);

describe('side by side', () => {
  test('each side has the numbers that the scores API gives for its filter, and the difference is theirs', async () => {
    for (const search of sidesOf(of)) {
      const compared = await compare(of, search);
      for (const side of ['a', 'b'] as const) {
        const query = new URLSearchParams(searchOf(compared[side].filter));
        const reply = await loadScores(of.scope, of.journey.id, query, NOW);
        expect(measuresOf(compared, side).map(told), search).toEqual(toldByApi(reply.touchpoints));
        expect(
          compared.measures.map((one) => told(one[side])),
          search,
        ).toEqual(toldByApi(reply.measures));
        expect(toldByApi(reply.touchpoints).length).toBe(3);
      }
      for (const { a, b } of compared.stages.flatMap(({ touchpoints }) =>
        touchpoints.flatMap(({ measures }) => measures),
      )) {
        const { significant: _, ...difference } = b.change ?? { significant: false };
        const { significant, ...expected } = METRICS[b.metric].difference(b.tally, a.tally) ?? {
          significant: false,
        };
        expect(difference).toEqual(expected);
        if (b.change?.significant) expect(significant).toBe(true);
      }
      expect(compared.comparisons.made).toBe(search.includes('by=channel') ? 2 : 3);
    }
  });

  test('everybody else is all that the scores API counts less what it counts of the other side, told and saved alike', async () => {
    for (const [search, own, all] of [
      [`by=persona&a=${of.mover.id}&b=*`, `persona=${of.mover.id}`, ''],
      [
        'by=segment&a=pro&b=*&source=link&source=email',
        'segment=pro&source=link&source=email',
        'source=link&source=email',
      ],
      [
        'by=channel&a=*&b=phone&segment=pro&device=phone',
        'channel=phone&segment=pro&device=phone',
        'segment=pro&device=phone',
      ],
      ['by=source&a=email&b=*', 'source=email', ''],
    ] as const) {
      const view = await loadSideBySide(of.scope, of.journey.id, new URLSearchParams(search), NOW);
      const compared = view.compared;
      if (!compared) throw new Error(search);
      const [chosen, others] = search.includes('a=*') ? (['b', 'a'] as const) : (['a', 'b'] as const);
      const [part, whole] = [
        await loadScores(of.scope, of.journey.id, new URLSearchParams(own), NOW),
        await loadScores(of.scope, of.journey.id, new URLSearchParams(all), NOW),
      ];
      expect(measuresOf(compared, chosen).map(told), search).toEqual(toldByApi(part.touchpoints));
      const ofPart = toldByApi(part.touchpoints);
      const rest = toldByApi(whole.touchpoints).map(({ counts }, index) =>
        Object.fromEntries(
          Object.entries(counts).map(([point, n]) => [point, n - (ofPart[index]?.counts[point] ?? 0)]),
        ),
      );
      expect(
        measuresOf(compared, others).map((one) => told(one).counts),
        search,
      ).toEqual(rest);
      for (const { a, b } of compared.stages.flatMap((stage) =>
        stage.touchpoints.flatMap(({ measures }) => measures),
      )) {
        expect(b.score).toEqual(METRICS[b.metric].score(b.tally));
        expect(b.previous).toEqual(a.score);
      }
      expect(compared.comparisons.made).toBeGreaterThan(1);
      const { columns, pages } = sideFile(compared, { shared: view.shared, names: { a: 'A', b: 'B' } });
      const lines: Record<string, unknown>[] = [];
      for await (const page of pages) {
        for (const cells of page)
          lines.push(Object.fromEntries(cells.map((cell, at) => [columns[at] ?? '', cell])));
      }
      expect(lines.filter(({ about }) => about === 'touchpoint')).toMatchObject(
        measuresOf(compared, others).map((one) => {
          const { value, low, high, n, shown, metric, formula } = told(one);
          const named = { value, low, high, n, shown };
          return {
            ...{ metric, formula, a_from: part.from, a_to: part.to, b_from: whole.from, b_to: whole.to },
            ...Object.fromEntries(Object.entries(named).map(([name, cell]) => [`${others}_${name}`, cell])),
          };
        }),
      );
      expect(lines.map(({ about }) => about)).toContain('journey');
    }
  });

  test('the counts of both sides add up to those of the union', async () => {
    const unions = [
      [`by=persona&a=${of.mover.id}&b=*`, ''],
      ['by=segment&a=free&b=*', ''],
      [sidesOf(of)[2], 'channel=phone&channel=website&from=2026-08-01&to=2026-10-15'],
      [sidesOf(of)[3], 'segment=pro&segment=free'],
      [sidesOf(of)[4], 'source=email&source=widget&segment=pro'],
      [sidesOf(of)[5], 'from=2026-06-01&to=2026-09-30'],
    ] as const;
    for (const [search, union] of unions) {
      const compared = await compare(of, search ?? '');
      const reply = await loadScores(of.scope, of.journey.id, new URLSearchParams(union), NOW);
      const [a, b] = [measuresOf(compared, 'a'), measuresOf(compared, 'b')];
      const sums = a.map(({ metric, tally }, index) =>
        countsByPoint(
          METRICS[metric].scale,
          tally.map((count, point) => count + (b[index]?.tally[point] ?? 0)),
        ),
      );
      expect(sums, union).toEqual(toldByApi(reply.touchpoints).map(({ counts }) => counts));
    }
  });

  test('offers what has answers, and says why two groups are not compared', async () => {
    const load = (search: string) =>
      loadSideBySide(of.scope, of.journey.id, new URLSearchParams(search), NOW);
    expect((await load('by=channel')).choices).toEqual(['phone', 'website']);
    expect((await load('by=segment')).choices).toEqual(['free', 'pro']);
    expect(await load('by=channel&a=phone&b=phone')).toMatchObject({ problem: 'same', compared: null });
    expect(await load('by=period&a=2026-06-01&a=2026-07-01&b=2026-07-01&b=2026-08-01')).toMatchObject({
      problem: 'overlap',
      compared: null,
    });
    await expect(load('by=source&a=fax')).rejects.toMatchObject({ code: 'bad_request' });
  });

  test('the drawer of a touchpoint with several channels tells each of them apart, and all of them are all answers', async () => {
    const [, second] = of.touchpoints;
    const detail = async (id: string, search: string) =>
      loadTouchpoint(of.scope, of.journey.id, id, new URLSearchParams(search), NOW, 'en');
    for (const search of ['', 'segment=pro', `persona=${of.mover.id}&source=email&device=phone`]) {
      const { channels, touchpoint } = await detail(second.id, search);
      expect(channels.map(({ channel }) => channel)).toEqual(['phone', 'website']);
      for (const { channel, measures } of channels) {
        const query = new URLSearchParams(search);
        query.set('channel', channel ?? '');
        const reply = await loadScores(of.scope, of.journey.id, query, NOW);
        expect(measures.map(told)).toEqual(toldByApi(reply.touchpoints.filter(({ id }) => id === second.id)));
      }
      expect(channels.reduce((sum, { measures }) => sum + (measures[0]?.score.n ?? 0), 0)).toBe(
        touchpoint.measures[0]?.score.n,
      );
    }
    expect((await detail(second.id, 'channel=phone')).channels).toEqual([]);
    expect((await detail(of.touchpoints[2].id, '')).channels).toEqual([]);
  });

  test('another workspace sees nothing of it, and none of its numbers', async () => {
    const other = await story(await testWorkspace());
    const search = new URLSearchParams('by=channel');
    await expect(loadSideBySide(other.scope, of.journey.id, search, NOW)).rejects.toMatchObject({
      code: 'not_found',
    });
    const foreign = await compare(other, `by=persona&a=${of.mover.id}&b=${other.renter.id}`);
    expect(measuresOf(foreign, 'a').every(({ score }) => score.n === 0)).toBe(true);
    expect(foreign.comparisons.made).toBe(0);
    const { lineageId } = of.touchpoints[0];
    expect(await findAnsweredSince(of.scope, [lineageId])).toBe(of.since);
    expect(await findAnsweredSince(other.scope, [lineageId])).toBeNull();
  });
});
