'use client';

import { ArrowLeft, ArrowRight, Camera, Check, X } from 'lucide-react';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { Button, buttonClass } from '@/components/ui/button';
import { TextArea, TextField } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { useText } from '@/components/ui/text';
import { msg } from '@/lib/translate';
import { endWalk, savePicture, saveStep } from '../actions';
import { smallerPicture } from './smaller-picture';

type Step = { rating: number | null; minutes: number | null; note: string; hasPicture: boolean };

const RATINGS: { value: number; label: string }[] = [
  { value: -2, label: msg('Awful') },
  { value: -1, label: msg('Bad') },
  { value: 0, label: msg('Neither') },
  { value: 1, label: msg('Good') },
  { value: 2, label: msg('Great') },
];

const UNREACHABLE = msg('The server could not be reached. Try again.');

/** One touchpoint of a walk: each field saves itself, so that a walk can be broken off anywhere. */
export function WalkStep({
  journeyId,
  walk,
  touchpoint,
  step,
  previous,
  next,
}: {
  journeyId: string;
  walk: { id: string; finished: boolean };
  touchpoint: { id: string; title: string; goal: string; promise: string; trigger: string };
  step: Step | null;
  previous: string | null;
  next: string | null;
}) {
  const t = useText();
  const router = useRouter();
  const [rating, setRating] = useState(step?.rating ?? null);
  const [state, setState] = useState<{ kind: 'idle' | 'saving' | 'saved' } | { kind: 'failed'; why: string }>(
    {
      kind: 'idle',
    },
  );
  const [minutesFault, setMinutesFault] = useState<string | null>(null);
  const file = useRef<HTMLInputElement>(null);
  const ids = { id: walk.id, touchpointId: touchpoint.id };
  const facts = [
    [t('What customers want'), touchpoint.goal],
    [t('It begins with'), touchpoint.trigger],
    [t('We promise'), touchpoint.promise],
  ].filter(([, text]) => text !== '');

  async function run(save: () => Promise<{ ok: true } | { ok: false; problem: { title: string } }>) {
    setState({ kind: 'saving' });
    const reply = await save().catch(() => null);
    setState(reply?.ok ? { kind: 'saved' } : { kind: 'failed', why: reply?.problem.title ?? t(UNREACHABLE) });
    return reply?.ok === true;
  }

  async function keepPicture(chosen: File | null) {
    const form = new FormData();
    if (chosen) form.set('picture', await smallerPicture(chosen));
    await run(() => savePicture(walk.id, touchpoint.id, form));
    if (file.current) file.current.value = '';
  }

  async function end() {
    if (await run(() => endWalk(walk.id, walk.finished))) router.push(`/journeys/${journeyId}/walk`);
  }

  return (
    <div className="flex max-w-2xl flex-col gap-6">
      <div className="flex flex-col gap-1.5 rounded-xl border border-line bg-panel p-4 text-sm">
        {facts.length > 0 ? (
          <dl className="flex flex-col gap-1.5">
            {facts.map(([name, text]) => (
              <div key={name} className="flex flex-wrap gap-x-2">
                <dt className="font-medium">{name}</dt>
                <dd className="min-w-0 break-words">{text}</dd>
              </div>
            ))}
          </dl>
        ) : null}
        <p className="text-soft">{t('Do it now as a customer would, then note what it was like.')}</p>
      </div>
      <fieldset>
        <legend className="mb-2 text-sm font-medium">{t('How did it feel?')}</legend>
        <div className="grid grid-cols-5 gap-2">
          {RATINGS.map(({ value, label }) => (
            <label
              key={value}
              className="flex min-h-16 flex-col items-center justify-center gap-0.5 rounded-xl border border-line-strong bg-panel px-1 text-center text-xs has-checked:border-primary has-checked:bg-primary has-checked:text-on-primary has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
            >
              <input
                type="radio"
                name="rating"
                className="sr-only"
                value={value}
                checked={rating === value}
                onChange={() => {
                  setRating(value);
                  void run(() => saveStep({ ...ids, rating: value }));
                }}
              />
              <span className="tabular text-base font-bold">
                {value > 0 ? `+${value}` : String(value).replace('-', '−')}
              </span>
              {t(label)}
            </label>
          ))}
        </div>
      </fieldset>
      <TextField
        label={t('Minutes it took')}
        inputMode="numeric"
        defaultValue={step?.minutes ?? ''}
        error={minutesFault}
        onBlur={(event) => {
          const text = event.target.value.trim();
          if (!/^\d{0,5}$/.test(text)) {
            setMinutesFault(t('Give whole minutes, like 12.'));
            return;
          }
          setMinutesFault(null);
          const minutes = text === '' ? null : Number(text);
          if (minutes !== (step?.minutes ?? null)) void run(() => saveStep({ ...ids, minutes }));
        }}
      />
      <TextArea
        label={t('What happened##on a walk')}
        rows={4}
        maxLength={4000}
        defaultValue={step?.note ?? ''}
        hint={t('What you saw, what you did not understand, what you had to repeat.')}
        onBlur={(event) => {
          const note = event.target.value.trim();
          if (note !== (step?.note ?? '')) void run(() => saveStep({ ...ids, note }));
        }}
      />
      <div className="flex flex-col items-start gap-2">
        <span className="text-sm font-medium">{t('Picture')}</span>
        {step?.hasPicture ? (
          <>
            {/* biome-ignore lint/performance/noImgElement: the picture comes from the database, once */}
            <img
              src={`/journeys/${journeyId}/walk/${walk.id}/picture/${touchpoint.id}`}
              alt={t('Taken at {touchpoint}', { touchpoint: touchpoint.title })}
              className="max-h-64 max-w-full rounded-lg border border-line object-contain"
            />
            <Button variant="quiet" size="small" onClick={() => void keepPicture(null)}>
              <X aria-hidden="true" className="size-3.5" /> {t('Take it away')}
            </Button>
          </>
        ) : null}
        <label
          className={`${buttonClass({ variant: 'secondary' })} has-focus-visible:outline-2 has-focus-visible:outline-accent`}
        >
          <Camera aria-hidden="true" className="size-4" />
          {step?.hasPicture ? t('Choose another') : t('Add a screenshot or photo')}
          <input
            ref={file}
            type="file"
            accept="image/png,image/jpeg,image/webp"
            className="sr-only"
            onChange={(event) => void keepPicture(event.target.files?.[0] ?? null)}
          />
        </label>
      </div>
      <div aria-live="polite" className="min-h-6 text-sm text-soft">
        {state.kind === 'saving' ? t('Saving…') : null}
        {state.kind === 'saved' ? t('Saved.') : null}
        {state.kind === 'failed' ? <Notice tone="bad">{state.why}</Notice> : null}
      </div>
      <nav aria-label={t('Steps')} className="flex flex-wrap items-center gap-2 border-t border-line pt-4">
        {previous ? (
          <Link href={previous} className={buttonClass({ variant: 'secondary' })}>
            <ArrowLeft aria-hidden="true" className="size-4" /> {t('Back')}
          </Link>
        ) : null}
        {next ? (
          <Link href={next} className={buttonClass({ variant: 'primary' })}>
            {t('Next')} <ArrowRight aria-hidden="true" className="size-4" />
          </Link>
        ) : null}
        <Button variant={next ? 'quiet' : 'primary'} className="ml-auto" onClick={() => void end()}>
          <Check aria-hidden="true" className="size-4" />
          {walk.finished ? t('Go on with this walk') : t('Finish the walk')}
        </Button>
      </nav>
    </div>
  );
}
