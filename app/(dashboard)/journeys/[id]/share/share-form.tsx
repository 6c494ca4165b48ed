'use client';

import { useEffect, useRef, useState } from 'react';
import { useForm } from '@/app/use-form';
import { CopyText } from '@/components/survey/copy-text';
import { CheckField, SelectField, TextField } from '@/components/ui/field';
import { Refusal } from '@/components/ui/notice';
import { SubmitButton } from '@/components/ui/submit-button';
import { useText } from '@/components/ui/text';
import { SHARE_DAYS } from '@/lib/journey/model/share';
import { makeShareAction } from './actions';

/** Makes a link to a map, and shows it the one time that it can be shown. `home` is this installation's address. */
export function ShareForm({ journeyId, title, home }: { journeyId: string; title: string; home: string }) {
  const t = useText();
  const { form, refusal, error, value, done, pending } = useForm(makeShareAction);
  const [framed, setFramed] = useState(false);
  const box = useRef<HTMLFormElement>(null);
  const made = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (!done) return;
    box.current?.reset();
    setFramed(false);
    made.current?.focus();
  }, [done]);

  return (
    <section aria-labelledby="new-link" className="flex flex-col gap-4">
      <h2 id="new-link" className="text-base font-semibold">
        {t('New link')}
      </h2>
      {done ? (
        <div
          ref={made}
          tabIndex={-1}
          className="flex flex-col gap-3 rounded-xl border border-line bg-panel p-4"
        >
          <p className="text-sm font-semibold">{t('Copy it now: it is shown this once.')}</p>
          <CopyText label={t('Link')} text={`${home}/share/${done.token}`} />
          {done.embeddable ? (
            <CopyText
              label={t('To put into a page')}
              text={`<iframe src="${home}/embed/${done.token}" title="${attribute(t('{title}, journey map', { title }))}" width="100%" height="640" loading="lazy" referrerpolicy="no-referrer"></iframe>`}
            />
          ) : null}
        </div>
      ) : null}
      <form ref={box} {...form} className="flex flex-col gap-4 rounded-xl border border-line bg-panel p-4">
        <Refusal>{refusal}</Refusal>
        <input type="hidden" name="journeyId" value={journeyId} />
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField
            label={t('Who is it for')}
            name="name"
            required
            maxLength={80}
            placeholder={t('The board')}
            autoComplete="off"
            defaultValue={value('name')}
            error={error('name')}
          />
          <SelectField
            label={t('Works for')}
            name="days"
            defaultValue={value('days', '30')}
            error={error('days')}
          >
            {SHARE_DAYS.map((days) => (
              <option key={days} value={days}>
                {days === 365 ? t('1 year') : t('{n, plural, one {# day} other {# days}}', { n: days })}
              </option>
            ))}
            <option value="">{t('Until I revoke it')}</option>
          </SelectField>
        </div>
        <TextField
          label={t('Password, if it needs one')}
          name="password"
          type="password"
          autoComplete="new-password"
          minLength={8}
          maxLength={200}
          disabled={framed}
          error={error('password')}
          hint={
            framed
              ? t('A map in other sites’ pages has none.')
              : t('At least 8 characters. Send it another way than the link.')
          }
        />
        <CheckField
          label={t('Show customers’ own words')}
          name="showsComments"
          hint={t(
            'Comments may name people. Without it only numbers, words of the team and shares of chosen words are shown.',
          )}
        />
        <CheckField
          label={t('Let other sites show it in their pages')}
          name="embeddable"
          hint={t('Gives you code for a wiki or intranet page. The map there is live.')}
          onChange={(event) => setFramed(event.target.checked)}
        />
        <SubmitButton pendingText={t('Making…')} className="self-start" disabled={pending}>
          {t('Make the link')}
        </SubmitButton>
      </form>
    </section>
  );
}

const attribute = (text: string) => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
