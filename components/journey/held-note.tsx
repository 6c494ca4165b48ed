import Link from 'next/link';
import type { Translate } from '@/lib/translate';

/** Leads to the answers of a touchpoint that are held back; nothing where there are none. */
export function HeldNote({ n, lineageId, t }: { n: number; lineageId: string; t: Translate }) {
  if (n === 0) return null;
  return (
    <p className="px-5 py-3 text-sm">
      <Link
        href={`/held?about=${lineageId}`}
        className="inline-flex min-h-6 items-center text-accent underline underline-offset-2"
      >
        {t('{n, plural, one {# answer is held back} other {# answers are held back}}', { n })}
      </Link>
    </p>
  );
}
