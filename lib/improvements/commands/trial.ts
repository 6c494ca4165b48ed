import { z } from 'zod';
import { updateImprovement } from '@/db/queries/improvements';
import { findTree } from '@/db/queries/journeys';
import { findTrialChoices } from '@/db/queries/trials';
import type { TxScope } from '@/db/scope';
import { dayOf } from '../../clock';
import { command } from '../../command';
import { AppError, notFound } from '../../errors';
import { daySchema } from '../../journey/model/statement';
import { METRICS } from '../../scoring/metrics';
import type { Improvement } from '../model';
import { trialSchema } from '../model/trial';
import { subjectsIn } from '../rules/subjects';
import { hasEnded } from '../rules/trial';
import { holdOpenImprovement } from './hold-improvement';
import { refuseField } from './refuse-field';

/**
 * Sets a trial up: two groups of customers that are compared from a day on. By what it is judged is fixed with it; another
 * choice is a new trial, which may begin after the one before has ended: no answer counts in two of them.
 *
 * @throws AppError `not_found` for what is not of its touchpoints; `invalid`; `conflict` while another goes on
 */
export const setTrial = command(
  'improvement.set-trial',
  trialSchema.extend({ id: z.uuid() }),
  async (tx, { id, ...wanted }) => {
    const improvement = await holdOpenImprovement(tx, id);
    if (wanted.control === wanted.variant) refuseField('variant', 'Choose two different groups.');
    refuseEnd(wanted.to, wanted.from);
    const [least, most] = METRICS[wanted.metric].domain;
    if (wanted.margin > most - least) refuseField('margin', 'Give less than the whole scale.');
    const today = await requireGroups(tx, improvement, wanted);
    const [before] = improvement.trials;
    if (before && !hasEnded(before, today)) {
      throw new AppError(
        'conflict',
        'A comparison is going on. Another can follow once its last day is over.',
      );
    }
    if (before?.to && wanted.from <= before.to) {
      refuseField('from', 'Give a day after the last one of the comparison before.');
    }
    const trial = { ...wanted, share: wanted.random ? wanted.share : null, setOn: today };
    await updateImprovement(tx, id, { trials: [trial, ...improvement.trials] });
    return { id, journeyId: improvement.journeyId, told: { title: improvement.title } };
  },
);

/**
 * Says on which day the newest trial ends; null: it goes on.
 *
 * @throws AppError `not_found`, `invalid`; `conflict` without a trial
 */
export const endTrial = command(
  'improvement.end-trial',
  z.strictObject({ id: z.uuid(), to: daySchema.nullable() }),
  async (tx, { id, to }) => {
    const { journeyId, title, trials } = await holdOpenImprovement(tx, id);
    const [trial, ...earlier] = trials;
    if (!trial) throw new AppError('conflict', 'There is no comparison to end.');
    refuseEnd(to, trial.from);
    await updateImprovement(tx, id, { trials: [{ ...trial, to }, ...earlier] });
    return { id, journeyId, told: { title }, previous: { to: trial.to } };
  },
);

/** Takes the newest trial away; those before it stay. @throws AppError `not_found` */
export const removeTrial = command(
  'improvement.remove-trial',
  z.strictObject({ id: z.uuid() }),
  async (tx, { id }) => {
    const { journeyId, title, trials } = await holdOpenImprovement(tx, id);
    await updateImprovement(tx, id, { trials: trials.slice(1) });
    return { id, journeyId, told: { title } };
  },
);

/** Refuses a campaign, placement or version of another place. Segments and channels are words; nobody may have them. Returns today. */
async function requireGroups(
  tx: TxScope,
  { journeyId, lineageIds }: Improvement,
  { by, control, variant }: z.output<typeof trialSchema>,
): Promise<string> {
  const tree = await findTree(tx, journeyId);
  if (!tree) throw notFound();
  if (by !== 'segment' && by !== 'channel') {
    const { campaigns, placements, versions } = await findTrialChoices(
      tx,
      subjectsIn(tree, lineageIds).lineageIds,
    );
    const known = {
      campaign: campaigns.map(({ id }) => id),
      placement: placements.map(({ id }) => id),
      version: versions.map(({ surveyId, version }) => `${surveyId}.${version}`),
    }[by];
    if (!known.includes(control) || !known.includes(variant)) throw notFound();
  }
  return dayOf(new Date(), tree.timeZone);
}

function refuseEnd(to: string | null, from: string): void {
  if (to !== null && to < from) refuseField('to', 'Give a day that is not before the first.');
}
