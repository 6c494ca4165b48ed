import { z } from 'zod';
import { insertPlacement, updateClosedAt, updateRules, updateVersionOfSurvey } from '@/db/queries/placements';
import { findSurvey, hasLineage, insertSurvey, insertVersion, updateDraft } from '@/db/queries/surveys';
import { getWorkspace } from '@/db/queries/workspaces';
import { command } from '../command';
import { AppError, notFound } from '../errors';
import { hashOf, newId, newKey } from '../id';
import { metricOf, SURVEY_METRICS } from '../scoring/metrics';
import { DEFAULT_WIDGET_RULES, PLACEMENT_KINDS, surveyContentSchema, widgetRulesSchema } from './model';
import { faultsOfContent } from './rules';

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
      draft: input.content ?? { topic: '', why: { low: '', middle: '', high: '' }, thanks: '' },
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
 * Freezes the draft as the next version, which every placement of the survey asks from now on.
 *
 * @throws AppError `not_found`; `invalid` where the question would have a gap
 */
export const publishSurvey = command(
  'survey.publish',
  z.strictObject({ id: z.uuid() }),
  async (tx, { id }) => {
    const survey = await findSurvey(tx, id);
    const workspace = await getWorkspace(tx);
    if (!survey) throw notFound();
    const metric = metricOf(survey.metric);
    const faults = faultsOfContent(metric, workspace.language, survey.draft);
    if (faults.length > 0) throw new AppError('invalid', 'Some fields need correcting.', { errors: faults });
    const version = await insertVersion(tx, id, { content: survey.draft, formula: metric.formula });
    if (version === null) throw notFound();
    await updateVersionOfSurvey(tx, id, version);
    return { id, version };
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

/** Changes when and how a widget shows itself. @throws AppError `not_found` */
export const ruleWidget = command(
  'placement.rule',
  z.strictObject({ id: z.uuid(), rules: widgetRulesSchema }),
  async (tx, { id, rules }) => {
    if (!(await updateRules(tx, id, rules))) throw notFound();
    return { id };
  },
);
