'use client';

import { ChevronLeft, ChevronRight, Maximize, X } from 'lucide-react';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { buttonClass } from '@/components/ui/button';
import { useText } from '@/components/ui/text';

/** Goes through slides by button or key: arrows, Page Up and Down, Home and End; Escape leaves. */
export function SlideKeys({
  previous,
  next,
  first,
  last,
  leave,
  place,
}: {
  previous: string | null;
  next: string | null;
  first: string;
  last: string;
  leave: string;
  place: string;
}) {
  const router = useRouter();
  const t = useText();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const target = event.target as HTMLElement;
      const onButton = target.closest('a, button') !== null && (event.key === ' ' || event.key === 'Enter');
      if (onButton) return;
      const to = {
        ArrowRight: next,
        PageDown: next,
        ' ': next,
        ArrowLeft: previous,
        PageUp: previous,
        Home: first,
        End: last,
        Escape: document.fullscreenElement ? null : leave,
      }[event.key];
      if (!to) return;
      event.preventDefault();
      if (to === leave) router.push(to);
      else router.replace(to);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [first, last, leave, next, previous, router]);

  return (
    <nav aria-label={t('Slides')} className="no-print flex items-center gap-2">
      <Step href={previous} label={t('Previous slide')}>
        <ChevronLeft aria-hidden="true" className="size-5" />
      </Step>
      <span className="tabular text-sm text-soft" aria-live="polite">
        {place}
      </span>
      <Step href={next} label={t('Next slide')}>
        <ChevronRight aria-hidden="true" className="size-5" />
      </Step>
      <button
        type="button"
        aria-label={t('Full screen')}
        className={`${buttonClass({ variant: 'quiet' })} ml-auto`}
        onClick={() => {
          if (document.fullscreenElement) void document.exitFullscreen();
          else void document.documentElement.requestFullscreen().catch(() => {});
        }}
      >
        <Maximize aria-hidden="true" className="size-4.5" />
      </button>
      <Link
        href={leave}
        aria-label={t('Leave the presentation')}
        className={buttonClass({ variant: 'quiet' })}
      >
        <X aria-hidden="true" className="size-5" />
      </Link>
    </nav>
  );
}

function Step({ href, label, children }: { href: string | null; label: string; children: React.ReactNode }) {
  if (!href) {
    return (
      <span aria-hidden="true" className={`${buttonClass({ variant: 'secondary' })} opacity-40`}>
        {children}
      </span>
    );
  }
  return (
    <Link href={href} replace aria-label={label} className={buttonClass({ variant: 'secondary' })}>
      {children}
    </Link>
  );
}
