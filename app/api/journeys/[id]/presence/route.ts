import { z } from 'zod';
import { findJourney } from '@/db/queries/journeys';
import { announcePresence } from '@/db/queries/notices';
import { AppError, notFound } from '@/lib/errors';
import { memberRoute } from '@/lib/gates/member';
import { isUuid } from '@/lib/id';
import { parseInput } from '@/lib/input';
import { limit, tooMany } from '@/lib/limits';

const placeSchema = z.strictObject({ connection: z.uuid(), touchpointId: z.uuid().nullable() });

/** More than this is no place. */
const LARGEST_BODY = 500;

/** An open map says at which touchpoint its reader is. Other open maps are told; nothing is stored. */
export const POST = memberRoute<{ id: string }>(async ({ scope, user }, request, { id }) => {
  const wait = limit('presencePerson').take(user.id);
  if (wait !== null) throw tooMany(wait);
  if (!isUuid(id) || !(await findJourney(scope, id))) throw notFound();
  const text = await request.text();
  if (text.length > LARGEST_BODY) throw new AppError('too_large', `Send at most ${LARGEST_BODY} bytes.`);
  const place = parseInput(placeSchema, jsonOf(text));
  await announcePresence(scope, { journeyId: id, userId: user.id, name: user.name, gone: false, ...place });
  return new Response(null, { status: 204 });
});

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new AppError('not_json', 'Send a body of JSON.', { cause });
  }
}
