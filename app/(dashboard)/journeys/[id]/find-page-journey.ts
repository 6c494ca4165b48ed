import { notFound } from 'next/navigation';
import { cache } from 'react';
import { findJourney, type JourneyRow } from '@/db/queries/journeys';
import { type Member, requireMember } from '@/lib/gates/member';
import { isUuid } from '@/lib/id';

/** The member and the journey that a page of it is about; a page of none is not found. */
export const getPageJourney = cache(async (id: string): Promise<Member & { journey: JourneyRow }> => {
  const member = await requireMember();
  const journey = isUuid(id) ? await findJourney(member.scope, id) : null;
  if (!journey) notFound();
  return { ...member, journey };
});
