'use server';

import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { formOf } from '@/app/form-state';
import { memberAction } from '@/lib/gates/member';
import { parseInput } from '@/lib/input';
import { deleteOwnWalk, finishWalk, noteStep, reopenWalk, startWalk } from '@/lib/journey/commands/walk';

const uuid = z.uuid();

const start = memberAction(({ scope }, journeyId: string) => startWalk(scope, { journeyId }));

/** Starts a walk, or goes on with the one that is under way; the sentence that says why not, if it may not. */
export async function takeJourney(journeyId: string): Promise<string | null> {
  const reply = await start(journeyId);
  if (!reply.ok) return reply.problem.title;
  redirect(`/journeys/${journeyId}/walk/${reply.value.id}`);
}

/** Notes what it was like at one touchpoint. */
export const saveStep = memberAction(
  async (
    { scope },
    step: {
      id: string;
      touchpointId: string;
      rating?: number | null;
      minutes?: number | null;
      note?: string;
    },
  ) => {
    await noteStep(scope, step);
    return null;
  },
);

/** Keeps the picture of a step; an empty form takes it away. */
export const savePicture = memberAction(
  async ({ scope }, walkId: string, touchpointId: string, form: FormData) => {
    const ids = { id: parseInput(uuid, walkId), touchpointId: parseInput(uuid, touchpointId) };
    const file = formOf(form).get('picture');
    const picture = file instanceof File && file.size > 0 ? new Uint8Array(await file.arrayBuffer()) : null;
    await noteStep(scope, { ...ids, picture });
    refresh();
    return null;
  },
);

/** Ends a walk, or with `again` goes on with it. */
export const endWalk = memberAction(async ({ scope }, id: string, again: boolean) => {
  await (again ? reopenWalk : finishWalk)(scope, { id });
  refresh();
  return null;
});

/** Deletes one's own walk. */
export const removeWalk = memberAction(async ({ scope }, id: string) => {
  await deleteOwnWalk(scope, { id });
  refresh();
  return null;
});
