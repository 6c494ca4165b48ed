import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { rebuildTallies } from '@/db/queries/record';
import { rows, transact } from '@/db/scope';
import { testDatabase, testWorkspace } from '@/db/testing/database';
import { addDays } from '../clock';
import { newId } from '../id';
import { createJourney } from '../journey/commands/journey';
import { mergeTouchpoints } from '../journey/commands/lineage';
import { addPersona } from '../journey/commands/persona';
import { addStage } from '../journey/commands/stage';
import { addTouchpoint } from '../journey/commands/touchpoint';
import { recordAnswers } from '../response/commands/record-answers';
import type { Recording } from '../response/model';
import { SCALE_STARTS } from '../response/rules';
import { draftSurvey, openPlacement, publishSurvey } from '../survey/commands';
import { newContent } from '../survey/model/content';
import type { Cell } from './rules/tables/table';
import { csvOf } from './rules/tables/text';
import { loadScores, loadScoreTable } from './views';
import { openAnswers } from './views/answers';

testDatabase();

const NOW = new Date('2026-03-31T12:00:00Z');
const search = (text = '') => new URLSearchParams(text);

async function story() {
  const workspace = await testWorkspace({ timeZone: 'UTC' });
  const { scope } = workspace;
  const journey = await createJourney(scope, { title: 'Becoming a customer' });
  const stage = await addStage(scope, { journeyId: journey.id, title: 'One' });
  const place = async (title: string) => {
    const touchpoint = await addTouchpoint(scope, { stageId: stage.id, title });
    return { ...touchpoint, ...(await asked(touchpoint.lineageId)) };
  };
  const asked = async (lineageId: string) => {
    const content = newContent('en', { topic: 'pay' });
    const { id: surveyId } = await draftSurvey(scope, { lineageId, metric: 'ces', content });
    await publishSurvey(scope, { id: surveyId });
    const { id: placementId } = await openPlacement(scope, { surveyId, kind: 'link' });
    return { surveyId, placementId };
  };
  const record = (placementId: string, ...given: Partial<Recording>[]) =>
    recordAnswers(
      scope,
      given.map((one) => ({
        ...{
          placementId,
          responseId: newId(),
          seq: 1,
          state: 'complete',
          score: 4,
          words: null,
          comment: null,
        },
        ...{ keyHash: null, invitationId: null, contactId: null, persona: '', respondentKey: null },
        ...{ attributes: null, source: 'link', receivedAt: NOW },
        ...one,
        day: (one.receivedAt ?? NOW).toISOString().slice(0, 10),
      })),
    );
  const read = async (text = '', pageLength = 2) => {
    const table = await openAnswers(scope, journey.id, search(text), NOW, 'as asked', pageLength);
    const lines: Record<string, Cell>[] = [];
    const pages: number[] = [];
    for await (const page of table.pages) {
      pages.push(page.length);
      for (const cells of page) {
        expect(cells).toHaveLength(table.columns.length);
        lines.push(Object.fromEntries(table.columns.map((column, at) => [column, cells[at] ?? null])));
      }
    }
    return { lines, pages, table };
  };
  const n = async (text = '') => {
    const reply = await loadScores(scope, journey.id, search(text), NOW);
    return [...reply.touchpoints, ...reply.measures].reduce((sum, one) => sum + one.n, 0);
  };
  return { ...workspace, journey, place, asked, record, read, n };
}

