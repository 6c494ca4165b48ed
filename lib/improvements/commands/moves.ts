import { z } from 'zod';
import { insertMove, listMoves, listStatementEvidence, updateImprovement } from '@/db/queries/improvements';
import { findTree, type JourneyTree } from '@/db/queries/journeys';
import { deleteMarker, findMarker, insertMarker, updateMarker } from '@/db/queries/markers';
import { listTallySlices } from '@/db/queries/tallies';
import type { TxScope } from '@/db/scope';
import { addDays, dayOf } from '../../clock';
import { command } from '../../command';
import { AppError, notFound } from '../../errors';
import { newId } from '../../id';
import { EVERYTHING } from '../../insights/rules/filter';
import { daySchema } from '../../journey/model/statement';
import { isMetricId, METRICS } from '../../scoring/metrics';
import { BASELINE_DAYS, type Baseline, type Improvement, type ImprovementState } from '../model';
import { freezeBaseline } from '../rules/baseline';
import { countedTogether } from '../rules/counted';
import { evidenceCount, mayMove, refusedPlan, stepBack } from '../rules/state';
import { subjectsIn } from '../rules/subjects';
import { holdOpenImprovement } from './hold-improvement';
import { refuseField } from './refuse-field';

const reasonSchema = z.string().trim().max(500, 'Use at most 500 characters.').default('');

/**
 * Plans an improvement. It needs evidence, or a reason for planning it without, which is kept and shown.
 *
 * @throws AppError `not_found`; `conflict` where it is no idea, or where evidence and reason are missing
 */
export const planImprovement = command(
  'improvement.plan',
  z.strictObject({ id: z.uuid(), reason: reasonSchema }),
  async (tx, { id, reason }) => {
    const improvement = await holdToMove(tx, id, 'planned');
    const evidence = evidenceCount(
      await listStatementEvidence(tx, improvement.statementIds),
      improvement.answers.length,
    );
    const refused = refusedPlan(evidence, reason);
    if (refused) throw new AppError('conflict', refused, { errors: [{ path: 'reason', message: refused }] });
    const overrideReason = evidence > 0 ? '' : reason;
    await updateImprovement(tx, id, { overrideReason });
    return move(tx, improvement, 'planned', overrideReason);
  },
);

/**
 * Starts an improvement: freezes what customers answered in the 90 days before, and marks the change on the time axis
 * of its touchpoint, or of the journey where it is about more than one. `markerId` takes a change that is marked already.
 *
 * @throws AppError `not_found`; `invalid` for a day to come; `conflict` where it is not planned
 */
export const startImprovement = command(
  'improvement.start',
  z.strictObject({
    id: z.uuid(),
    startedOn: daySchema.optional(),
    markerId: z.uuid().optional(),
  }),
  async (tx, { id, startedOn: wanted, markerId }) => {
    const { journeyId } = await holdOpenImprovement(tx, id);
    const marker = markerId === undefined ? null : await findMarker(tx, markerId);
    if (markerId !== undefined && marker?.journeyId !== journeyId) throw notFound();
    const improvement = await holdToMove(tx, id, 'doing');
    const tree = await getTree(tx, journeyId);
    const today = dayOf(new Date(), tree.timeZone);
    const startedOn = wanted ?? marker?.changedOn ?? today;
    const effectiveOn = marker && marker.changedOn > startedOn ? marker.changedOn : startedOn;
    refuseFuture('startedOn', startedOn, today);
    const baseline = await readBaseline(tx, tree, improvement, startedOn);
    const made = marker ? null : await mark(tx, tree, improvement, { changedOn: startedOn, baseline });
    await updateImprovement(tx, id, {
      ...{ startedOn, effectiveOn, baseline, doneOn: null },
      ...{ markerId: marker?.id ?? made, ownMarker: made !== null },
    });
    return move(tx, improvement, 'doing', '');
  },
);

/**
 * Says that an improvement is done, and from which day on customers feel it: what they answer from that day on is compared
 * with the baseline, and the change marker goes there.
 *
 * @throws AppError `not_found`; `invalid` for a day before the start or to come; `conflict` where it was not started
 */
