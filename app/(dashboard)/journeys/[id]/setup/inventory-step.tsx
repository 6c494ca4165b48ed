'use client';

import { Plus, X } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import { ChannelIcon } from '@/components/journey/channel-icon';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { rich } from '@/components/ui/rich';
import { useText } from '@/components/ui/text';
import type { ChannelView } from '@/lib/insights/model';
import { msg } from '@/lib/translate';
import { addToInventory, dropFromInventory } from './actions';

type Listed = { id: string; title: string; channels: string[]; stage: string };

const UNREACHABLE = msg('The server could not be reached. Try again.');

/** Step 3: where customers meet the company, channel by channel. */
export function InventoryStep({
  journeyId,
  channels,
  own,
  touchpoints,
}: {
  journeyId: string;
  channels: readonly { key: string; label: string }[];
  own: readonly ChannelView[];
  touchpoints: readonly Listed[];
}) {
  const t = useText();
  const [why, setWhy] = useState<string | null>(null);

  async function run(call: () => Promise<{ ok: true } | { ok: false; problem: { title: string } }>) {
    const reply = await call().catch(() => null);
    setWhy(reply?.ok ? null : (reply?.problem.title ?? t(UNREACHABLE)));
    return reply?.ok === true;
  }

  return (
    <div className="flex flex-col gap-5">
      <p className="max-w-2xl text-sm text-soft">
        {rich(
          t,
          'Go through your channels and name each point where customers meet you there, in their words: “I get the bill”. Order does not matter yet. You have them in a table already? <i>Import a CSV file</i>. The list of channels is kept in the <s>settings</s>.',
          {
            i: (inside) => (
              <Link href={`/journeys/${journeyId}/import`} className="underline underline-offset-2">
                {inside}
              </Link>
            ),
            s: (inside) => (
              <Link href="/settings/channels" className="underline underline-offset-2">
                {inside}
              </Link>
            ),
          },
        )}
      </p>
      <p className="text-sm font-medium" aria-live="polite">
        {t('{n, plural, one {# touchpoint} other {# touchpoints}} so far', { n: touchpoints.length })}
      </p>
      {why ? (
        <Notice tone="bad" live>
          {why}
        </Notice>
      ) : null}
      <ul className="grid gap-3 sm:grid-cols-2">
        {channels.map(({ key, label }) => (
          <li key={key} className="flex flex-col gap-2 rounded-xl border border-line bg-panel p-4">
            <h2 className="flex items-center gap-2 text-sm font-semibold">
              <span aria-hidden="true">
                <ChannelIcon channels={[key]} own={own} t={t} />
              </span>
              {label}
            </h2>
            <ul className="flex flex-wrap gap-1.5">
              {touchpoints
                .filter((one) => one.channels[0] === key)
                .map((one) => (
                  <li
                    key={one.id}
                    className="inline-flex max-w-full items-center gap-1 rounded-full bg-sunk py-0.5 pr-0.5 pl-2.5 text-sm"
                  >
                    <span className="min-w-0 break-words">{one.title}</span>
                    <button
                      type="button"
                      aria-label={t('Take {title} off', { title: one.title })}
                      className="inline-flex size-6 shrink-0 items-center justify-center rounded-full hover:bg-line"
                      onClick={() => void run(() => dropFromInventory(one.id))}
                    >
                      <X aria-hidden="true" className="size-3.5" />
                    </button>
                  </li>
                ))}
            </ul>
            <form
              className="mt-auto flex gap-2"
              onSubmit={(event) => {
                event.preventDefault();
                const form = event.currentTarget;
                const title = String(new FormData(form).get('title') ?? '').trim();
                if (title === '') return;
                void run(() => addToInventory(journeyId, key, title)).then((done) => {
                  if (done) form.reset();
                });
              }}
            >
              <input
                name="title"
                aria-label={t('New touchpoint by {channel}', { channel: label })}
                maxLength={80}
                autoComplete="off"
                className="min-h-9 min-w-0 grow rounded-lg border border-field bg-panel px-2.5 text-sm"
              />
              <Button
                type="submit"
                icon
                aria-label={t('Add the touchpoint by {channel}', { channel: label })}
              >
                <Plus aria-hidden="true" className="size-4" />
              </Button>
            </form>
          </li>
        ))}
      </ul>
    </div>
  );
}
