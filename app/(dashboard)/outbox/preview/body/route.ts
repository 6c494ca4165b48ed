import { z } from 'zod';
import { loadMailPreview } from '@/lib/distribution/views/load-mail-preview';
import { memberRoute } from '@/lib/gates/member';
import { parseInput } from '@/lib/input';
import { mailReply } from '../../mail-reply';

const askedSchema = z.object({
  placementId: z.uuid(),
  subject: z.string().max(120).default(''),
  greeting: z.string().max(600).default(''),
  recipientName: z.string().max(120).default(''),
});

/** The mail of a campaign that is being written; nothing is kept. */
export const GET = memberRoute(async ({ scope }, request) => {
  const asked = parseInput(askedSchema, Object.fromEntries(new URL(request.url).searchParams));
  return mailReply((await loadMailPreview(scope, asked)).html);
});