export const finishImprovement = command(
  'improvement.finish',
  z.strictObject({ id: z.uuid(), effectiveOn: daySchema.optional(), doneOn: daySchema.optional() }),
  async (tx, { id, effectiveOn: wanted, doneOn: said }) => {
    const improvement = await holdToMove(tx, id, 'done');
    const { timeZone } = await getTree(tx, improvement.journeyId);
    const today = dayOf(new Date(), timeZone);
    const effectiveOn = wanted ?? improvement.effectiveOn ?? today;
    const doneOn = said ?? today;
    refuseFuture('effectiveOn', effectiveOn, today);
    refuseFuture('doneOn', doneOn, today);
    if (improvement.startedOn && effectiveOn < improvement.startedOn) {
      refuseField('effectiveOn', 'Give a day that is not before the start.');
    }
    await updateImprovement(tx, id, { effectiveOn, doneOn });
    if (improvement.markerId && improvement.ownMarker) {
      await updateMarker(tx, improvement.markerId, { changedOn: effectiveOn });
    }
    return move(tx, improvement, 'done', '');
  },
);

/** Gives an improvement up, with the reason; stepping back undoes it. @throws AppError `not_found`, `conflict` */
export const dropImprovement = command(
  'improvement.drop',
  z.strictObject({ id: z.uuid(), reason: reasonSchema }),
  async (tx, { id, reason }) => {
    const improvement = await holdToMove(tx, id, 'dropped');
    return move(tx, improvement, 'dropped', reason);
  },
);

/**
 * Takes the last step back: what was dropped is where it was, what is done is being done, what was started is planned
 * again and its baseline and its own change marker are gone.
 *
 * @throws AppError `not_found`; `conflict` for an idea
 */
export const reopenImprovement = command(
  'improvement.reopen',
  z.strictObject({ id: z.uuid() }),
  async (tx, { id }) => {
    const improvement = await holdOpenImprovement(tx, id);
    const state = stepBack(improvement, await listMoves(tx, id));
    if (state === null)
      throw new AppError('conflict', 'This is still an idea: there is no step to take back.');
    if (improvement.state === 'doing') {
      if (improvement.markerId && improvement.ownMarker) await deleteMarker(tx, improvement.markerId);
      await updateImprovement(tx, id, {
        ...{ startedOn: null, effectiveOn: null, baseline: null, markerId: null, ownMarker: false },
      });
    }
    if (improvement.state === 'done') await updateImprovement(tx, id, { doneOn: null });
    if (state === 'idea') await updateImprovement(tx, id, { overrideReason: '' });
    return move(tx, improvement, state, '');
  },
);

async function holdToMove(tx: TxScope, id: string, to: ImprovementState): Promise<Improvement> {
  const improvement = await holdOpenImprovement(tx, id);
  if (!mayMove(improvement.state, to)) {
    throw new AppError('conflict', 'Somebody else moved this on meanwhile. Look at it again first.');
  }
  return improvement;
}

async function move(tx: TxScope, improvement: Improvement, state: ImprovementState, reason: string) {
  const { id, journeyId, title } = improvement;
  await updateImprovement(tx, id, { state });
  await insertMove(tx, { id: newId(), improvementId: id, state, reason });
  return { id, journeyId, state, told: { title } };
}

async function getTree(tx: TxScope, journeyId: string): Promise<JourneyTree> {
  const tree = await findTree(tx, journeyId);
  if (!tree) throw notFound();
  return tree;
}

async function readBaseline(
  tx: TxScope,
  tree: JourneyTree,
  improvement: Improvement,
  startedOn: string,
): Promise<Baseline> {
  const days = { from: addDays(startedOn, -BASELINE_DAYS), to: addDays(startedOn, -1) };
  const { lineageIds } = subjectsIn(tree, improvement.lineageIds);
  const slices = await listTallySlices(tx, lineageIds, {
    ...EVERYTHING,
    ...days,
    ...{ previousFrom: days.from, previousTo: days.to, slices: 1 },
  });
  const counted = countedTogether(
    slices.filter(({ metric, slice }) => isMetricId(metric) && slice >= 0),
    1,
  );
  return freezeBaseline(
    counted.map(({ metric, wording, days }) => ({ metric, wording, tally: days[0] ?? [] })),
    improvement,
    days,
  );
}

/** Marks the change; returns the marker's id. */
async function mark(
  tx: TxScope,
  tree: JourneyTree,
  improvement: Improvement,
  { changedOn, baseline }: { changedOn: string; baseline: Baseline },
): Promise<string> {
  const { touchpointIds } = subjectsIn(tree, improvement.lineageIds);
  const id = newId();
  await insertMarker(tx, {
    id,
    journeyId: improvement.journeyId,
    touchpointId: touchpointIds.length === 1 ? (touchpointIds[0] ?? null) : null,
    changedOn,
    text: improvement.title,
    outcome:
      improvement.outcome || (baseline.judged ? METRICS[baseline.judged.metric].name : improvement.title),
  });
  return id;
}

function refuseFuture(path: string, day: string, today: string): void {
  if (day > today) refuseField(path, 'Give a day that is not in the future.');
}
