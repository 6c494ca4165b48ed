'use client';

import { useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { Chip } from '@/components/ui/chip';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { changeShare, endShare } from './actions';

type Share = {
  id: string;
  name: string;
  /** When and by whom, in words. */
  made: string;
  /** When it ends or ended, in words; null: when it is revoked. */
  ends: string | null;
  ended: boolean;
  locked: boolean;
  showsComments: boolean;
  embeddable: boolean;
};

/** A month more, for a link that ends or has ended. */
const LONGER_DAYS = 30;

/** The links to a map: what each shows, how long it works, and its end. */
export function ShareList({ shares, mayChange }: { shares: Share[]; mayChange: boolean }) {
  return (
    <ul className="flex flex-col gap-2.5">
      {shares.map((share) => (
        <Line key={share.id} share={share} mayChange={mayChange} />
      ))}
    </ul>
  );
}

function Line({ share, mayChange }: { share: Share; mayChange: boolean }) {
  const { id, name, made, ends, ended, locked, showsComments, embeddable } = share;
  const [ending, setEnding] = useState(false);
  const [why, setWhy] = useState<string | null>(null);
  const [busy, start] = useTransition();
  const change = (wanted: Parameters<typeof changeShare>[1]) =>
    start(async () => {
      const reply = await changeShare(id, wanted).catch(() => null);
      setWhy(reply?.ok ? null : (reply?.problem.title ?? 'The server could not be reached.'));
    });
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 rounded-xl border border-line bg-panel px-4 py-3">
      <div className="min-w-0">
        <h3 className="flex flex-wrap items-center gap-2 text-sm font-semibold break-words">
          {name}
          {ended ? <Chip tone="bad">Ended</Chip> : null}
          {locked ? <Chip>Password</Chip> : null}
          {showsComments ? <Chip tone="warn">Customers’ words</Chip> : null}
          {embeddable ? <Chip>Other sites’ pages</Chip> : null}
        </h3>
        <p className="text-xs text-soft">
          Made {made}.{' '}
          {ends === null ? 'Works until it is revoked.' : ended ? `Ended ${ends}.` : `Works until ${ends}.`}
        </p>
        {why ? (
          <p role="alert" className="text-xs font-medium text-bad">
            {why}
          </p>
        ) : null}
      </div>
      {mayChange ? (
        <div className="flex flex-wrap gap-1.5">
          {ends === null ? null : (
            <Button size="small" disabled={busy} onClick={() => change({ days: LONGER_DAYS })}>
              {LONGER_DAYS} days from now
            </Button>
          )}
          <Button size="small" disabled={busy} onClick={() => change({ showsComments: !showsComments })}>
            {showsComments ? 'Hide customers’ words' : 'Show customers’ words'}
          </Button>
          <Button size="small" variant="danger" onClick={() => setEnding(true)}>
            Revoke
          </Button>
        </div>
      ) : null}
      <ConfirmDialog
        open={ending}
        onClose={() => setEnding(false)}
        title={`Revoke the link for “${name}”?`}
        confirmText="Revoke"
        onConfirm={async () => {
          const reply = await endShare(id);
          return reply.ok ? null : reply.problem.title;
        }}
      >
        Whoever has it sees nothing from now on. It cannot be brought back; you can make a new one.
      </ConfirmDialog>
    </li>
  );
}
