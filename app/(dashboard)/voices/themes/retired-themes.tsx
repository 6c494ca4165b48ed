'use client';

import Link from 'next/link';
import { useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { Refusal } from '@/components/ui/notice';
import { useText } from '@/components/ui/text';
import { useToast } from '@/components/ui/toast';
import { restoreThemeOf } from '../actions';

/** Themes that were taken off the list, each with the way back, or where it went. */
export function RetiredThemes({
  themes,
  mayRestore,
}: {
  themes: readonly {
    id: string;
    name: string;
    phrases: readonly string[];
    /** The day on which it was taken off the list, in words. */
    day: string;
    into: { id: string; name: string } | null;
  }[];
  mayRestore: boolean;
}) {
  const t = useText();
  const say = useToast();
  const [refusal, setRefusal] = useState<string | null>(null);
  const [pending, startTransition] = useTransition();
  return (
    <div className="flex flex-col gap-3">
      <Refusal>{refusal}</Refusal>
      <ul className="divide-y divide-line">
        {themes.map(({ id, name, phrases, day, into }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-2.5">
            <div className="min-w-0">
              <p className="text-sm font-medium break-words">{name}</p>
              <p className="text-xs break-words text-soft">
                {phrases.slice(0, 8).join(', ')} · {day}
              </p>
            </div>
            {into ? (
              <p className="text-xs text-soft">
                {t('Merged into')}{' '}
                <Link
                  href={`/voices/themes/${into.id}`}
                  className="inline-flex min-h-6 items-center underline underline-offset-2"
                >
                  {into.name}
                </Link>
              </p>
            ) : mayRestore ? (
              <Button
                size="small"
                disabled={pending}
                aria-label={t('Put {name} back', { name })}
                onClick={() =>
                  startTransition(async () => {
                    const why = await restoreThemeOf(id).catch(() =>
                      t('The server could not be reached. Nothing was changed; try again.'),
                    );
                    setRefusal(why);
                    if (why === null) say(t('{name} is back. All voices are read again.', { name }));
                  })
                }
              >
                {t('Put back')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </div>
  );
}
