import Link from 'next/link';
import type { JourneyMapView } from '@/lib/insights/model';

/** The journeys one of whose touchpoints this one shows in full. */
export function PartOf({ parents }: Pick<JourneyMapView, 'parents'>) {
  if (parents.length === 0) return null;
  return (
    <span>
      {' / Part of '}
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
