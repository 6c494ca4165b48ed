'use server';

import { refresh } from 'next/cache';
import { memberAction } from '@/lib/gates/member';
import { holdResponse } from '@/lib/response/commands/hold-response';
import { releaseResponse } from '@/lib/response/commands/release-response';

const hold = memberAction(async ({ scope }, placementId: string, id: string) => {
  await holdResponse(scope, { placementId, id });
  refresh();
});

const release = memberAction(async ({ scope }, placementId: string, id: string) => {
  await releaseResponse(scope, { placementId, id });
  refresh();
});

/** Holds one answer back; null when it is done, else why not. */
export async function holdAnswer(placementId: string, responseId: string): Promise<string | null> {
  const result = await hold(placementId, responseId);
  return result.ok ? null : result.problem.title;
}

/** Lets one answer count that was held back; null when it is done, else why not. */
export async function countAnswer(placementId: string, responseId: string): Promise<string | null> {
  const result = await release(placementId, responseId);
  return result.ok ? null : result.problem.title;
}
