'use client';

import { useForm } from '@/app/use-form';
import { SubmitButton } from '@/components/ui/submit-button';
import { useText } from '@/components/ui/text';
import { SENTIMENT_LABELS, type SentimentWord } from '@/lib/voices/model';
import { forgetAction } from '../actions';

/** Words whose sentiment people said, each with a way to forget it. */
export function TaughtWords({ words, mayEdit }: { words: readonly SentimentWord[]; mayEdit: boolean }) {
  const t = useText();
  const { form } = useForm(forgetAction);
  return (
    <ul className="flex flex-col gap-1.5 text-sm">
      {words.map(({ phrase, sentiment }) => (
        <li key={phrase} className="flex flex-wrap items-center gap-3">
          <span className="font-medium">{t('“{words}”', { words: phrase })}</span>
          <span className="text-soft">{t(SENTIMENT_LABELS[sentiment])}</span>
          {mayEdit ? (
            <form {...form}>
              <input type="hidden" name="phrase" value={phrase} />
              <SubmitButton variant="quiet" size="small" aria-label={t('Forget “{phrase}”', { phrase })}>
                {t('Forget')}
              </SubmitButton>
            </form>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
