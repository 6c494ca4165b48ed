'use client';

import { useEffect, useRef } from 'react';
import { useForm } from '@/app/use-form';
import { Button } from '@/components/ui/button';
import { Refusal } from '@/components/ui/notice';
import { useText } from '@/components/ui/text';
import type { Judgement } from '@/lib/voices/model/agreement';
import { judgeAction } from '../actions';
import { JUDGEMENT_WORDS } from '../words';

/** One comment to judge: a button, or its number on the keyboard. */
export function JudgeForm({
  checkId,
  voiceId,
  text,
  answers,
  place,
}: {
  checkId: string;
  voiceId: string;
  text: string;
  answers: readonly Judgement[];
  /** How far the check is, in words. */
  place: string;
}) {
  const t = useText();
  const { form, refusal, pending } = useForm(judgeAction);
  const element = useRef<HTMLFormElement>(null);

  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      if (event.target instanceof Element && event.target.closest('input, textarea, select, dialog')) return;
      const answer = answers[Number(event.key) - 1];
      if (answer === undefined) return;
      event.preventDefault();
      element.current?.querySelector<HTMLButtonElement>(`button[value=${answer}]:not(:disabled)`)?.click();
    }
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [answers]);

  return (
    <form
      {...form}
      ref={element}
      aria-label={t('Judge a comment')}
      className="flex flex-col gap-4 rounded-xl border border-line bg-panel p-5 shadow-card"
    >
      <input type="hidden" name="checkId" value={checkId} />
      <input type="hidden" name="voiceId" value={voiceId} />
      <p className="tabular text-sm text-soft">{place}</p>
      <blockquote aria-live="polite" className="min-h-28 text-lg leading-7 break-words whitespace-pre-line">
        {text}
      </blockquote>
      <Refusal>{refusal}</Refusal>
      <div className="flex flex-wrap gap-2">
        {answers.map((answer, index) => (
          <Button key={answer} type="submit" name="judgement" value={answer} size="large" disabled={pending}>
            {t(JUDGEMENT_WORDS[answer])}
            <kbd className="tabular rounded border border-line-strong px-1 text-xs text-soft">
              {index + 1}
            </kbd>
          </Button>
        ))}
      </div>
    </form>
  );
}
