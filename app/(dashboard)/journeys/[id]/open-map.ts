import { notFound } from 'next/navigation';
import { isAppError } from '@/lib/errors';
import { type Member, requireMember } from '@/lib/gates/member';
import type { JourneyMapView } from '@/lib/insights/model';
import { givenOf } from '@/lib/insights/rules/address';
import { loadJourneyMap } from '@/lib/insights/views';

type Asked = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/**
 * What a page about one journey is given, and its map under the address's filter; why not, where the filter is bad.
 *
 * @param leftOut parts of the filter that the page does not follow; they stay in `search` for the other pages
 */
export async function openMap(
  { params, searchParams }: Asked,
  leftOut: readonly string[] = [],
): Promise<
  { id: string; member: Member; search: URLSearchParams } & (
    | { map: JourneyMapView; refusal: null }
    | { map: null; refusal: string[] }
  )
> {
  const member = await requireMember();
  const { id } = await params;
  const search = givenOf(await searchParams);
  try {
    const followed = new URLSearchParams([...search].filter(([name]) => !leftOut.includes(name)));
    const map = await loadJourneyMap(member.scope, id, followed, new Date());
    // What is read is in the reader's language, whatever the workspace's.
    return { id, member, search, map: { ...map, language: member.workspace.language }, refusal: null };
  } catch (error) {
    return { id, member, search, map: null, refusal: refusalOf(error) };
  }
}

/** What of a filter was refused, a line each; throws on what is no bad filter, and leads what is absent to its 404. */
export function refusalOf(error: unknown): string[] {
  if (isAppError(error) && error.code === 'not_found') notFound();
  if (!isAppError(error) || error.code !== 'bad_request') throw error;
  return error.errors?.map(({ path, message }) => `${path}: ${message}`) ?? [error.message];
}
