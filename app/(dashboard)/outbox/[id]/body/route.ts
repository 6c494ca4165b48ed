import { findLetter } from '@/db/queries/letters';
import { notFound } from '@/lib/errors';
import { memberRoute } from '@/lib/gates/member';
import { isUuid } from '@/lib/id';
import { mailReply } from '../../mail-reply';

/** The letter itself, for the frame of its page. */
export const GET = memberRoute<{ id: string }>(async ({ scope }, _request, { id }) => {
  const letter = isUuid(id) ? await findLetter(scope, id) : null;
  if (!letter) throw notFound();
  return mailReply(letter.html);
});
