'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { formAction, textOf } from '@/app/form-state';
import { listJourneysOfTeam } from '@/db/queries/teams';
import { memberAction } from '@/lib/gates/member';
import { parseInput } from '@/lib/input';
import { addTeam, reassignTeam, renameTeam } from '@/lib/journey/commands/team';

export const addTeamAction = formAction(
  memberAction(async ({ scope }, fields: FormData) => {
    const { id } = await addTeam(scope, { name: textOf(fields, 'name') });
    revalidatePath('/settings/teams');
    return id;
  }),
);

export const renameTeamAction = formAction(
  memberAction(async ({ scope }, fields: FormData) => {
    await renameTeam(scope, { id: textOf(fields, 'id'), name: textOf(fields, 'name') });
    revalidatePath('/', 'layout');
    return true as const;
  }),
);

const handingOver = z.strictObject({
  id: z.uuid('Choose the team that hands over.'),
  toTeamId: z.uuid('Choose the team that takes over.'),
});

/** Hands over what a team has, journey by journey: each change is in its own map's log. Doing it again goes on with the rest. */
export const reassignAction = formAction(
  memberAction(async ({ scope }, fields: FormData) => {
    const { id, toTeamId } = parseInput(handingOver, {
      id: textOf(fields, 'id'),
      toTeamId: textOf(fields, 'toTeamId'),
    });
    const told = { stages: 0, touchpoints: 0, contributions: 0, journeys: 0 };
    for (const journeyId of await listJourneysOfTeam(scope, id)) {
      const { handed } = await reassignTeam(scope, { journeyId, id, toTeamId });
      told.journeys += 1;
      told.stages += handed.stages.length;
      told.touchpoints += handed.touchpoints.length;
      told.contributions += handed.contributions.length;
    }
    revalidatePath('/', 'layout');
    return told;
  }),
);
