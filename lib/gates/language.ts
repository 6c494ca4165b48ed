import { headers } from 'next/headers';
import { cache } from 'react';
import type { Tongue } from '../identity/model';
import { sayIn } from '../messages/say-in';
import type { Translate } from '../translate';
import { memberTongue } from './member';

/**
 * The language that this request's reader has chosen for the members' side, else that of their workspace; for somebody
 * who is not signed in, what their browser asks for.
 */
export const readTongue = cache(async (): Promise<Tongue> => {
  const chosen = await memberTongue();
  if (chosen) return chosen;
  const wanted = (await headers()).get('accept-language') ?? '';
  return /^\s*de\b/i.test(wanted) ? 'de' : 'en';
});

/** Says messages in the reader's language, for pages that the server draws. */
export const readText = cache(async (): Promise<Translate> => sayIn(await readTongue()));
