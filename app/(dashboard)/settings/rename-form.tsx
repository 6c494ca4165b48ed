'use client';

import { Pencil } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { FormState } from '@/app/form-state';
import { useForm } from '@/app/use-form';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/field';
import { useText } from '@/components/ui/text';

/** A name with a pencil; pressed, the name can be changed in its place. */
export function RenameForm({
  action,
  known,
  field,
  name,
  label,
  maxLength,
}: {
  action: (before: FormState<true>, fields: FormData) => Promise<FormState<true>>;
  /** Which one it is, for the action. */
  known: Readonly<Record<string, string>>;
  field: string;
  name: string;
  /** What it is the name of, 'Name of the team'. */
  label: string;
  maxLength: number;
}) {
  const t = useText();
  const [changing, setChanging] = useState(false);
  const pencil = useRef<HTMLButtonElement>(null);
  const { form, pending, refusal, error } = useForm(action);
  const shown = useRef(name);

  useEffect(() => {
    // The new name has come back: the form has done its work.
    if (shown.current !== name) setChanging(false);
    shown.current = name;
  }, [name]);

  function close() {
    setChanging(false);
    requestAnimationFrame(() => pencil.current?.focus());
  }

  if (!changing) {
    return (
      <span className="flex items-center gap-1">
        <span className="min-w-0 font-medium break-words">{name}</span>
        <Button
          ref={pencil}
          icon
          size="small"
          variant="quiet"
          aria-label={t('Rename {name}', { name })}
          onClick={() => setChanging(true)}
        >
          <Pencil aria-hidden="true" className="size-3.5 text-soft" />
        </Button>
      </span>
    );
  }
  return (
    <form {...form} className="flex flex-wrap items-start gap-2">
      {Object.entries(known).map(([key, value]) => (
        <input key={key} type="hidden" name={key} value={value} />
      ))}
      <div className="min-w-36 flex-1">
        <TextField
          label={label}
          labelHidden
          name={field}
          required
          maxLength={maxLength}
          autoComplete="off"
          defaultValue={name}
          error={error(field) ?? refusal}
          autoFocus
          onKeyDown={(event) => {
            if (event.key === 'Escape') close();
          }}
        />
      </div>
      <Button type="submit" disabled={pending} className="min-h-10">
        {t('Save')}
      </Button>
      <Button variant="quiet" className="min-h-10" onClick={close}>
        {t('Cancel')}
      </Button>
    </form>
  );
}
