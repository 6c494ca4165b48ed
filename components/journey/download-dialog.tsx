'use client';

import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import { followDownload, saveBlob } from '@/components/ui/save-file';
import { useText } from '@/components/ui/text';
import { inTongue } from '@/lib/format';
import type { Translate } from '@/lib/translate';
import { type Coming, filePicker, intoBlob, intoFile, openFile } from './download-file';

/** Files of more lines are written to the disk as they arrive, or loaded by the browser itself, instead of being kept. */
const MOST_KEPT = 200_000;
/** The bar moves at most so often, in milliseconds: React would draw each of thousands of pieces. */
const PACE = 100;

type State =
  | { kind: 'asking' }
  | { kind: 'large'; name: string; lines: number }
  | { kind: 'loading'; lines: number; of: number; bytes: number }
  | { kind: 'saved'; name: string; lines: number; bytes: number }
  | { kind: 'failed'; lines: number };

/** Loads a file of answers, says how far it is, and lets it be stopped. Mounted while it is open. */
export function DownloadDialog({
  href,
  title,
  onClose,
}: {
  href: string;
  title: string;
  onClose: () => void;
}) {
  const t = useText();
  const [state, setState] = useState<State>({ kind: 'asking' });
  const [attempt, setAttempt] = useState(0);
  const stop = useRef<AbortController | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt loads the same file anew
  useEffect(() => {
    const control = new AbortController();
    stop.current = control;
    setState({ kind: 'asking' });
    void run(control, async () => {
      const coming = await openFile(href, control.signal);
      if (coming.lines > MOST_KEPT) {
        await coming.frames.return(undefined);
        control.abort();
        setState({ kind: 'large', name: coming.name, lines: coming.lines });
        return;
      }
      let seen = { lines: 0, bytes: 0 };
      const blob = await intoBlob(coming, (progress) => {
        seen = progress;
        tell(coming, progress);
      });
      if (control.signal.aborted) return;
      saveBlob(blob, coming.name);
      setState({ kind: 'saved', name: coming.name, ...seen });
    });
    return () => control.abort();
  }, [href, attempt]);

  const told = useRef(0);
  function tell({ lines: of }: Coming, { lines, bytes }: { lines: number; bytes: number }) {
    if (performance.now() - told.current < PACE) return;
    told.current = performance.now();
    setState({ kind: 'loading', lines, of, bytes });
  }

  /** What was stopped by hand is no failure. */
  async function run(control: AbortController, load: () => Promise<void>) {
    try {
      await load();
    } catch {
      if (control.signal.aborted) return;
      setState((now) => ({ kind: 'failed', lines: now.kind === 'loading' ? now.lines : 0 }));
    }
  }

  async function choosePlace(name: string) {
    const picker = filePicker();
    if (!picker) return;
    const control = new AbortController();
    stop.current = control;
    const target = await picker({ suggestedName: name }).catch(() => null);
    // Nothing was chosen: the question stays.
    if (!target) return;
    setState({ kind: 'asking' });
    await run(control, async () => {
      const coming = await openFile(href, control.signal);
      let seen = { lines: 0, bytes: 0 };
      await intoFile(coming, target, (progress) => {
        seen = progress;
        tell(coming, progress);
      });
      setState({ kind: 'saved', name, ...seen });
    });
  }

  function close() {
    stop.current?.abort();
    onClose();
  }

  const count = (lines: number) => lines.toLocaleString(t.tongue);
  return (
    <Dialog
      open
      onClose={close}
      title={title}
      footer={
        <>
          {state.kind === 'failed' ? (
            <Button variant="primary" onClick={() => setAttempt(attempt + 1)}>
              {t('Try again')}
            </Button>
          ) : null}
          {state.kind === 'large' ? (
            <>
              <Button
                onClick={() => {
                  followDownload(href);
                  close();
                }}
              >
                {t('Let the browser load it')}
              </Button>
              {filePicker() ? (
                <Button variant="primary" onClick={() => void choosePlace(state.name)}>
                  {t('Choose where to save')}
                </Button>
              ) : null}
            </>
          ) : null}
          <Button onClick={close}>
            {state.kind === 'asking' || state.kind === 'loading' ? t('Stop') : t('Close')}
          </Button>
        </>
      }
    >
      {state.kind === 'asking' ? <Bar label={title} text={t('Starting…')} /> : null}
      {state.kind === 'loading' ? (
        <Bar
          label={title}
          done={state.of === 0 ? undefined : Math.min(1, state.lines / state.of)}
          text={t('{lines} of {of} answers, {size}', {
            lines: count(state.lines),
            of: count(Math.max(state.of, state.lines)),
            size: sizeText(state.bytes, t),
          })}
        />
      ) : null}
      {state.kind === 'loading' || state.kind === 'asking' ? (
        <p className="mt-2 text-xs text-soft">{t('Leave this page open until it is saved.')}</p>
      ) : null}
      {state.kind === 'large' ? (
        <p>
          {t(
            'This file has {n} answers. It is too large to be kept in the page: write it to the disk as it comes, or let the browser load it, which shows in its own list of downloads how much has arrived.',
            { n: count(state.lines) },
          )}
        </p>
      ) : null}
      {state.kind === 'saved' ? (
        <Notice tone="good" live>
          {t('{name} is complete: {n, plural, one {# answer} other {{count} answers}}, {size}.', {
            name: state.name,
            n: state.lines,
            count: count(state.lines),
            size: sizeText(state.bytes, t),
          })}
        </Notice>
      ) : null}
      {state.kind === 'failed' ? (
        <Notice tone="bad" live>
          {state.lines === 0
            ? t(
                'The file could not be loaded. Nothing was saved. Try again; if it stays so, load the page anew.',
              )
            : t('The file broke off after {n} answers. Nothing was saved. Try again.', {
                n: count(state.lines),
              })}
        </Notice>
      ) : null}
    </Dialog>
  );
}

function Bar({ label, done, text }: { label: string; done?: number | undefined; text: string }) {
  return (
    <>
      <progress
        aria-label={label}
        {...(done === undefined ? {} : { value: done })}
        max={1}
        className="h-2 w-full appearance-none overflow-hidden rounded-full border-0 bg-sunk [&::-moz-progress-bar]:bg-primary [&::-webkit-progress-bar]:bg-sunk [&::-webkit-progress-value]:bg-primary"
      />
      <p className="tabular mt-1 text-sm">{text}</p>
    </>
  );
}

const sizeText = (bytes: number, t: Translate): string =>
  bytes < 1_000_000
    ? t('{n} kB', { n: String(Math.ceil(bytes / 1_000)) })
    : t('{n} MB', { n: inTongue((bytes / 1_000_000).toFixed(1), t.tongue) });
