'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { Table, Td, Th } from '@/components/ui/table';

export type Part = { name: string; when: string; path: string };

/** Loads the widget's files as a page would, and tells how many bytes came over the wire. */
export function Weight({ parts }: { parts: readonly Part[] }) {
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
        label="Files of the widget"
        head={
          <tr>
            <Th>File</Th>
            <Th>When it loads</Th>
            <Th className="text-right">Bytes</Th>
          </tr>
        }
      >
        {parts.map(({ name, when, path }, place) => (
          <tr key={path}>
            <Td className="min-w-32 font-medium">{name}</Td>
            <Td className="min-w-40 text-soft">{when}</Td>
            <Td className="tabular text-right">{sizes?.[place]?.toLocaleString('en') ?? '–'}</Td>
          </tr>
        ))}
      </Table>
      <div className="flex flex-wrap items-center gap-3">
        <Button onClick={() => void measure()} disabled={busy} aria-busy={busy}>
          {busy ? 'Measuring…' : 'Measure in this browser'}
        </Button>
        <span role="status" className="text-sm text-soft">
          {sizes && !sizes.includes(null) ? 'Measured just now, compressed as your visitors get it.' : ''}
        </span>
      </div>
      {sizes?.includes(null) ? (
        <Notice tone="bad" live>
          A file could not be loaded. Check that this address of Milepost can be reached, then measure again.
        </Notice>
      ) : null}
    </div>
  );
}

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
