'use client';

import { useEffect, useRef, useState } from 'react';
import { useForm } from '@/app/use-form';
import { CopyText } from '@/components/survey/copy-text';
import { CheckField, SelectField, TextField } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { SubmitButton } from '@/components/ui/submit-button';
import { SHARE_DAYS } from '@/lib/journey/model/share';
import { makeShareAction } from './actions';

/** Makes a link to a map, and shows it the one time that it can be shown. `home` is this installation's address. */
export function ShareForm({ journeyId, title, home }: { journeyId: string; title: string; home: string }) {
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
        New link
      </h2>
      {done ? (
        <div
          ref={made}
          tabIndex={-1}
          className="flex flex-col gap-3 rounded-xl border border-line bg-panel p-4"
        >
          <p className="text-sm font-semibold">Copy it now: it is shown this once.</p>
          <CopyText label="Link" text={`${home}/share/${done.token}`} />
          {done.embeddable ? (
            <CopyText
              label="To put into a page"
              text={`<iframe src="${home}/embed/${done.token}" title="${attribute(title)}, journey map" width="100%" height="640" loading="lazy" referrerpolicy="no-referrer"></iframe>`}
            />
          ) : null}
        </div>
      ) : null}
      <form ref={box} {...form} className="flex flex-col gap-4 rounded-xl border border-line bg-panel p-4">
        {refusal ? (
          <Notice tone="bad" live>
            {refusal}
          </Notice>
        ) : null}
        <input type="hidden" name="journeyId" value={journeyId} />
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField
            label="Who is it for"
            name="name"
            required
            maxLength={80}
            placeholder="The board"
            autoComplete="off"
            defaultValue={value('name')}
            error={error('name')}
          />
          <SelectField label="Works for" name="days" defaultValue={value('days', '30')} error={error('days')}>
            {SHARE_DAYS.map((days) => (
              <option key={days} value={days}>
                {days === 1 ? '1 day' : days === 365 ? '1 year' : `${days} days`}
              </option>
            ))}
            <option value="">Until I revoke it</option>
          </SelectField>
        </div>
        <TextField
          label="Password, if it needs one"
          name="password"
          type="password"
          autoComplete="new-password"
          minLength={8}
          maxLength={200}
          disabled={framed}
          error={error('password')}
          hint={
            framed
              ? 'A map in other sites’ pages has none.'
              : 'At least 8 characters. Send it another way than the link.'
          }
        />
        <CheckField
          label="Show customers’ own words"
          name="showsComments"
          hint="Comments may name people. Without it only numbers, words of the team and shares of chosen words are shown."
        />
        <CheckField
          label="Let other sites show it in their pages"
          name="embeddable"
          hint="Gives you code for a wiki or intranet page. The map there is live."
          onChange={(event) => setFramed(event.target.checked)}
        />
        <SubmitButton pendingText="Making…" className="self-start" disabled={pending}>
          Make the link
        </SubmitButton>
      </form>
    </section>
  );
}

const attribute = (text: string) => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
