import { notFound } from 'next/navigation';
import { GuestPage } from '@/components/journey/guest-page';
import { isAppError } from '@/lib/errors';
import type { Guest } from '@/lib/gates/share';
import { givenOf } from '@/lib/insights/rules/address';
import { guestDetail, guestMap } from '@/lib/insights/rules/guest-view';
import { loadJourneyMap, loadTouchpoint } from '@/lib/insights/views';
import type { Translate } from '@/lib/translate';

/** The map of a share, with nothing in it that the link does not permit: what is left out never leaves the server. */
export async function SharedMap({
  guest: { scope, share },
  path,
  search,
  framed,
  t,
}: {
  guest: Guest;
  path: string;
  search: Record<string, string | string[] | undefined>;
  framed: boolean;
  t: Translate;
}) {
  const filter = givenOf(search);
  const touchpoint = filter.get('touchpoint');
  filter.delete('touchpoint');
  filter.delete('tab');
  const now = new Date();
  const permits = { words: share.showsComments };
  const map = await loadJourneyMap(scope, share.journeyId, filter, now).catch(async (error: unknown) => {
    // A mistyped filter is no reason to show nothing to somebody who only looks.
    if (!isAppError(error) || error.code !== 'bad_request') throw error;
    return loadJourneyMap(scope, share.journeyId, new URLSearchParams(), now);
  });
  if (map.retired) notFound();
  const detail = touchpoint
    ? await loadTouchpoint(scope, share.journeyId, touchpoint, filter, now, t.tongue).catch(() => null)
    : null;
  const query = filter.toString();
  return (
    <GuestPage
      t={t}
      map={{ ...guestMap(map, permits), language: t.tongue }}
      detail={detail && guestDetail(detail, permits)}
      now={now}
      path={path}
      search={query ? `?${query}` : ''}
      framed={framed}
    />
  );
}
