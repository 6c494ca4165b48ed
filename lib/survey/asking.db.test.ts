import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { database } from '@/db/client';
import { findAsking, listOpenWidgets } from '@/db/queries/placements';
import { findSurvey, listSurveysOfLineage, listVersions } from '@/db/queries/surveys';
import { rows, type Scope } from '@/db/scope';
import { rowCount, type TestWorkspace, testDatabase, testWorkspace } from '@/db/testing/database';
import { dayOf } from '../clock';
import { askingOf, questionOf, widgetsOf } from '../gates/respondent';
import { createJourney } from '../journey/commands/journey';
import { addStage } from '../journey/commands/stage';
import { addTouchpoint } from '../journey/commands/touchpoint';
import { recordResponse } from '../response/commands/record-response';
import { SURVEY_METRICS } from '../scoring/metrics';
import {
  closePlacement,
  draftSurvey,
  editDraft,
  openPlacement,
  publishSurvey,
  reopenPlacement,
  ruleWidget,
} from './commands';
import { newContent, type SurveyContent } from './model/content';
import { DEFAULT_WIDGET_RULES, type WidgetRules } from './model/widget-rules';
import { listWidgetPlacements, loadAskable, loadSurvey } from './views';

testDatabase();

type Place = TestWorkspace & {
  viewer: Scope;
  journeyId: string;
  journeyLineageId: string;
  touchpointId: string;
  lineageId: string;
};

let a: Place;
let b: Place;

beforeAll(async () => {
  a = await place();
  b = await place();
});

const NOT_FOUND = { code: 'not_found' };
const FORBIDDEN = { code: 'forbidden' };
const RULES: WidgetRules = {
  ...DEFAULT_WIDGET_RULES,
  mode: 'inline',
  urls: ['/checkout'],
  delaySeconds: 0,
  windowDays: 30,
};

const content = (topic: string): SurveyContent => newContent('en', { topic });

describe('a draft', () => {
  test('begins with the metric’s name, its wording and nothing written', async () => {
    for (const metric of SURVEY_METRICS) {
      const { id } = await draftSurvey(a.scope, { lineageId: a.lineageId, metric });
      expect(await loadSurvey(a.scope, id)).toMatchObject({
        metric,
        draft: newContent('en'),
        version: null,
        versions: [],
        placements: [],
        subject: { title: 'Book a visit', journeyId: a.journeyId, touchpointId: a.touchpointId },
      });
    }
  });

  test('is about a touchpoint or a whole journey', async () => {
    const { id } = await draftSurvey(a.scope, { lineageId: a.journeyLineageId, metric: 'nps' });
    expect((await loadSurvey(a.scope, id)).subject).toEqual({
      lineageId: a.journeyLineageId,
      title: 'Becoming a customer',
      journeyId: a.journeyId,
      touchpointId: null,
    });
  });

  test('keeps metric and wording: nothing that is sent can change them', async () => {
    const { id } = await draftSurvey(a.scope, { lineageId: a.lineageId, metric: 'ces' });
    for (const extra of [{ metric: 'nps' }, { wording: 'mine@1' }, { question: 'Do you love us?' }]) {
      const sent = { id, title: 'Effort', content: content('book'), ...extra };
      await expect(editDraft(a.scope, sent)).rejects.toMatchObject({ code: 'invalid' });
    }
    const question = { ...content('book'), question: 'Do you love us?' };
    await expect(editDraft(a.scope, { id, title: 'Effort', content: question })).rejects.toMatchObject({
      code: 'invalid',
      errors: [{ path: 'content.question' }],
    });
    await editDraft(a.scope, { id, title: 'Effort', content: content('book') });
    expect(await findSurvey(a.scope, id)).toMatchObject({
      metric: 'ces',
      wording: 'made-it-easy@1',
      title: 'Effort',
      draft: content('book'),
    });
  });

  test('refuses what can only be imported, and an empty title', async () => {
    await expect(
      draftSurvey(a.scope, { lineageId: a.lineageId, metric: 'rating5' as 'nps' }),
    ).rejects.toMatchObject({ code: 'invalid', errors: [{ path: 'metric' }] });
    await expect(
      draftSurvey(a.scope, { lineageId: a.lineageId, metric: 'nps', title: ' ' }),
    ).rejects.toMatchObject({ code: 'invalid', errors: [{ path: 'title' }] });
  });
});

