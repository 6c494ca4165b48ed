'use client';

import { useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { Chip } from '@/components/ui/chip';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { useText } from '@/components/ui/text';
import { changeShare, endShare } from './actions';

type Share = {
  id: string;
  name: string;
  /** When and by whom, in a sentence. */
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
  const t = useText();
  const { id, name, made, ends, ended, locked, showsComments, embeddable } = share;
  const [ending, setEnding] = useState(false);
  const [why, setWhy] = useState<string | null>(null);
  const [busy, start] = useTransition();
  const change = (wanted: Parameters<typeof changeShare>[1]) =>
    start(async () => {
      const reply = await changeShare(id, wanted).catch(() => null);
      setWhy(reply?.ok ? null : (reply?.problem.title ?? t('The server could not be reached.')));
    });
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 rounded-xl border border-line bg-panel px-4 py-3">
      <div className="min-w-0">
        <h3 className="flex flex-wrap items-center gap-2 text-sm font-semibold break-words">
          {name}
          {ended ? <Chip tone="bad">{t('Ended##a link')}</Chip> : null}
          {locked ? <Chip>{t('Password')}</Chip> : null}
          {showsComments ? <Chip tone="warn">{t('Customers’ words')}</Chip> : null}
          {embeddable ? <Chip>{t('Other sites’ pages')}</Chip> : null}
        </h3>
        <p className="text-xs text-soft">
          {made}{' '}
          {ends === null
            ? t('Works until it is revoked.')
            : ended
              ? t('Ended {when}.', { when: ends })
              : t('Works until {when}.', { when: ends })}
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
              {t('{n} days from now', { n: LONGER_DAYS })}
            </Button>
          )}
          <Button size="small" disabled={busy} onClick={() => change({ showsComments: !showsComments })}>
            {showsComments ? t('Hide customers’ words') : t('Show customers’ words')}
          </Button>
          <Button size="small" variant="danger" onClick={() => setEnding(true)}>
            {t('Revoke')}
          </Button>
        </div>
      ) : null}
      <ConfirmDialog
        open={ending}
        onClose={() => setEnding(false)}
        title={t('Revoke the link for “{name}”?', { name })}
        confirmText={t('Revoke')}
        onConfirm={async () => {
          const reply = await endShare(id);
          return reply.ok ? null : reply.problem.title;
        }}
      >
        {t('Whoever has it sees nothing from now on. It cannot be brought back; you can make a new one.')}
      </ConfirmDialog>
    </li>
  );
}
