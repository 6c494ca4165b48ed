'use client';

import { useForm } from '@/app/use-form';
import { TextArea, TextField } from '@/components/ui/field';
import { Notice, Refusal } from '@/components/ui/notice';
import { SubmitButton } from '@/components/ui/submit-button';
import { useText } from '@/components/ui/text';
import { replyAction } from '../actions';

/** Writes to the customer. `language`: the name of the one they were asked in; null: the reader's own. */
export function ReplyForm({
  id,
  replyId,
  to,
  language,
  lang,
  subject,
}: {
  id: string;
  /** New each time the page is read: the same form sent twice is one mail. */
  replyId: string;
  to: string;
  language: string | null;
  lang: string;
  subject: string;
}) {
  const t = useText();
  const { form, refusal, done, error, value } = useForm(replyAction);
  const key = done ?? 'none';
  return (
    <section
      aria-labelledby="reply-title"
      className="flex flex-col gap-3 rounded-xl border border-line bg-panel p-5 shadow-card"
    >
      <h2 id="reply-title" className="text-base font-semibold">
        {t('Reply by mail')}
      </h2>
      <p className="text-sm break-words text-soft">
        {t('To {address}, in the company’s name.', { address: to })}
        {language === null ? '' : ` ${t('They were asked in this language: {language}.', { language })}`}
      </p>
      {done === null ? null : (
        <Notice tone="good" live>
          {t('The mail is on its way. What becomes of it stands below.')}
        </Notice>
      )}
      <form {...form} className="flex flex-col gap-3">
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="replyId" value={replyId} />
        <TextField
          label={t('Subject')}
          name="subject"
          required
          maxLength={120}
          key={`subject ${key}`}
          defaultValue={done === null ? value('subject', subject) : subject}
          error={error('subject')}
        />
        <TextArea
          label={t('Your words')}
          name="text"
          lang={lang}
          dir="auto"
          rows={5}
          required
          maxLength={5000}
          key={`text ${key}`}
          defaultValue={done === null ? value('text') : ''}
          error={error('text')}
        />
        <Refusal>{refusal}</Refusal>
        <div>
          <SubmitButton>{t('Send the mail')}</SubmitButton>
        </div>
      </form>
    </section>
  );
}