describe('publishing', () => {
  test('refuses a question with a gap and names the field', async () => {
    const { id } = await draftSurvey(a.scope, { lineageId: a.lineageId, metric: 'csat' });
    await expect(publishSurvey(a.scope, { id })).rejects.toMatchObject({
      code: 'invalid',
      errors: [{ path: 'content.texts.en.topic' }],
    });
    expect(await listVersions(a.scope, id)).toEqual([]);
    expect((await findSurvey(a.scope, id))?.version).toBeNull();
  });

  test('freezes: what is edited later reaches nobody until it is published too', async () => {
    const survey = await published(a, 'ces', 'book a visit');
    const { id } = await openPlacement(a.scope, { surveyId: survey, kind: 'link' });
    await editDraft(a.scope, { id: survey, title: 'Effort', content: content('change my visit') });
    expect(await asks(a.scope, id)).toEqual([1, 'Lumen made it easy for me to book a visit.']);

    expect(await publishSurvey(a.scope, { id: survey })).toEqual({
      id: survey,
      version: 2,
      wording: 'made-it-easy@1',
    });
    expect(await asks(a.scope, id)).toEqual([2, 'Lumen made it easy for me to change my visit.']);
    const versions = await listVersions(a.scope, survey);
    expect(versions.map((one) => [one.version, one.content.texts.en?.topic, one.formula])).toEqual([
      [2, 'change my visit', 'ces@1'],
      [1, 'book a visit', 'ces@1'],
    ]);
  });

  test('reaches every placement of the survey, closed ones too, and no other survey’s', async () => {
    const survey = await published(a, 'ces', 'one');
    const other = await published(a, 'ces', 'other');
    const own = await Promise.all(
      (['link', 'email', 'widget'] as const).map((kind) =>
        openPlacement(a.scope, { surveyId: survey, kind }),
      ),
    );
    const foreign = await openPlacement(a.scope, { surveyId: other, kind: 'link' });
    await closePlacement(a.scope, { id: own[0]?.id ?? '' });
    await editDraft(a.scope, { id: survey, title: 'T', content: content('two') });
    await publishSurvey(a.scope, { id: survey });
    for (const { id } of own) expect((await asks(a.scope, id))[0]).toBe(2);
    expect(await asks(a.scope, foreign.id)).toEqual([1, 'Lumen made it easy for me to other.']);
  });

  test('at the same moment twice makes two versions, never one version twice', async () => {
    const survey = await published(a, 'nps', '');
    const both = await Promise.all([
      publishSurvey(a.scope, { id: survey }),
      publishSurvey(a.scope, { id: survey }),
    ]);
    expect(both.map((one) => one.version).toSorted()).toEqual([2, 3]);
    expect((await findSurvey(a.scope, survey))?.version).toBe(3);
  });
});

