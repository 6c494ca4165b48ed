'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { TextArea, TextField } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { useText } from '@/components/ui/text';
import { useToast } from '@/components/ui/toast';
import type { PersonaFields } from '@/lib/journey/model/persona';
import type { KnownAttribute } from '@/lib/journey/rules/segment';
import { msg } from '@/lib/translate';
import { savePersona } from './actions';
import { FIELDS } from './fields';
import { RuleEditor } from './rule-editor';

type Refusal = {
  title: string;
  errors: readonly { path: string; message: string }[];
  /** What somebody else has saved meanwhile, by field; null: no conflict. */
  theirs: Partial<PersonaFields> | null;
};

/** Everything that is said of a persona, saved together. */
export function PersonaForm({
  id,
  fields,
  attributes,
}: {
  /** null: a persona that does not exist yet. */
  id: string | null;
  fields: PersonaFields;
  attributes: readonly KnownAttribute[];
}) {
  const t = useText();
  const router = useRouter();
  const say = useToast();
  // What the writer began with; the page may be refreshed while they write.
  const [seen, setSeen] = useState(fields);
  const [wanted, setWanted] = useState(fields);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const set = (change: Partial<PersonaFields>) => setWanted((before) => ({ ...before, ...change }));

  async function save(seenNow: PersonaFields) {
    const clean = trimmed(wanted);
    const changed = Object.fromEntries(
      Object.entries(clean).filter(
        ([name, value]) => JSON.stringify(value) !== JSON.stringify(seen[name as keyof PersonaFields]),
      ),
    ) as Partial<PersonaFields>;
    if (id !== null && Object.keys(changed).length === 0) {
      say(t('Nothing was changed'));
      return;
    }
    setBusy(true);
    const reply = await savePersona(id, id === null ? clean : changed, seenNow).catch(() => null);
    setBusy(false);
    if (!reply?.ok) {
      const problem = reply?.problem;
      setRefusal({
        title: problem?.title ?? t('The server could not be reached. Nothing was saved; try again.'),
        errors: problem?.theirs ? [] : (problem?.errors ?? []),
        theirs: (problem?.theirs as Partial<PersonaFields> | undefined) ?? null,
      });
      return;
    }
    setRefusal(null);
    setSeen(clean);
    setWanted(clean);
    say(id === null ? t('Added “{title}”', { title: clean.name }) : t('Saved##state'));
    if (id === null) router.push(`/personas/${reply.value.id}`);
    else router.refresh();
  }

  const errorOf = (name: string) => refusal?.errors.find(({ path }) => path === name)?.message ?? null;
  const ruleErrors = refusal?.errors.filter(({ path }) => path.startsWith('rule')) ?? [];

  return (
    <form
      noValidate
      aria-label={t('Persona')}
      className="flex max-w-3xl flex-col gap-5"
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void save(seen);
      }}
    >
      {FIELDS.map(({ name, label, rows, most, hint }) => {
        const field = {
          ...{ name, label: t(label), value: wanted[name], maxLength: most, error: errorOf(name) },
          ...(hint ? { hint: t(hint) } : {}),
          onChange: (event: { target: { value: string } }) => set({ [name]: event.target.value }),
        };
        return rows === 1 ? (
          <TextField key={name} {...field} required={name === 'name'} autoComplete="off" />
        ) : (
          <TextArea key={name} {...field} rows={rows} />
        );
      })}
      <RuleEditor
        id={id}
        name={wanted.name}
        rule={wanted.rule}
        attributes={attributes}
        errors={ruleErrors}
        onChange={(rule) => set({ rule })}
      />
      {refusal && (refusal.errors.length === 0 || refusal.theirs) ? (
        <Notice tone="bad" live>
          <p>{refusal.title}</p>
          {refusal.theirs ? (
            <>
              <dl className="mt-2 flex flex-col gap-1.5 text-ink">
                {Object.entries(refusal.theirs).map(([name, value]) => (
                  <div key={name}>
                    <dt className="text-xs text-soft">
                      {t('{field}, as it is now', {
                        field: t(FIELDS.find((field) => field.name === name)?.label ?? msg('Rule')),
                      })}
                    </dt>
                    <dd className="break-words whitespace-pre-wrap">
                      {typeof value === 'string' ? value || t('(empty)') : t('Another rule')}
                    </dd>
                  </div>
                ))}
              </dl>
              <div className="mt-3 flex flex-wrap gap-2">
                <Button
                  onClick={() => {
                    const now = { ...seen, ...refusal.theirs };
                    setSeen(now);
                    setRefusal(null);
                    void save(now);
                  }}
                >
                  {t('Save mine over it')}
                </Button>
                <Button
                  onClick={() => {
                    const { theirs } = refusal;
                    setSeen((before) => ({ ...before, ...theirs }));
                    set(theirs ?? {});
                    setRefusal(null);
                  }}
                >
                  {t('Keep what is there now')}
                </Button>
              </div>
            </>
          ) : null}
        </Notice>
      ) : null}
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" variant="primary" size="large" disabled={busy}>
          {busy ? t('Saving…') : id === null ? t('Add persona') : t('Save')}
        </Button>
      </div>
    </form>
  );
}

/** As the server will keep it. */
function trimmed(fields: PersonaFields): PersonaFields {
  const texts = Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, typeof value === 'string' ? value.trim() : value]),
  ) as PersonaFields;
  const rule = fields.rule && {
    all: fields.rule.all.map((one) => ({ ...one, attribute: one.attribute.trim() })),
  };
  return { ...texts, rule };
}
