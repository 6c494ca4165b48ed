'use server';

import { refresh, revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { isAppError } from '@/lib/errors';
import { readTongue } from '@/lib/gates/language';
import { memberAction } from '@/lib/gates/member';
import {
  addImprovement,
  editImprovement,
  restoreImprovement,
  retireImprovement,
} from '@/lib/improvements/commands/improvement';
import { linkImprovement, unlinkImprovement } from '@/lib/improvements/commands/links';
import {
  dropImprovement,
  finishImprovement,
  planImprovement,
  reopenImprovement,
  startImprovement,
} from '@/lib/improvements/commands/moves';
import { endTrial, removeTrial, setTrial } from '@/lib/improvements/commands/trial';
import { loadAnswerChoices } from '@/lib/improvements/views';
import { parseInput } from '@/lib/input';
import { formAction, textOf } from '../../form-state';
import { fieldsOf, linksOf, seenIn, trialOf } from './form-fields';

const ASKED_ANSWERS = z.strictObject({
  id: z.string().max(80),
  q: z.string().max(200, 'Use at most 200 characters.'),
  themeId: z.string().max(80),
  wordless: z.boolean(),
});

type Input<C extends (scope: never, input: never) => unknown> = Parameters<C>[1];

/** Adds an improvement; `then` says whether it is planned and started at once, as far as its evidence allows. */
export const createImprovement = formAction(
  memberAction(async ({ scope }, form: FormData) => {
    const { id } = await addImprovement(scope, {
      ...fieldsOf(form, await readTongue()),
      ...linksOf(form),
      journeyId: textOf(form, 'journeyId'),
    });
    const left = textOf(form, 'then') === 'start' ? await startNow(scope, id, textOf(form, 'reason')) : null;
    revalidatePath('/improvements');
    redirect(`/improvements/${id}${left === null ? '' : '?missing=evidence'}`);
  }),
);

/** Saves what is written about an improvement. */
export const saveImprovement = formAction(
  memberAction(async ({ scope }, form: FormData) => {
    await editImprovement(scope, {
      ...fieldsOf(form, await readTongue()),
      id: textOf(form, 'id'),
      seen: seenIn(form),
    });
    refresh();
    return { saved: true };
  }),
);

/** Plans an improvement, for a reason where it has no evidence. */
export const plan = memberAction(async ({ scope }, input: Input<typeof planImprovement>) => {
  await planImprovement(scope, input);
  refresh();
});

/** Starts an improvement: from then on its baseline is fixed. */
export const start = memberAction(async ({ scope }, input: Input<typeof startImprovement>) => {
  await startImprovement(scope, input);
  refresh();
});

/** Says that an improvement is done. */
export const finish = memberAction(async ({ scope }, input: Input<typeof finishImprovement>) => {
  await finishImprovement(scope, input);
  refresh();
});

/** Gives an improvement up. */
export const drop = memberAction(async ({ scope }, input: Input<typeof dropImprovement>) => {
  await dropImprovement(scope, input);
  refresh();
});

/** Takes the last step back. */
export const stepBack = memberAction(async ({ scope }, id: string) => {
  await reopenImprovement(scope, { id });
  refresh();
});

/** Deletes an improvement, or puts it back. */
export const setDeleted = memberAction(async ({ scope }, id: string, deleted: boolean) => {
  await (deleted ? retireImprovement : restoreImprovement)(scope, { id });
  revalidatePath('/improvements');
  refresh();
});

/** Links something to an improvement. */
export const link = memberAction(async ({ scope }, input: Input<typeof linkImprovement>) => {
  await linkImprovement(scope, input);
  refresh();
});

/** Takes a link away. */
export const unlink = memberAction(async ({ scope }, input: Input<typeof unlinkImprovement>) => {
  await unlinkImprovement(scope, input);
  refresh();
});

/** Answers to choose from as evidence. Reads only. */
export const findAnswers = memberAction(
  async ({ scope }, input: { id: string; q: string; themeId: string; wordless: boolean }) => {
    const { id, q, themeId, wordless } = parseInput(ASKED_ANSWERS, input);
    return loadAnswerChoices(scope, id, { q, themeId: themeId || null, wordless });
  },
);

/** Sets up two groups that are compared. */
export const saveTrial = formAction(
  memberAction(async ({ scope }, form: FormData) => {
    await setTrial(scope, { ...trialOf(form, await readTongue()), id: textOf(form, 'id') });
    refresh();
    return { saved: true };
  }),
);

/** Says on which day the comparison ended. */
export const stopTrial = memberAction(async ({ scope }, input: Input<typeof endTrial>) => {
  await endTrial(scope, input);
  refresh();
});

/** Takes the comparison away. */
export const dropTrial = memberAction(async ({ scope }, id: string) => {
  await removeTrial(scope, { id });
  refresh();
});

/** Plans and starts at once; the refusal where evidence is missing, null where it is started. */
async function startNow(
  scope: Parameters<typeof planImprovement>[0],
  id: string,
  reason: string,
): Promise<string | null> {
  try {
    await planImprovement(scope, { id, reason });
    await startImprovement(scope, { id });
    return null;
  } catch (error) {
    if (isAppError(error) && error.code === 'conflict') return error.message;
    throw error;
  }
}
