'use server';

import { refresh, revalidatePath } from 'next/cache';
import { memberAction } from '@/lib/gates/member';
import { copyJourney } from '@/lib/journey/commands/copy-journey';
import { addDecision, editDecision, removeDecision } from '@/lib/journey/commands/decision';
import { addMarker, editMarker, removeMarker } from '@/lib/journey/commands/marker';
import { nameVersion, renameVersion, restoreVersion } from '@/lib/journey/commands/version';

type Input<C extends (scope: never, input: never) => unknown> = Parameters<C>[1];

/** Keeps the map as it is now, under a name. */
export const keepVersion = memberAction(async ({ scope }, input: Input<typeof nameVersion>) => {
  const { id } = await nameVersion(scope, input);
  refresh();
  return { id };
});

/** Says anew what a version is called. */
export const sayVersion = memberAction(async ({ scope }, input: Input<typeof renameVersion>) => {
  await renameVersion(scope, input);
  refresh();
});

/** Makes the map what it was in a version; gives the safety version that undoes it, and what could not be put back. */
export const goBackTo = memberAction(async ({ scope }, id: string) => {
  const { previous, lost } = await restoreVersion(scope, { id });
  revalidatePath('/journeys');
  refresh();
  return { safetyId: previous.versionId, lost };
});

/** Logs a decision. */
export const logDecision = memberAction(async ({ scope }, input: Input<typeof addDecision>) => {
  const { id } = await addDecision(scope, input);
  refresh();
  return { id };
});

/** Says a decision anew. */
export const sayDecision = memberAction(async ({ scope }, input: Input<typeof editDecision>) => {
  await editDecision(scope, input);
  refresh();
});

/** Takes a decision out of the log; gives what puts it back. */
export const dropDecision = memberAction(async ({ scope }, id: string) => {
  const { previous } = await removeDecision(scope, { id });
  refresh();
  return previous;
});

/** Marks a change. */
export const markChange = memberAction(async ({ scope }, input: Input<typeof addMarker>) => {
  const { id } = await addMarker(scope, input);
  refresh();
  return { id };
});

/** Says a marked change anew. */
export const sayChange = memberAction(async ({ scope }, input: Input<typeof editMarker>) => {
  await editMarker(scope, input);
  refresh();
});

/** Takes a marked change away; gives what puts it back. */
export const dropChange = memberAction(async ({ scope }, id: string) => {
  const { previous } = await removeMarker(scope, { id });
  refresh();
  return previous;
});

/** Copies a journey as it is to be; gives the copy's id. */
export const copyAsToBe = memberAction(async ({ scope }, id: string) => {
  const made = await copyJourney(scope, { id });
  revalidatePath('/journeys');
  return { id: made.id };
});
