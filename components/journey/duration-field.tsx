'use client';

import { useId, useState } from 'react';
import { SelectField, TextField } from '@/components/ui/field';
import { useText } from '@/components/ui/text';
import { minutesOf, splitMinutes, TIME_UNITS, type TimeUnit } from '@/lib/journey/rules/duration';
import { useDraft } from './touchpoint-edit';

type Typed = { typed: string; unit: TimeUnit };

/** A time in minutes, given as a number of a unit; it saves itself when both are left. Empty means null. */
export function DurationField({
  label,
  unit,
  value,
  error,
  onSave,
}: {
  label: string;
  /** What is offered while no time is given. */
  unit: TimeUnit;
  value: number | null;
  error: string | null;
  onSave: (minutes: number | null) => Promise<boolean>;
}) {
  const t = useText();
  const id = useId();
  const { shown, dirty, setDraft, drop } = useDraft<Typed>(typedOf(value, unit));
  const [why, setWhy] = useState<string | null>(null);

  async function leave() {
    if (!dirty) return;
    const minutes = minutesOf(shown.typed, shown.unit);
    if (minutes === 'unreadable') {
      setWhy(t('Give a number of 0 or more, such as 2 or 1.5.'));
      return;
    }
    setWhy(null);
    if (minutes === value || (await onSave(minutes))) drop();
  }

  return (
    <fieldset
      className="flex flex-col gap-1.5"
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) void leave();
      }}
    >
      <legend id={id} className="mb-1.5 text-sm font-medium">
        {label}
      </legend>
      <div className="grid grid-cols-2 gap-2">
        <TextField
          label={t('{label}, number', { label })}
          labelHidden
          inputMode="decimal"
          autoComplete="off"
          maxLength={10}
          placeholder={t('Not said')}
          value={shown.typed}
          error={why ?? error}
          onChange={(event) => setDraft({ ...shown, typed: event.target.value })}
          onKeyDown={(event) => {
            if (event.key === 'Enter') void leave();
          }}
        />
        <SelectField
          label={t('{label}, unit', { label })}
          labelHidden
          value={shown.unit}
          onChange={(event) => setDraft({ ...shown, unit: event.target.value as TimeUnit })}
        >
          {TIME_UNITS.map((one) => (
            <option key={one} value={one}>
              {t(one)}
            </option>
          ))}
        </SelectField>
      </div>
    </fieldset>
  );
}

function typedOf(minutes: number | null, unit: TimeUnit): Typed {
  if (minutes === null) return { typed: '', unit };
  const split = splitMinutes(minutes);
  return { typed: String(split.count), unit: split.unit };
}
