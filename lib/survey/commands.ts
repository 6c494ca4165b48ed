import { z } from 'zod';
import {
  insertPlacement,
  updateChannel,
  updateClosedAt,
  updateRules,
  updateVersionOfSurvey,
} from '@/db/queries/placements';
import {
  countSurveyAnswers,
  findSurvey,
  hasLineage,
  insertSurvey,
  insertVersion,
  listVersions,
  updateDraft,
  updateTimes,
} from '@/db/queries/surveys';
import { getWorkspace } from '@/db/queries/workspaces';
import { command } from '../command';
import { AppError, notFound } from '../errors';
import { hashOf, newId, newKey } from '../id';
import { metricOf, SURVEY_METRICS } from '../scoring/metrics';
import { PLACEMENT_KINDS } from './model';
import { newContent, surveyContentSchema } from './model/content';
import { DEFAULT_WIDGET_RULES, widgetRulesSchema } from './model/widget-rules';
import { packOf } from './rules/languages';
import { brokenComparisons, faultsOfContent } from './rules/publishing';

const title = z.string().trim().min(1, 'Name the survey.').max(80);

/** Starts a survey about a touchpoint or a whole journey; nobody is asked yet. @throws AppError `not_found` */
export const draftSurvey = command(
  'survey.draft',
  z.strictObject({
    lineageId: z.uuid(),
    metric: z.enum(SURVEY_METRICS),
    title: title.optional(),
    content: surveyContentSchema.optional(),
  }),
  async (tx, input) => {
    if (!(await hasLineage(tx, input.lineageId))) throw notFound();
    const metric = metricOf(input.metric);
    const id = newId();
    await insertSurvey(tx, {
      id,
      lineageId: input.lineageId,
      metric: metric.id,
      wording: metric.wordingId,
      title: input.title ?? metric.name,
      draft: input.content ?? newContent((await getWorkspace(tx)).language),
    });
    return { id };
  },
);

/** Changes what the author may choose; customers see it only after publishing. @throws AppError `not_found` */
export const editDraft = command(
  'survey.draft',
  z.strictObject({ id: z.uuid(), title, content: surveyContentSchema }),
  async (tx, input) => {
    if (!(await updateDraft(tx, input.id, { title: input.title, draft: input.content }))) throw notFound();
    return { id: input.id };
  },
);

/**
 * Freezes the draft as the next version, which every placement of the survey asks from now on. Where the question itself
 * has changed since people answered it, `series` has to say how its scores go on: 'same' where it still means the same,
 * such as after a corrected typo, 'new' to begin a series of its own, which is never pooled with the one before.
 *
 * @throws AppError `not_found`; `invalid` where the question would have a gap; `conflict` where `series` has to be said
 */
export const publishSurvey = command(
  'survey.publish',
  z.strictObject({ id: z.uuid(), series: z.enum(['same', 'new']).optional() }),
  async (tx, { id, series }) => {
    const survey = await findSurvey(tx, id);
    if (!survey) throw notFound();
    const metric = metricOf(survey.metric);
    const faults = faultsOfContent(metric, survey.draft);
    if (faults.length > 0) throw new AppError('invalid', 'Some fields need correcting.', { errors: faults });
    const [newest] = await listVersions(tx, id);
    const broken = newest ? brokenComparisons(newest.content, survey.draft) : [];
    if (broken.length > 0 && series === undefined && (await countSurveyAnswers(tx, id)) > 0) {
      const names = broken.map((language) => packOf(language).name).join(', ');
      throw new AppError(
        'conflict',
        `The question itself has changed (${names}), and people have answered it as it was. Say whether it still means the same, or begin a new series.`,
      );
    }
    const wording = series === 'new' ? `${metric.wordingId}/${newKey(6)}` : survey.wording;
    const version = await insertVersion(tx, id, {
      content: survey.draft,
      formula: metric.formula,
      wording,
    });
    if (version === null) throw notFound();
    await updateVersionOfSurvey(tx, id, version, wording);
    return { id, version, wording };
  },
);