describe('a placement', () => {
  test('needs a published survey', async () => {
    const { id } = await draftSurvey(a.scope, { lineageId: a.lineageId, metric: 'nps' });
    await expect(openPlacement(a.scope, { surveyId: id, kind: 'link' })).rejects.toMatchObject({
      code: 'conflict',
    });
  });

  test('gets a key of its own that leads to its question', async () => {
    const survey = await published(a, 'nps', '');
    const one = await openPlacement(a.scope, { surveyId: survey, kind: 'link' });
    const two = await openPlacement(a.scope, { surveyId: survey, kind: 'link' });
    expect(one.key).toMatch(/^[0-9A-Za-z]{16}$/);
    expect(one.key).not.toBe(two.key);
    const asking = await askingOf(one.key);
    expect(asking.placement.id).toBe(one.id);
    expect(asking.question.question).toBe('How likely are you to recommend Lumen to a friend or colleague?');
    await expect(askingOf(one.key.toLowerCase().padEnd(17, 'x'))).rejects.toMatchObject(NOT_FOUND);
  });

  test('closes and opens again under the same key', async () => {
    const survey = await published(a, 'nps', '');
    const { id, key } = await openPlacement(a.scope, { surveyId: survey, kind: 'link' });
    await closePlacement(a.scope, { id });
    expect(await placementOf(a.scope, survey, id)).toMatchObject({ key, closedAt: expect.any(Date) });
    expect(await recordResponse(a.scope, answer(id, 9))).toEqual({ kind: 'refused', why: 'closed' });
    await reopenPlacement(a.scope, { id });
    expect(await placementOf(a.scope, survey, id)).toMatchObject({ key, closedAt: null });
    expect(await recordResponse(a.scope, answer(id, 9))).toMatchObject({ kind: 'created' });
  });

  test('tells how many answered it with a score', async () => {
    const survey = await published(a, 'nps', '');
    const one = await openPlacement(a.scope, { surveyId: survey, kind: 'link' });
    const two = await openPlacement(a.scope, { surveyId: survey, kind: 'widget' });
    for (const score of [3, 10, null]) await recordResponse(a.scope, answer(one.id, score));
    const view = await loadSurvey(a.scope, survey);
    expect(view.placements.map((placement) => [placement.id, placement.answers])).toEqual([
      [one.id, 2],
      [two.id, 0],
    ]);
  });

  test('has an address only where a page stands behind it, and rules only as a widget', async () => {
    const survey = await published(a, 'nps', '');
    const link = await openPlacement(a.scope, { surveyId: survey, kind: 'link', rules: RULES });
    const email = await openPlacement(a.scope, { surveyId: survey, kind: 'email' });
    const widget = await openPlacement(a.scope, { surveyId: survey, kind: 'widget', rules: RULES });
    const plain = await openPlacement(a.scope, { surveyId: survey, kind: 'widget' });
    const { placements } = await loadSurvey(a.scope, survey);
    const seen = new Map(placements.map((placement) => [placement.id, placement]));
    expect(seen.get(link.id)?.address).toMatch(new RegExp(`^https?://.+/a/${link.key}$`));
    expect([email, widget].map(({ id }) => seen.get(id)?.address)).toEqual([null, null]);
    expect([link, email, widget, plain].map(({ id }) => seen.get(id)?.rules)).toEqual([
      null,
      null,
      RULES,
      DEFAULT_WIDGET_RULES,
    ]);
  });
});

describe('a widget', () => {
  test('changes its rules; a placement of another kind has none to change', async () => {
    const survey = await published(a, 'nps', '');
    const widget = await openPlacement(a.scope, { surveyId: survey, kind: 'widget' });
    const link = await openPlacement(a.scope, { surveyId: survey, kind: 'link' });
    await ruleWidget(a.scope, { id: widget.id, rules: RULES });
    expect(await placementOf(a.scope, survey, widget.id)).toMatchObject({ rules: RULES });
    await expect(ruleWidget(a.scope, { id: link.id, rules: RULES })).rejects.toMatchObject(NOT_FOUND);
    await expect(
      ruleWidget(a.scope, { id: widget.id, rules: { ...RULES, delaySeconds: '3' as unknown as number } }),
    ).rejects.toMatchObject({ code: 'invalid', errors: [{ path: 'rules.delaySeconds' }] });
    expect(await placementOf(a.scope, survey, widget.id)).toMatchObject({ rules: RULES });
  });

  test('is listed with what it asks about, open ones first, and shown in sites only while open', async () => {
    const c = await place();
    const survey = await published(c, 'nps', '');
    const relation = await draftSurvey(c.scope, { lineageId: c.journeyLineageId, metric: 'nps' });
    await publishSurvey(c.scope, { id: relation.id });
    const closed = await openPlacement(c.scope, { surveyId: survey, kind: 'widget' });
    const open = await openPlacement(c.scope, { surveyId: relation.id, kind: 'widget', rules: RULES });
    await openPlacement(c.scope, { surveyId: survey, kind: 'link' });
    await closePlacement(c.scope, { id: closed.id });
    expect(
      (await listWidgetPlacements(c.scope)).map((one) => [one.id, one.surveyTitle, one.subjectTitle]),
    ).toEqual([
      [open.id, 'NPS', 'Becoming a customer'],
      [closed.id, 'NPS', 'Book a visit'],
    ]);
    expect((await listOpenWidgets(c.scope)).map((one) => [one.id, one.rules])).toEqual([[open.id, RULES]]);
    const site = (
      await rows<{ key: string }>(
        database().orm,
        sql`SELECT site_key AS key FROM workspaces WHERE id = ${c.workspaceId}`,
      )
    )[0];
    expect((await widgetsOf(site?.key ?? '')).map((one) => one.id)).toEqual([open.id]);
    expect((await widgetsOf(open.key)).map((one) => one.id)).toEqual([open.id]);
    expect(await widgetsOf(closed.key)).toEqual([]);
  });
});

