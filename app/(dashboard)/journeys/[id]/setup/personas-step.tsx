'use client';

import Link from 'next/link';
import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { CheckField, TextArea, TextField } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { useText } from '@/components/ui/text';
import { msg } from '@/lib/translate';
import { addOwnPersona, choosePersonas } from './actions';

type Persona = { id: string; name: string; summary: string };

const UNREACHABLE = msg('The server could not be reached. Try again.');

/** Step 2: whose journey it is. */
export function PersonasStep({
  journeyId,
  personas,
  chosen,
}: {
  journeyId: string;
  personas: readonly Persona[];
  chosen: readonly string[];
}) {
  const t = useText();
  const [why, setWhy] = useState<string | null>(null);
  const form = useRef<HTMLFormElement>(null);

  async function choose(id: string, on: boolean) {
    const next = on ? [...chosen, id] : chosen.filter((one) => one !== id);
    const reply = await choosePersonas(journeyId, next).catch(() => null);
    setWhy(reply?.ok ? null : (reply?.problem.title ?? t(UNREACHABLE)));
  }

  async function add(data: FormData) {
    const text = (name: string) => String(data.get(name) ?? '').trim();
    const persona = { name: text('name'), summary: text('summary') };
    if (persona.name === '') return;
    const reply = await addOwnPersona(journeyId, [...chosen], persona).catch(() => null);
    setWhy(reply?.ok ? null : (reply?.problem.title ?? t(UNREACHABLE)));
    if (reply?.ok) form.current?.reset();
  }

  return (
    <div className="flex max-w-2xl flex-col gap-6">
      {personas.length > 0 ? (
        <fieldset className="flex flex-col gap-3">
          <legend className="mb-2 text-sm font-medium">{t('Whose journey it is')}</legend>
          {personas.map(({ id, name, summary }) => (
            <div key={id} className="rounded-xl border border-line bg-panel px-4 py-3">
              <CheckField
                label={name}
                checked={chosen.includes(id)}
                onChange={(event) => void choose(id, event.target.checked)}
              />
              {summary ? <p className="ml-7 text-sm break-words text-soft">{summary}</p> : null}
              <p className="ml-7 text-sm">
                <Link href={`/personas/${id}`} className="underline underline-offset-2">
                  {t('Needs, goals and who belongs to it')}
                  <span className="sr-only">: {name}</span>
                </Link>
              </p>
            </div>
          ))}
        </fieldset>
      ) : (
        <p className="text-sm text-soft">
          {t(
            'A persona is a kind of customer whose journey differs from others’: a mover, a renter. Add the first.',
          )}
        </p>
      )}
      <form
        ref={form}
        className="flex flex-col items-start gap-3 rounded-xl border border-dashed border-line-strong p-4"
        onSubmit={(event) => {
          event.preventDefault();
          void add(new FormData(event.currentTarget));
        }}
      >
        <div className="flex w-full flex-col gap-3">
          <TextField label={t('New persona')} name="name" maxLength={80} placeholder={t('Mover')} />
          <TextArea label={t('In one sentence')} name="summary" rows={2} maxLength={500} />
        </div>
        <Button type="submit">{t('Add the persona')}</Button>
      </form>
      {why ? (
        <Notice tone="bad" live>
          {why}
        </Notice>
      ) : null}
    </div>
  );
}
