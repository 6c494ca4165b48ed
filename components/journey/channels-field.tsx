'use client';

import { ArrowDown, ArrowUp, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { SelectField } from '@/components/ui/field';
import { useText } from '@/components/ui/text';
import type { ChannelView } from '@/lib/insights/model';
import { placedAt } from '@/lib/journey/rules';
import { channelLabel, choosableChannels } from '@/lib/journey/rules/channels';
import { ChannelSign } from './channel-icon';

const MOST = 8;

/** The channels of a touchpoint in their order, the main one first; each change saves itself. */
export function ChannelsField({
  channels,
  own,
  error,
  onSave,
}: {
  channels: readonly string[];
  own: readonly ChannelView[];
  error: string | null;
  onSave: (channels: string[]) => Promise<boolean>;
}) {
  const t = useText();
  const box = useRef<HTMLFieldSetElement>(null);
  const wanted = useRef<string | null>(null);
  const left = choosableChannels(own, t).filter(({ key }) => !channels.includes(key));

  // A row that moves takes the focus out of the page with it: it is given back to the same button, or its neighbour.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the order on the page is what it waits for
  useEffect(() => {
    if (wanted.current === null) return;
    const row = box.current?.querySelector(wanted.current);
    const target = row?.matches(':disabled') ? row.parentElement?.querySelector('button:enabled') : row;
    (target as HTMLElement | null | undefined)?.focus();
    wanted.current = null;
  }, [channels.join(' ')]);

  function move(key: string, to: number, way: 'up' | 'down') {
    wanted.current = `[data-channel="${key}"] [data-way="${way}"]`;
    void onSave(placedAt(channels, key, to));
  }

  return (
    <fieldset ref={box} className="flex flex-col gap-1.5">
      <legend className="mb-1.5 text-sm font-medium">{t('Channels')}</legend>
      <ol className="flex flex-col divide-y divide-line rounded-lg border border-line">
        {channels.map((key, index) => {
          const name = channelLabel(key, own, t);
          return (
            <li
              key={key}
              data-channel={key}
              className="flex min-h-10 items-center gap-2 py-1 pr-1 pl-3 text-sm"
            >
              <ChannelSign channel={key} />
              <span className="min-w-0 grow break-words">
                {name}
                {index === 0 && channels.length > 1 ? (
                  <span className="text-xs text-soft"> {t('main##channel')}</span>
                ) : null}
              </span>
              <span className="flex shrink-0">
                <Button
                  icon
                  size="small"
                  variant="quiet"
                  data-way="up"
                  aria-label={t('Move {name} up', { name })}
                  disabled={index === 0}
                  onClick={() => move(key, index - 1, 'up')}
                >
                  <ArrowUp aria-hidden="true" className="size-4" />
                </Button>
                <Button
                  icon
                  size="small"
                  variant="quiet"
                  data-way="down"
                  aria-label={t('Move {name} down', { name })}
                  disabled={index === channels.length - 1}
                  onClick={() => move(key, index + 1, 'down')}
                >
                  <ArrowDown aria-hidden="true" className="size-4" />
                </Button>
                <Button
                  icon
                  size="small"
                  variant="quiet"
                  aria-label={t('Remove {name}', { name })}
                  disabled={channels.length === 1}
                  onClick={() => {
                    wanted.current = 'select';
                    void onSave(channels.filter((other) => other !== key));
                  }}
                >
                  <X aria-hidden="true" className="size-4" />
                </Button>
              </span>
            </li>
          );
        })}
      </ol>
      <SelectField
        label={t('Add a channel')}
        labelHidden
        value=""
        error={error}
        disabled={channels.length >= MOST}
        onChange={(event) => void onSave([...channels, event.target.value])}
      >
        <option value="">{t('Add a channel…')}</option>
        {left.map(({ key, label }) => (
          <option key={key} value={key}>
            {label}
          </option>
        ))}
      </SelectField>
    </fieldset>
  );
}