describe('before a survey', () => {
  test('a touchpoint tells what it is, which metric suits it and what is asked there already', async () => {
    const c = await place();
    const { id } = await draftSurvey(c.scope, { lineageId: c.lineageId, metric: 'csat' });
    const view = await loadAskable(c.scope, { touchpoint: c.touchpointId });
    expect(view).toEqual({
      lineageId: c.lineageId,
      title: 'Book a visit',
      journeyId: c.journeyId,
      touchpointId: c.touchpointId,
      suggested: 'emotion',
      surveys: [{ id, title: 'CSAT', metric: 'csat', version: null }],
    });
    expect(await loadAskable(c.scope, { lineage: c.lineageId })).toEqual(view);
  });

  test('a journey is asked for the relationship', async () => {
    expect(await loadAskable(a.scope, { lineage: a.journeyLineageId })).toMatchObject({
      touchpointId: null,
      suggested: 'nps',
    });
  });
});

describe('another workspace', () => {
  test('finds nothing of it, in the words of what is absent', async () => {
    const survey = await published(a, 'nps', '');
    const link = await openPlacement(a.scope, { surveyId: survey, kind: 'link' });
    const widget = await openPlacement(a.scope, { surveyId: survey, kind: 'widget' });
    const absent = randomUUID();
    const before = await everything();
    const attempts: ((id: string) => Promise<unknown>)[] = [
      (id) => draftSurvey(b.scope, { lineageId: id, metric: 'nps' }),
      (id) => loadAskable(b.scope, { lineage: id }),
      (id) => loadAskable(b.scope, { touchpoint: id }),
      (id) => editDraft(b.scope, { id, title: 'Taken', content: content('over') }),
      (id) => publishSurvey(b.scope, { id }),
      (id) => openPlacement(b.scope, { surveyId: id, kind: 'link' }),
      (id) => loadSurvey(b.scope, id),
      (id) => closePlacement(b.scope, { id }),
      (id) => reopenPlacement(b.scope, { id }),
      (id) => ruleWidget(b.scope, { id, rules: RULES }),
    ];
    for (const attempt of attempts) {
      const refusal = await refusalOf(attempt(absent));
      expect(refusal).toMatchObject(NOT_FOUND);
      for (const id of [a.lineageId, a.touchpointId, survey, link.id, widget.id]) {
        expect(await refusalOf(attempt(id))).toEqual(refusal);
      }
    }
    expect(await everything()).toEqual(before);
  });

  test('sees none of it in any list', async () => {
    const c = await place();
    const survey = await published(a, 'nps', '');
    const widget = await openPlacement(a.scope, { surveyId: survey, kind: 'widget' });
    expect(await listWidgetPlacements(c.scope)).toEqual([]);
    expect(await listOpenWidgets(c.scope)).toEqual([]);
    expect(await listVersions(c.scope, survey)).toEqual([]);
    expect(await listSurveysOfLineage(c.scope, a.lineageId)).toEqual([]);
    expect(await findAsking(c.scope, widget.id)).toBeNull();
    expect((await listWidgetPlacements(a.scope)).some(({ id }) => id === widget.id)).toBe(true);
  });

  test('an id that is none is absent too', async () => {
    await expect(loadSurvey(a.scope, 'x')).rejects.toMatchObject(NOT_FOUND);
    await expect(loadAskable(a.scope, { touchpoint: "'" })).rejects.toMatchObject(NOT_FOUND);
    await expect(loadAskable(a.scope, { lineage: '' })).rejects.toMatchObject(NOT_FOUND);
  });
});

