'use server';

import { revalidatePath } from 'next/cache';
import { launchCampaign } from '@/lib/distribution/commands/launch-campaign';
import { type Recipients, recipientsSchema } from '@/lib/distribution/model';
import { loadAudience } from '@/lib/distribution/views/load-audience';
import { memberAction } from '@/lib/gates/member';
import { parseInput } from '@/lib/input';

/** Who would be asked now, and how many would be left out and why. */
export const audienceAction = memberAction(async ({ scope }, recipients: Recipients) =>
  loadAudience(scope, parseInput(recipientsSchema, recipients), new Date()),
);

export const launchAction = memberAction(async ({ scope }, input: Parameters<typeof launchCampaign>[1]) => {
  const launched = await launchCampaign(scope, input);
  revalidatePath('/campaigns');
  return launched;
});
