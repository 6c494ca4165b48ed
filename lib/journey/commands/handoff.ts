import { z } from 'zod';
import {
  deleteHandoff,
  findHandoff,
  findHandoffBetween,
  findHandoffEnds,
  type HandoffEnds,
  type HandoffRow,
  hasHandoffLineage,
  insertHandoff,
  updateHandoff,
} from '@/db/queries/handoffs';
import { insertLineages } from '@/db/queries/lineages';
import { insertSurvey, listSurveysOfLineage } from '@/db/queries/surveys';
import { getWorkspace } from '@/db/queries/workspaces';
import type { TxScope } from '@/db/scope';
import { command } from '../../command';
import { AppError, notFound } from '../../errors';
import { newId } from '../../id';
import { metricOf } from '../../scoring/metrics';
import { newContent } from '../../survey/model/content';
import { handoffSchema, handoffTopic } from '../model/handoff';
import { changeOf, previousOf } from '../rules';
import { handoffTitle } from '../rules/handoff';
import { refuseLostUpdate } from '../rules/lost-update';
import { beginEdit } from './begin-edit';

const between = { fromId: z.uuid(), toId: z.uuid() };

/**
 * Says what two touchpoints hand over; what is left out stays. `previous` undoes it, and is null where nothing was
 * recorded before: then `removeHandoff` does.
 *
 * @throws AppError `not_found`; `conflict` where a field is no longer as `seen`
 */
export const recordHandoff = command(
  'handoff.record',
  handoffSchema.partial().extend({ ...between, seen: z.record(z.string(), z.unknown()).optional() }),
  async (tx, { fromId, toId, seen, ...wanted }) => {
    const ends = await getLocked(tx, fromId, toId);
    const before = await findHandoffBetween(tx, { journeyId: ends.journeyId, fromId, toId });
    const change = changeOf(wanted);
    if (!before) {
      const id = newId();
      await insertHandoff(tx, { ...EMPTY, ...change, id, journeyId: ends.journeyId, fromId, toId });
      return { id, journeyId: ends.journeyId, told: { ...toldOf(ends), change }, previous: null };
    }
    refuseLostUpdate(change, before, seen);
    if (Object.keys(change).length > 0) await updateHandoff(tx, before.id, change);
    return {
      id: before.id,
      journeyId: ends.journeyId,
      told: { ...toldOf(ends), change },
      previous: previousOf(change, before),
    };
  },
);

/**
 * Forgets what was agreed; `restoreHandoff` with `previous` brings it back. Answers to its question stay with their
 * lineage.
 *
 * @throws AppError `not_found`
 */
export const removeHandoff = command(
  'handoff.remove',
  z.strictObject({ id: z.uuid() }),
  async (tx, { id }) => {
    const found = await findHandoff(tx, id);
    if (!found) throw notFound();
    const ends = await getLocked(tx, found.fromId, found.toId);
    const handoff = await findHandoff(tx, id);
    if (!handoff) throw notFound();
    await deleteHandoff(tx, id);
    return { id, journeyId: handoff.journeyId, told: toldOf(ends), previous: handoff };
  },
);

/** Brings back a removed handoff with its id and its question. @throws AppError `not_found`, `conflict` */
export const restoreHandoff = command(
  'handoff.record',
  handoffSchema.extend({ id: z.uuid(), ...between, handoffLineageId: z.uuid().nullable() }),
  async (tx, { handoffLineageId: lineageId, ...handoff }) => {
    const ends = await getLocked(tx, handoff.fromId, handoff.toId);
    const { journeyId } = ends;
    if (lineageId !== null && !(await hasHandoffLineage(tx, lineageId))) throw notFound();
    if (await findHandoff(tx, handoff.id)) throw new AppError('conflict', 'This handoff is there already.');
    if (await findHandoffBetween(tx, { ...handoff, journeyId })) {
      throw new AppError('conflict', 'Something else was recorded about this handoff since.');
    }
    await insertHandoff(tx, { ...handoff, journeyId, lineageId });
    return { id: handoff.id, journeyId, told: toldOf(ends) };
  },
);

/**
 * Drafts the question whether customers had to repeat themselves between two touchpoints; nobody is asked before it is
 * published. Returns the survey; where it was drafted before, that one.
 *
 * @throws AppError `not_found`
 */
export const askAboutHandoff = command(
  'handoff.ask',
  z.strictObject(between),
  async (tx, { fromId, toId }) => {
    const ends = await getLocked(tx, fromId, toId);
    const { journeyId } = ends;
    const handoff = await findHandoffBetween(tx, { journeyId, fromId, toId });
    const lineageId = handoff?.lineageId ?? newId();
    const metric = metricOf('ces');
    if (handoff?.lineageId) {
      const drafted = (await listSurveysOfLineage(tx, lineageId)).find((one) => one.metric === metric.id);
      if (drafted) return { id: handoff.id, journeyId, surveyId: drafted.id, lineageId };
    } else {
      await insertLineages(tx, 'handoff', [lineageId]);
    }
    const id = handoff?.id ?? newId();
    if (!handoff) await insertHandoff(tx, { ...EMPTY, id, journeyId, fromId, toId, lineageId });
    else if (handoff.lineageId === null) await updateHandoff(tx, id, { lineageId });
    const { language } = await getWorkspace(tx);
    const surveyId = newId();
    await insertSurvey(tx, {
      id: surveyId,
      lineageId,
      metric: metric.id,
      wording: metric.wordingId,
      title: `Handoff ${handoffTitle(ends)}`.slice(0, 80),
      draft: newContent(language, {
        topic: handoffTopic(
          language,
          ends.fromTeam?.name ?? ends.from.title,
          ends.toTeam?.name ?? ends.to.title,
        ),
      }),
    });
    return { id, journeyId, surveyId, lineageId, told: toldOf(ends) };
  },
);

const EMPTY: Pick<HandoffRow, 'passes' | 'promisedMinutes' | 'recovery' | 'lineageId'> = {
  passes: '',
  promisedMinutes: null,
  recovery: '',
  lineageId: null,
};

/** What the log of the map says of a handoff; both of its touchpoints list it. */
const toldOf = (ends: HandoffEnds) => ({
  title: handoffTitle(ends),
  touchpointIds: [ends.from.id, ends.to.id],
});

/** The two ends as they are once nobody else changes their journey; a touchpoint hands nothing over to itself. */
async function getLocked(tx: TxScope, fromId: string, toId: string): Promise<HandoffEnds> {
  const ends = fromId === toId ? null : await findHandoffEnds(tx, fromId, toId);
  if (!ends) throw notFound();
  await beginEdit(tx, ends.journeyId);
  return ends;
}