test('a viewer reads everything and changes nothing', async () => {
  const survey = await published(a, 'nps', '');
  const { id } = await openPlacement(a.scope, { surveyId: survey, kind: 'widget' });
  const before = await everything();
  for (const attempt of [
    draftSurvey(a.viewer, { lineageId: a.lineageId, metric: 'nps' }),
    editDraft(a.viewer, { id: survey, title: 'Mine', content: content('mine') }),
    publishSurvey(a.viewer, { id: survey }),
    openPlacement(a.viewer, { surveyId: survey, kind: 'link' }),
    closePlacement(a.viewer, { id }),
    reopenPlacement(a.viewer, { id }),
    ruleWidget(a.viewer, { id, rules: RULES }),
  ]) {
    await expect(attempt).rejects.toMatchObject(FORBIDDEN);
  }
  expect(await everything()).toEqual(before);
  expect(await loadSurvey(a.viewer, survey)).toEqual(await loadSurvey(a.scope, survey));
});

test('whoever changed something stands in the audit log, with the object', async () => {
  const before = await rowCount('audit_lines');
  const survey = await published(a, 'nps', '');
  const { id } = await openPlacement(a.scope, { surveyId: survey, kind: 'link' });
  await closePlacement(a.scope, { id });
  await reopenPlacement(a.scope, { id });
  expect((await rowCount('audit_lines')) - before).toBe(6);
});

async function place(): Promise<Place> {
  const workspace = await testWorkspace();
  const journey = await createJourney(workspace.scope, { title: 'Becoming a customer' });
  const stage = await addStage(workspace.scope, { journeyId: journey.id, title: 'Get connected' });
  const touchpoint = await addTouchpoint(workspace.scope, {
    stageId: stage.id,
    title: 'Book a visit',
    moment: { polarity: 'break', reason: 'handoff' },
  });
  return {
    ...workspace,
    viewer: await workspace.as('viewer'),
    journeyId: journey.id,
    journeyLineageId: journey.lineageId,
    touchpointId: touchpoint.id,
    lineageId: touchpoint.lineageId,
  };
}

/** A survey at the place's touchpoint, published once. */
async function published(at: Place, metric: 'nps' | 'ces' | 'csat', topic: string): Promise<string> {
  const { id } = await draftSurvey(at.scope, { lineageId: at.lineageId, metric });
  await editDraft(at.scope, { id, title: metric.toUpperCase(), content: content(topic) });
  await publishSurvey(at.scope, { id });
  return id;
}

/** Version and question that a placement's customers get now. */
async function asks(scope: Scope, placementId: string): Promise<[version: number, question: string]> {
  const asking = await findAsking(scope, placementId);
  if (!asking) throw new Error('The placement is not there.');
  return [asking.surveyVersion, questionOf(asking).question];
}

async function placementOf(scope: Scope, surveyId: string, id: string) {
  return (await loadSurvey(scope, surveyId)).placements.find((placement) => placement.id === id);
}

function answer(placementId: string, score: number | null) {
  const now = new Date();
  return {
    placementId,
    responseId: randomUUID(),
    seq: 1,
    state: 'complete' as const,
    score,
    words: null,
    comment: null,
    keyHash: null,
    invitationId: null,
    contactId: null,
    persona: '',
    respondentKey: null,
    attributes: null,
    source: 'link' as const,
    receivedAt: now,
    day: dayOf(now, 'Europe/Berlin'),
  };
}

const refusalOf = (attempt: Promise<unknown>): Promise<unknown> =>
  attempt.then(
    () => 'done',
    (error: Error & { code?: string; errors?: unknown }) => ({
      code: error.code,
      message: error.message,
      errors: error.errors,
    }),
  );

/** All surveys, versions, placements and audit lines of all workspaces, as the database's owner sees them. */
function everything(): Promise<unknown> {
  return rows(
    database().orm,
    sql`SELECT (SELECT json_agg(s ORDER BY s.id) FROM surveys s) AS surveys,
          (SELECT json_agg(v ORDER BY v.survey_id, v.version) FROM survey_versions v) AS versions,
          (SELECT json_agg(p ORDER BY p.id) FROM placements p) AS placements`,
  );
}
