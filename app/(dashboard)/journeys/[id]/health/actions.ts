'use server';

import { refresh } from 'next/cache';
import { memberAction } from '@/lib/gates/member';
import { signOff, withdrawReview } from '@/lib/journey/commands/review';

/** Signs the journey, or one of its touchpoints, off as still true. */
export const saveSignOff = memberAction(
  async (member, review: { journeyId: string; touchpointId: string | null; note: string }) => {
    const { id } = await signOff(member.scope, review);
    refresh();
    return { id };
  },
);

/** Takes one's own sign-off back. */
export const takeBack = memberAction(async (member, id: string) => {
  await withdrawReview(member.scope, { id });
  refresh();
  return null;
});