describe('answers of a journey', () => {
  test('a line says all that is known of its answer', async () => {
    const of = await story();
    const pay = await of.place('Pay');
    const persona = await addPersona(of.scope, { name: 'Mover', summary: '' });
    const responseId = newId();
    await of.record(pay.placementId, {
      ...{ responseId, score: 6, comment: 'Easy.', persona: persona.id, segment: 'new', language: 'de' },
      ...{ device: 'phone', respondentKey: 'k-1', source: 'widget' },
      followUps: { reasons: ['speed', 'price'], expectation: -1, information: 2, handoff: 0 },
    });
    const { lines, table } = await of.read();
    expect(lines).toEqual([
      {
        ...{ answer_id: responseId, placement_id: pay.placementId, about: 'touchpoint', about_id: pay.id },
        ...{ title: 'Pay', stage: 'One', metric: 'ces', wording: expect.any(String), score: 6, words: null },
        ...{ comment: 'Easy.', reasons: ['speed', 'price'], expectation: -1, information: 2, handoff: 0 },
        ...{ source: 'widget', channel: null, persona: 'Mover', segment: 'new', language: 'de' },
        ...{
          device: 'phone',
          survey_id: pay.surveyId,
          survey: expect.any(String),
          version: 1,
          campaign: null,
        },
        ...{ day: '2026-03-31', received_at: '2026-03-31T12:00:00.000Z', person: 'k-1' },
      },
    ]);
    expect(table.title).toBe('Becoming a customer');
    expect(table.about).toContainEqual(['from', '2026-01-01']);
    expect(table.about).toContainEqual(['time_zone_of_days', 'UTC']);
  });

  test('what is held back, skipped or outside the filter has no line; the lines are as many as the n of the scores', async () => {
    const of = await story();
    const [pay, call] = [await of.place('Pay'), await of.place('Call')];
    const whole = await of.asked(of.journey.lineageId);
    const march = (day: number) => new Date(Date.UTC(2026, 2, day, 9));
    await of.record(
      pay.placementId,
      { score: 1, receivedAt: march(1), segment: 'new', device: 'phone' },
      { score: 2, receivedAt: march(2), segment: 'old', device: 'phone', source: 'email' },
      { score: 3, receivedAt: march(3), suspect: 'trap' },
      { score: null, receivedAt: march(4), comment: 'no score' },
      { score: 5, receivedAt: new Date('2025-06-01T00:00:00Z') },
    );
    await of.record(call.placementId, { score: 6, receivedAt: march(5), segment: 'new' });
    await of.record(whole.placementId, { score: 7, receivedAt: march(6), language: 'de' });
    const filters: [string, number[]][] = [
      ['', [1, 2, 6, 7]],
      ['segment=new', [1, 6]],
      ['segment=new&device=phone', [1]],
      ['source=email', [2]],
      ['language=de', [7]],
      ['from=2025-05-01&to=2025-07-01', [5]],
      ['from=2026-03-02&to=2026-03-05', [2, 6]],
      [`version=${call.surveyId}.1`, [6]],
      ['channel=phone', []],
      [`owner=${newId()}`, []],
    ];
    for (const [filter, scores] of filters) {
      const { lines } = await of.read(filter);
      expect(
        lines.map(({ score }) => score),
        filter,
      ).toEqual(scores);
      expect(await of.n(filter), filter).toBe(scores.length);
    }
    const { lines } = await of.read();
    expect(lines.map(({ about, stage }) => [about, stage])).toEqual([
      ['touchpoint', 'One'],
      ['touchpoint', 'One'],
      ['touchpoint', 'One'],
      ['journey', null],
    ]);
  });

  test('answers of a touchpoint that was merged stand at the one that shows them now', async () => {
    const of = await story();
    const [pay, call] = [await of.place('Pay'), await of.place('Call')];
    await of.record(pay.placementId, { score: 2 });
    await of.record(call.placementId, { score: 3 });
    await mergeTouchpoints(of.scope, { id: pay.id, fromId: call.id });
    const { lines } = await of.read();
    expect(lines.map(({ title, score }) => [title, score])).toEqual([
      ['Pay', 2],
      ['Pay', 3],
    ]);
  });

  test('another workspace finds nothing there', async () => {
    const of = await story();
    await of.record((await of.place('Pay')).placementId, { score: 2 });
    const other = await testWorkspace();
    for (const id of [of.journey.id, newId(), 'x']) {
      await expect(openAnswers(other.scope, id, search(), NOW, 'as asked')).rejects.toMatchObject({
        code: 'not_found',
      });
      await expect(loadScoreTable(other.scope, id, search(), NOW)).rejects.toMatchObject({
        code: 'not_found',
      });
    }
    await expect(
      openAnswers(of.scope, of.journey.id, search('from=x'), NOW, 'as asked'),
    ).rejects.toMatchObject({ code: 'bad_request' });
  });

  test('20,000 answers are read page by page, each once, also where many came at the same instant', async () => {
    const of = await story();
    const [pay, call] = [await of.place('Pay'), await of.place('Call')];
    // A thousand to an instant; written at once, because recording them one by one takes much longer than reading.
    for (const [{ placementId, lineageId }, count] of [
      [pay, 17_000],
      [call, 3_000],
    ] as const) {
      await of.scope.run((tx) =>
        rows(
          tx,
          sql`
            INSERT INTO responses (workspace_id, placement_id, id, lineage_id, metric, wording, survey_version, source,
              segment, day, seq, state, score, received_at, changed_at)
            SELECT ${of.scope.workspaceId}, l.id, gen_random_uuid(), ${lineageId}, l.metric, l.wording, 1, 'link',
              CASE WHEN place % 3 = 0 THEN 'new' ELSE 'old' END, '2026-03-01'::date + place % 20, 1, 'complete',
              place % 7 + 1, '2026-03-01T10:00:00Z'::timestamptz + make_interval(days => place % 20), now()
            FROM placements l, generate_series(1, ${count}::int) place WHERE l.id = ${placementId}`,
        ),
      );
    }
    await transact(of.scope, (tx) => rebuildTallies(tx, SCALE_STARTS));
    const { lines, pages } = await of.read('', 2_000);
    expect(Math.max(...pages)).toBe(2_000);
    expect(lines).toHaveLength(20_000);
    expect(new Set(lines.map(({ answer_id }) => answer_id)).size).toBe(20_000);
    expect(await of.n()).toBe(20_000);
    const filter = 'segment=new&from=2026-03-03&to=2026-03-09';
    const some = await of.read(filter, 150);
    expect(some.lines.length).toBeGreaterThan(1_000);
    expect(some.lines).toHaveLength(await of.n(filter));
    const received = some.lines
      .filter(({ title }) => title === 'Pay')
      .map(({ received_at }) => `${received_at}`);
    expect(received).toEqual([...received].sort());
  }, 60_000);
});

