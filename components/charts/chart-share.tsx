'use client';

import { Share2 } from 'lucide-react';
import { type RefObject, useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Menu, MenuItem, MenuLabel, MenuLine } from '@/components/ui/menu';
import { fileNameOf, saveBlob } from '@/components/ui/save-file';
import { pngOf } from '@/components/ui/svg-to-png';
import { useText } from '@/components/ui/text';
import { useToast } from '@/components/ui/toast';
import { formatDay } from '@/lib/format';
import { useChartSource } from './chart-source';
import { chartPicture } from './picture/chart-picture';

/** Tenths of a second. */
const LONGEST_WAIT = 100;

/** The chart's link and its picture. `drawn` is what the picture shows. */
export function ChartShare({
  id,
  title,
  note,
  search = {},
  drawn,
  className = '',
}: {
  id: string;
  title: string;
  /** n and formula, under the picture. */
  note: string | null;
  /** What the address has to say so that this chart is the one that is shown. */
  search?: Readonly<Record<string, string>>;
  drawn: RefObject<HTMLElement | null>;
  className?: string;
}) {
  const t = useText();
  const toast = useToast();
  const source = useChartSource();
  const [drawing, setDrawing] = useState(false);
  useArrival(id, drawn);

  async function copy() {
    const address = addressOf(id, search);
    try {
      await navigator.clipboard.writeText(address);
      toast(t('The link to this chart is copied.'));
    } catch {
      toast(t('Copying is not allowed here. The link is: {address}', { address }));
    }
  }

  async function save(kind: 'svg' | 'png') {
    if (!drawn.current || drawing) return;
    setDrawing(true);
    try {
      await whenLoaded(drawn.current);
      const svg = await chartPicture(drawn.current, {
        title,
        lines: source === null ? [] : [source.of, ...(source.filter === null ? [] : [source.filter])],
        notes: [
          ...(note === null ? [] : [note]),
          t('As of {day}. Source: {address}', {
            day: formatDay(new Date().toLocaleDateString('sv'), t.tongue),
            address: addressOf(id, search),
          }),
        ],
      });
      const name = fileNameOf(`${source ? `${source.of}-` : ''}${title}`);
      const blob = kind === 'png' ? await pngOf(svg) : new Blob([svg], { type: 'image/svg+xml' });
      saveBlob(blob, `${name}.${kind}`);
    } catch {
      toast(t('The picture could not be made. Load the page again and try once more.'));
    } finally {
      setDrawing(false);
    }
  }

  return (
    <Menu
      label={t('Hand on: {title}', { title })}
      trigger={
        <Button
          size="small"
          variant="quiet"
          aria-busy={drawing}
          aria-label={t('Hand on: {title}', { title })}
          className={`no-print min-h-6! px-1.5! text-xs! text-soft! ${className}`}
        >
          <Share2 aria-hidden="true" className="size-3.5" />
          {drawing ? t('Drawing…') : t('Hand on')}
        </Button>
      }
    >
      <MenuItem onSelect={() => void copy()}>{t('Copy link to this chart')}</MenuItem>
      <MenuLine />
      <MenuLabel>{t('As a picture')}</MenuLabel>
      <MenuItem onSelect={() => void save('svg')}>SVG</MenuItem>
      <MenuItem onSelect={() => void save('png')}>PNG</MenuItem>
    </Menu>
  );
}

/** Some charts are fetched when they are first looked at. */
async function whenLoaded(chart: HTMLElement): Promise<void> {
  for (let waited = 0; chart.querySelector('[data-loading]'); waited += 1) {
    if (waited === LONGEST_WAIT) throw new Error('the chart was not loaded in time');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function addressOf(id: string, search: Readonly<Record<string, string>>): string {
  const address = new URL(location.href);
  for (const [name, value] of Object.entries(search)) address.searchParams.set(name, value);
  address.hash = id;
  return address.href;
}

/** Whoever follows a link to a chart sees it, also where the page shows it only after it has loaded. */
function useArrival(id: string, drawn: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    if (location.hash !== `#${id}`) return;
    const chart = drawn.current;
    for (let above = chart?.closest('details'); above; above = above.parentElement?.closest('details')) {
      above.open = true;
    }
    chart?.scrollIntoView({ block: 'center' });
  }, [id, drawn]);
}
