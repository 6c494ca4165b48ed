import Link from 'next/link';
import { buttonClass } from '@/components/ui/button';
import { formatCount } from '@/lib/format';
import { readText } from '@/lib/gates/language';

/** Which part of a long list is shown, and the way to the pages beside it. `hrefOf` gives the address of a page. */
export async function Pager({
  page,
  size,
  total,
  hrefOf,
}: {
  page: number;
  size: number;
  total: number;
  hrefOf: (page: number) => string;
}) {
  const t = await readText();
  if (total <= size && page === 1) return null;
  const first = Math.min((page - 1) * size + 1, total);
  const last = Math.min(page * size, total);
  return (
    <nav
      aria-label={t('Pages')}
      className="mt-3 flex flex-wrap items-center justify-between gap-3 text-sm text-soft"
    >
      <span>
        {t('{first} to {last} of {total}', {
          first: formatCount(first, t.tongue),
          last: formatCount(last, t.tongue),
          total: formatCount(total, t.tongue),
        })}
      </span>
      <span className="flex gap-2">
        {page > 1 ? (
          <Link href={hrefOf(page - 1)} className={buttonClass()}>
            {t('Previous')}
          </Link>
        ) : null}
        {last < total ? (
          <Link href={hrefOf(page + 1)} className={buttonClass()}>
            {t('Next')}
          </Link>
        ) : null}
      </span>
    </nav>
  );
}

/** The page number of an address; whatever is no number from 1 on is the first page. */
export function pageOf(text: string | string[] | undefined): number {
  return typeof text === 'string' && /^[1-9]\d{0,5}$/.test(text) ? Number(text) : 1;
}
