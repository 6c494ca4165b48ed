'use client';

import Link from 'next/link';
import { useText } from './text';

export type Crumb = { href: string; label: string };

/** The way to a page from above. */
export function Crumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  const t = useText();
  return (
    <nav aria-label={t('Breadcrumb')} className="mb-1 text-sm text-soft">
      {crumbs.map((crumb) => (
        <span key={crumb.href}>
          <Link href={crumb.href} className="underline-offset-2 hover:underline">
            {crumb.label}
          </Link>
          <span aria-hidden="true"> / </span>
        </span>
      ))}
    </nav>
  );
}