/** Pauses a survey everywhere it is asked, or goes on. @throws AppError `not_found` */
export const pauseSurvey = command(
  'survey.pause',
  z.strictObject({ id: z.uuid(), paused: z.boolean() }),
  async (tx, { id, paused }) => {
    if (!(await updateTimes(tx, id, { pausedAt: paused ? new Date() : null }))) throw notFound();
    return { id };
  },
);

/** Ends a survey everywhere it is asked, or opens it again; its answers stay. @throws AppError `not_found` */
export const closeSurvey = command(
  'survey.close',
  z.strictObject({ id: z.uuid(), closed: z.boolean() }),
  async (tx, { id, closed }) => {
    if (!(await updateTimes(tx, id, { closedAt: closed ? new Date() : null }))) throw notFound();
    return { id };
  },
);

/** Sets from when to when a survey takes answers, and how many in all. @throws AppError `not_found`, `invalid` */
export const scheduleSurvey = command(
  'survey.schedule',
  z
    .strictObject({
      id: z.uuid(),
      opensAt: z.date().nullable(),
      closesAt: z.date().nullable(),
      quota: z.int('Give a whole number.').min(1, 'Take at least one answer.').max(10_000_000).nullable(),
    })
    .refine(({ opensAt, closesAt }) => !opensAt || !closesAt || opensAt < closesAt, {
      path: ['closesAt'],
      message: 'Let it end after it begins.',
    }),
  async (tx, { id, ...times }) => {
    if (!(await updateTimes(tx, id, times))) throw notFound();
    return { id };
  },
);

/**
 * Opens a place where the published survey is asked and gives it its public key.
 *
 * @throws AppError `not_found`; `conflict` where the survey was never published
 */
export const openPlacement = command(
  'placement.open',
  z.strictObject({
    surveyId: z.uuid(),
    kind: z.enum(PLACEMENT_KINDS),
    rules: widgetRulesSchema.optional(),
  }),
  async (tx, { surveyId, kind, rules }) => {
    const survey = await findSurvey(tx, surveyId);
    if (!survey) throw notFound();
    if (survey.version === null)
      throw new AppError('conflict', 'Publish the survey first, then ask with it.');
    const id = newId();
    const key = newKey(16);
    await insertPlacement(tx, {
      id,
      surveyId,
      surveyVersion: survey.version,
      lineageId: survey.lineageId,
      metric: survey.metric,
      wording: survey.wording,
      kind,
      key,
      keyHash: hashOf(key),
      rules: kind === 'widget' ? (rules ?? DEFAULT_WIDGET_RULES) : null,
    });
    return { id, key };
  },
);

/** Stops asking there; who answers from now on is told that it is closed. @throws AppError `not_found` */
export const closePlacement = command(
  'placement.close',
  z.strictObject({ id: z.uuid() }),
  async (tx, { id }) => {
    if (!(await updateClosedAt(tx, id, new Date()))) throw notFound();
    return { id };
  },
);

/** Asks there again, under the same key. @throws AppError `not_found` */
export const reopenPlacement = command(
  'placement.reopen',
  z.strictObject({ id: z.uuid() }),
  async (tx, { id }) => {
    if (!(await updateClosedAt(tx, id, null))) throw notFound();
    return { id };
  },
);

/**
 * Says in which channel a placement asks, where its touchpoint has several; answers from now on are counted there.
 *
 * @throws AppError `not_found`
 */
export const placeInChannel = command(
  'placement.channel',
  z.strictObject({ id: z.uuid(), channel: z.string().trim().max(60, 'Use at most 60 characters.') }),
  async (tx, { id, channel }) => {
    if (!(await updateChannel(tx, id, channel))) throw notFound();
    return { id };
  },
);

/** Changes when and how a widget shows itself. @throws AppError `not_found` */
export const ruleWidget = command(
  'placement.rule',
  z.strictObject({ id: z.uuid(), rules: widgetRulesSchema }),
  async (tx, { id, rules }) => {
    if (!(await updateRules(tx, id, rules))) throw notFound();
    return { id };
  },
);
