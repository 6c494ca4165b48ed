'use client';

import type { ComponentProps } from 'react';
import { useText } from '@/components/ui/text';
import { ChartFrame } from './chart-frame';

/** One point of a scale. */
export type Bar = {
  label: string;
  name: string;
  count: number;
  share: number;
  shareText: string;
  fill: string;
};

/** How many chose each point of a scale, as bars from zero. */
export function Distribution({
  bars,
  ...frame
}: { bars: Bar[] } & Pick<ComponentProps<typeof ChartFrame>, 'id' | 'title' | 'note' | 'caption'>) {
  const t = useText();
  const highest = Math.max(...bars.map(({ share }) => share), 0.0001);
  return (
    <ChartFrame
      {...frame}
      chart={
        <div aria-hidden="true" className="tabular grid auto-cols-fr grid-flow-col gap-1">
          {bars.map(({ label, share, shareText, fill, name, count }) => (
            <div key={label} title={`${name}: ${count}`} className="flex min-w-0 flex-col text-center">
              <div className="flex h-20 flex-col justify-end">
                <div
                  className={`rounded-t-sm ${fill}`}
                  style={{ height: `${share === 0 ? 0 : Math.max(3, (share / highest) * 100)}%` }}
                />
              </div>
              <div className="border-t border-line-strong pt-0.5 text-2xs font-bold">{label}</div>
              <div className="text-[0.625rem] leading-4 text-soft">{shareText}</div>
            </div>
          ))}
        </div>
      }
      table={{
        head: [t('Answer'), t('Count'), t('Share##of the answers')],
        rows: bars.map(({ name, count, shareText }) => [name, String(count), shareText]),
      }}
    />
  );
}