test('the table of scores has the numbers of the scores reply, of the period that the map shows', async () => {
  const of = await story();
  const pay = await of.place('Pay');
  await of.place('Call');
  const old = new Date('2025-06-01T10:00:00Z');
  await of.record(pay.placementId, ...[1, 5, 7].map((score) => ({ score, receivedAt: old })));
  const table = await loadScoreTable(of.scope, of.journey.id, search(), NOW);
  let text = '';
  for await (const chunk of csvOf(table)) text += chunk;
  const [head, first, second] = text.slice(1).split('\r\n');
  expect(head).toBe('about,id,title,stage,metric,value,n,low,high,shown,formula,from,to,counts');
  const reply = await loadScores(of.scope, of.journey.id, search('from=2025-03-04&to=2025-06-01'), NOW);
  const [entry] = reply.touchpoints;
  expect(entry).toMatchObject({ n: 3, metric: 'ces' });
  expect(addDays('2025-06-01', -89)).toBe('2025-03-04');
  expect(
    first?.startsWith(
      `touchpoint,${pay.id},Pay,One,ces,${entry?.value},3,${entry?.low},${entry?.high},${entry?.shown},${entry?.formula},2025-03-04,2025-06-01,`,
    ),
  ).toBe(true);
  expect(first).toContain('""5"":1');
  expect(second).toContain(',Call,One,ces,,0,,,false,ces@1,');
});
