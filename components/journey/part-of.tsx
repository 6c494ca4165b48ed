import Link from 'next/link';
import type { JourneyMapView } from '@/lib/insights/model';
import type { Translate } from '@/lib/translate';

/** The journeys one of whose touchpoints this one shows in full. */
export function PartOf({ parents, t }: Pick<JourneyMapView, 'parents'> & { t: Translate }) {
  if (parents.length === 0) return null;
  return (
    <span>
      {' / '}
      {t('Part of')}{' '}
      {parents.map(({ id, title }, index) => (
        <span key={id}>
          {index > 0 ? ', ' : ''}
          <Link href={`/journeys/${id}`} className="underline underline-offset-2">
            {title}
          </Link>
        </span>
      ))}
    </span>
  );
}
