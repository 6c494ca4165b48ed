'use client';

import type { FormState } from '@/app/form-state';
import { useForm } from '@/app/use-form';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/field';
import { Refusal } from '@/components/ui/notice';
import { useText } from '@/components/ui/text';

/** A form of one name: adds what is called so, and is empty again. */
export function AddByName<T extends string | number>({
  action,
  name,
  label,
  placeholder,
  maxLength,
}: {
  /** Returns what tells one addition from the next. */
  action: (before: FormState<T>, fields: FormData) => Promise<FormState<T>>;
  /** The field's name, as the action reads and refuses it. */
  name: string;
  label: string;
  placeholder: string;
  maxLength: number;
}) {
  const t = useText();
  const { form, pending, refusal, done, error, value } = useForm(action);
  return (
    <form {...form} className="flex flex-col gap-4">
      <Refusal>{refusal}</Refusal>
      <div className="flex flex-wrap items-start gap-3">
        <div className="min-w-48 flex-1">
          <TextField
            label={label}
            name={name}
            required
            maxLength={maxLength}
            autoComplete="off"
            placeholder={placeholder}
            key={done ?? 'none yet'}
            defaultValue={done ? '' : value(name)}
            error={error(name)}
          />
        </div>
        <Button type="submit" variant="primary" disabled={pending} className="mt-[1.625rem] min-h-10">
          {t('Add')}
        </Button>
      </div>
    </form>
  );
}
