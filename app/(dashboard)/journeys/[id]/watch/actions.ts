'use server';

import { refresh } from 'next/cache';
import { memberAction } from '@/lib/gates/member';
import { setWatch } from '@/lib/journey/commands/watch';

/** Says how often the watch over a journey may be wrong. */
export const saveWatch = memberAction(async (member, watch: { journeyId: string; alarmsPerYear: number }) => {
  await setWatch(member.scope, watch);
  refresh();
  return null;
});
