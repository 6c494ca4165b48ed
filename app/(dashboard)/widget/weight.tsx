'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { Table, Td, Th } from '@/components/ui/table';
import { useText } from '@/components/ui/text';
import { NO_NUMBER } from '@/lib/format';
import type { Translate } from '@/lib/translate';

export type Part = { name: string; when: string; path: string };

/** Loads the widget's files as a page would, and tells how many bytes came over the wire. */
export function Weight({ parts }: { parts: readonly Part[] }) {
  const t = useText();
  const [sizes, setSizes] = useState<readonly (number | null)[] | null>(null);
  const [busy, setBusy] = useState(false);

  async function measure() {
    setBusy(true);
    setSizes(await Promise.all(parts.map(({ path }) => bytesOf(path))));
    setBusy(false);
  }

  return (
    <div className="flex flex-col gap-3">
      <Table
        label={t('Files of the widget')}
        head={
          <tr>
            <Th>{t('File')}</Th>
            <Th>{t('When it loads')}</Th>
            <Th className="text-right">{t('Bytes')}</Th>
          </tr>
        }
      >
        {parts.map(({ name, when, path }, place) => (
          <tr key={path}>
            <Td className="min-w-32 font-medium">{name}</Td>
            <Td className="min-w-40 text-soft">{when}</Td>
            <Td className="tabular text-right">{sized(t, sizes?.[place])}</Td>
          </tr>
        ))}
      </Table>
      <div className="flex flex-wrap items-center gap-3">
        <Button onClick={() => void measure()} disabled={busy} aria-busy={busy}>
          {busy ? t('Measuring…') : t('Measure in this browser')}
        </Button>
        <span role="status" className="text-sm text-soft">
          {sizes && !sizes.includes(null) ? t('Measured just now, compressed as your visitors get it.') : ''}
        </span>
      </div>
      {sizes?.includes(null) ? (
        <Notice tone="bad" live>
          {t(
            'A file could not be loaded. Check that this address of Milepost can be reached, then measure again.',
          )}
        </Notice>
      ) : null}
    </div>
  );
}

const sized = (t: Translate, bytes: number | null | undefined): string =>
  bytes == null ? NO_NUMBER : t('{n, number}', { n: bytes });

/** The length of a file's compressed body; null where it does not come. */
async function bytesOf(path: string): Promise<number | null> {
  // An address of its own, so that neither a cache nor an earlier measurement answers.
  const url = new URL(path, location.href);
  url.searchParams.set('measured', String(Date.now()));
  try {
    const reply = await fetch(url, { cache: 'no-store' });
    if (!reply.ok) return null;
    await reply.arrayBuffer();
    const [entry] = performance.getEntriesByName(url.href, 'resource').slice(-1);
    return (entry as PerformanceResourceTiming | undefined)?.encodedBodySize || null;
  } catch {
    return null;
  }
}
