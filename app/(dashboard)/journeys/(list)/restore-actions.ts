'use server';

import { refresh } from 'next/cache';
import { memberAction } from '@/lib/gates/member';
import { restoreJourney } from '@/lib/journey/commands/journey';

/** Takes a retired journey back into the list. */
export const bringBack = memberAction(async ({ scope }, id: string) => {
  await restoreJourney(scope, { id });
  refresh();
});
