import type { Filter } from '@/lib/insights/model';
import { searchOf } from '@/lib/insights/rules/address';
import type { VoiceAsked } from '@/lib/voices/model';
import { askedPairs } from '@/lib/voices/rules/asked';

/** What a page of voices goes on with: the days that were asked for, not those that stood in for them. */
export type Going = {
  asked: VoiceAsked;
  filter: Partial<Omit<Filter, 'from' | 'to'>> & { from?: string | null; to?: string | null };
};

/** The address of a page of voices with the same filter, but for what changes; null drops it. */
export function voicesHref(
  { asked, filter }: Going,
  change: Partial<VoiceAsked> = {},
  { path = '/voices', page = 1 }: { path?: string; page?: number } = {},
): string {
  const params = new URLSearchParams(searchOf(filter));
  for (const [name, value] of askedPairs({ ...asked, ...change })) params.set(name, value);
  if (page > 1) params.set('page', String(page));
  const search = params.toString();
  return search ? `${path}?${search}` : path;
}
