'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/field';
import { Refusal } from '@/components/ui/notice';
import { useText } from '@/components/ui/text';
import { useToast } from '@/components/ui/toast';
import { instantOfWall, wallTimeOf } from '@/lib/clock';
import type { FieldError } from '@/lib/errors';
import { formatInstant } from '@/lib/format';
import type { ActionResult } from '@/lib/gates/reply';
import type { SurveyView } from '@/lib/survey/model';
import type { Translate } from '@/lib/translate';
import { close, pause, schedule } from '../actions';

/** When a survey takes answers, and how many: by its author's hand, by days, and by a quota. */
export function WhenCard({
  survey: { id, state, times, answers },
  timeZone,
  canEdit,
}: {
  survey: SurveyView;
  timeZone: string;
  canEdit: boolean;
}) {
  const t = useText();
  const toast = useToast();
  const router = useRouter();
  const saved = {
    opensAt: times.opensAt ? wallTimeOf(times.opensAt, timeZone) : '',
    closesAt: times.closesAt ? wallTimeOf(times.closesAt, timeZone) : '',
    quota: times.quota === null ? '' : String(times.quota),
  };
  const [typed, setTyped] = useState(saved);
  const [busy, setBusy] = useState(false);
  const [errors, setErrors] = useState<FieldError[]>([]);
  const [refusal, setRefusal] = useState<string | null>(null);
  const changed = JSON.stringify(typed) !== JSON.stringify(saved);
  const errorOf = (path: string) => errors.find((one) => one.path === path)?.message;

  /** Runs one change; resolves to whether it was made, after saying why not. */
  async function run(change: () => Promise<ActionResult<unknown>>): Promise<boolean> {
    setBusy(true);
    setRefusal(null);
    setErrors([]);
    const result = await change().catch(() => null);
    setBusy(false);
    if (result?.ok) {
      router.refresh();
      return true;
    }
    setErrors(result?.problem.errors ?? []);
    setRefusal(
      result?.problem.title ?? t('The server could not be reached. Nothing was changed; try again.'),
    );
    return false;
  }

  async function setPaused(paused: boolean, undone = false) {
    if (!(await run(() => pause({ id, paused })))) return;
    const undo = { label: t('Undo'), run: () => void setPaused(!paused, true) };
    toast(paused ? t('Paused everywhere.') : t('It takes answers again.'), ...(undone ? [] : [undo]));
  }

  async function setClosed(closed: boolean, undone = false) {
    if (!(await run(() => close({ id, closed })))) return;
    const undo = { label: t('Undo'), run: () => void setClosed(!closed, true) };
    toast(
      closed ? t('Closed everywhere. Its answers stay.') : t('Open again, with all its places.'),
      ...(undone ? [] : [undo]),
    );
  }

  async function saveTimes() {
    const opensAt = instantOfWall(typed.opensAt, timeZone);
    const closesAt = instantOfWall(typed.closesAt, timeZone);
    const faults = [
      ...(typed.opensAt !== '' && !opensAt
        ? [{ path: 'opensAt', message: t('Give a day and a time.') }]
        : []),
      ...(typed.closesAt !== '' && !closesAt
        ? [{ path: 'closesAt', message: t('Give a day and a time.') }]
        : []),
    ];
    if (faults.length > 0) return setErrors(faults);
    const quota = typed.quota.trim() === '' ? null : Number(typed.quota);
    if (await run(() => schedule({ id, opensAt, closesAt, quota }))) toast(t('Saved. It holds at once.'));
  }

  return (
    <section aria-labelledby="when" className="rounded-xl border border-line bg-panel p-4 sm:p-5">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div className="min-w-0 flex-1 basis-60">
          <h2 id="when" className="text-base font-semibold">
            {t('When it takes answers')}
          </h2>
          <p className="mt-1 text-sm">{stateSentence(t, state, times, timeZone)}</p>
        </div>
        {canEdit ? (
          <div className="flex flex-wrap gap-2">
            {state === 'closed' ? null : (
              <Button disabled={busy} onClick={() => setPaused(times.pausedAt === null)}>
                {times.pausedAt ? t('Go on##with a survey') : t('Pause')}
              </Button>
            )}
            <Button disabled={busy} onClick={() => setClosed(times.closedAt === null)}>
              {times.closedAt ? t('Open again') : t('Close it')}
            </Button>
          </div>
        ) : null}
      </div>
      {times.quota === null ? null : <Progress answers={answers} quota={times.quota} />}
      <form
        className="mt-4 flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void saveTimes();
        }}
      >
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField
            label={t('From')}
            type="datetime-local"
            value={typed.opensAt}
            hint={t('Empty: as soon as it is published.')}
            error={errorOf('opensAt')}
            disabled={!canEdit}
            onChange={(event) => setTyped({ ...typed, opensAt: event.target.value })}
          />
          <TextField
            label={t('Until')}
            type="datetime-local"
            value={typed.closesAt}
            hint={t('Empty: until you close it.')}
            error={errorOf('closesAt')}
            disabled={!canEdit}
            onChange={(event) => setTyped({ ...typed, closesAt: event.target.value })}
          />
          <TextField
            label={t('At most so many answers')}
            inputMode="numeric"
            value={typed.quota}
            hint={t('Empty: any number. Who has begun may still finish.')}
            error={errorOf('quota')}
            disabled={!canEdit}
            onChange={(event) => setTyped({ ...typed, quota: event.target.value })}
          />
        </div>
        <p className="text-xs text-soft">
          {t('Times are on the clock of the workspace, {timeZone}.', {
            timeZone: timeZone.replaceAll('_', ' '),
          })}
        </p>
        <Refusal>{refusal}</Refusal>
        {canEdit ? (
          <div>
            <Button type="submit" variant={changed ? 'primary' : 'secondary'} disabled={busy || !changed}>
              {t('Save the times')}
            </Button>
          </div>
        ) : null}
      </form>
    </section>
  );
}

function Progress({ answers, quota }: { answers: number; quota: number }) {
  const t = useText();
  const text = t('{answers, number} of {quota, plural, one {# answer} other {# answers}}', {
    answers,
    quota,
  });
  return (
    <div className="mt-3">
      <p className="tabular text-sm font-medium" id="quota-progress">
        {text}
      </p>
      <progress
        aria-labelledby="quota-progress"
        max={quota}
        value={Math.min(answers, quota)}
        className="mt-1.5 block h-2 w-full appearance-none overflow-hidden rounded-full bg-sunk [&::-moz-progress-bar]:bg-primary [&::-webkit-progress-bar]:bg-sunk [&::-webkit-progress-value]:bg-primary"
      />
    </div>
  );
}

/** What holds now, and what a customer who comes is told. */
function stateSentence(
  t: Translate,
  state: SurveyView['state'],
  { opensAt, closesAt }: SurveyView['times'],
  timeZone: string,
): string {
  const on = (instant: Date | null) => (instant ? formatInstant(instant, timeZone, t.tongue) : '');
  if (state === 'paused') return t('Paused: who comes is told that it is closed, and no widget shows it.');
  if (state === 'closed') return t('Closed: who comes is told so. Its answers stay on the map.');
  if (state === 'early') return t('It opens on {day}. Until then nobody is asked.', { day: on(opensAt) });
  if (state === 'over') return t('It ended on {day}. Its answers stay on the map.', { day: on(closesAt) });
  if (state === 'full') return t('All the answers that you asked for are in. Nobody new is asked.');
  return closesAt
    ? t('Open until {day}, at every place where it is asked.', { day: on(closesAt) })
    : t('Open, at every place where it is asked.');
}
