import { ago } from '@/components/journey/ago';
import { Discussion, type RemarkView } from '@/components/journey/discussion';
import type { RemarkLine } from '@/db/queries/remarks';
import { formatInstant } from '@/lib/format';
import { readText } from '@/lib/gates/language';
import type { Member } from '@/lib/gates/member';
import type { JourneyMapView } from '@/lib/insights/model';
import type { Translate } from '@/lib/translate';
import { changeRemark, dropRemark, sayRemark, settleRemark } from './remark-actions';

/** The discussion of one touchpoint, or of a whole journey with everything said about its touchpoints. */
export async function MapDiscussion({
  map,
  remarks,
  touchpointId,
  member,
  now,
}: {
  map: Pick<JourneyMapView, 'id' | 'members' | 'timeZone' | 'language'>;
  /** Everything said about the journey. */
  remarks: readonly RemarkLine[];
  /** null: the whole journey. */
  touchpointId: string | null;
  member: Pick<Member, 'user' | 'role'>;
  now: Date;
}) {
  const t = await readText();
  const shown = touchpointId === null ? remarks : remarks.filter((one) => one.touchpointId === touchpointId);
  return (
    <Discussion
      key={touchpointId}
      place={{ journeyId: map.id, touchpointId }}
      remarks={shown.map((one) => viewOf(one, map, touchpointId === null, now, t))}
      members={map.members}
      me={member.user.id}
      owner={member.role === 'owner'}
      act={{ say: sayRemark, change: changeRemark, remove: dropRemark, resolve: settleRemark }}
    />
  );
}

function viewOf(
  { id, text, mentions, createdBy, author, createdAt, editedAt, resolvedAt, ...about }: RemarkLine,
  map: Pick<JourneyMapView, 'id' | 'timeZone' | 'language'>,
  withPlace: boolean,
  now: Date,
  t: Translate,
): RemarkView {
  const { touchpointId, touchpointTitle } = about;
  return {
    ...{ id, text, mentions, createdBy, author },
    said: {
      ago: ago(createdAt, now, t) ?? formatInstant(createdAt, map.timeZone, map.language),
      at: createdAt.toISOString(),
    },
    edited: editedAt !== null,
    resolved: resolvedAt !== null,
    place:
      withPlace && touchpointId !== null
        ? {
            title: touchpointTitle ?? t('A touchpoint'),
            href: `/journeys/${map.id}?touchpoint=${touchpointId}&tab=discussion`,
          }
        : null,
  };
}
