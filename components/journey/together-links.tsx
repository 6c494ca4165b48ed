import { MessageSquare, Share2 } from 'lucide-react';
import Link from 'next/link';
import { buttonClass } from '@/components/ui/button';
import type { Translate } from '@/lib/translate';

/** Leads to what members say about the whole journey, and to its links for others. */
export function TogetherLinks({
  journeyId,
  open,
  share,
  t,
}: {
  journeyId: string;
  open: number;
  share: boolean;
  t: Translate;
}) {
  return (
    <span className="no-print flex items-center gap-1">
      <Link
        href={`/journeys/${journeyId}/discussion`}
        className={buttonClass({ variant: 'quiet', size: 'small' })}
      >
        <MessageSquare aria-hidden="true" className="size-3.5 text-soft" />
        <span className="max-sm:sr-only">{t('Discussion')}</span>
        {open > 0 ? (
          <span className="tabular inline-flex min-w-5 justify-center rounded-full bg-primary px-1.5 text-2xs font-semibold text-on-primary">
            {open}
            <span className="sr-only"> {t('open##remarks')}</span>
          </span>
        ) : null}
      </Link>
      {share ? (
        <Link
          href={`/journeys/${journeyId}/share`}
          className={buttonClass({ variant: 'quiet', size: 'small' })}
        >
          <Share2 aria-hidden="true" className="size-3.5 text-soft" />
          <span className="max-sm:sr-only">{t('Share##a link')}</span>
        </Link>
      ) : null}
    </span>
  );
}
