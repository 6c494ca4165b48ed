'use client';

import { X } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/field';
import { useText } from '@/components/ui/text';
import type { Outcome } from '@/lib/journey/model/journey';
import type { Translate } from '@/lib/translate';

/** An outcome while it is typed. */
export type TypedOutcome = { key: number; name: string; unit: string; baseline: string; target: string };

export const typedOutcomes = (outcomes: readonly Outcome[]): TypedOutcome[] =>
  outcomes.map(({ name, unit, baseline, target }, key) => ({
    key,
    name,
    unit,
    baseline: baseline === null ? '' : String(baseline),
    target: target === null ? '' : String(target),
  }));

/**
 * The outcomes that were typed, or what to correct. Rows in which nothing stands are left out.
 *
 * @example readOutcomes([{ key: 0, name: 'On time', unit: '%', baseline: '71,5', target: '' }])
 *   // { outcomes: [{ name: 'On time', unit: '%', baseline: 71.5, target: null }] }
 */
export function readOutcomes(
  typed: readonly TypedOutcome[],
  t: Translate,
): { outcomes: Outcome[] } | { refusal: string } {
  const outcomes: Outcome[] = [];
  for (const row of typed) {
    const [name, unit] = [row.name.trim(), row.unit.trim()];
    const [baseline, target] = [readNumber(row.baseline), readNumber(row.target)];
    if (name === '' && unit === '' && baseline === null && target === null) continue;
    if (name === '') return { refusal: t('Name each outcome.') };
    if (baseline === 'unreadable' || target === 'unreadable') {
      return { refusal: t('Give numbers for “{name}”, such as 72 or 72.5.', { name }) };
    }
    outcomes.push({ name, unit, baseline, target });
  }
  return { outcomes };
}

/** Asks what a journey is to achieve outside of any survey. */
export function OutcomesField({
  rows,
  refusal,
  onChange,
}: {
  rows: readonly TypedOutcome[];
  refusal: string | null;
  onChange: (rows: TypedOutcome[]) => void;
}) {
  const [next, setNext] = useState(rows.length);
  const t = useText();
  const set = (key: number, over: Partial<TypedOutcome>) =>
    onChange(rows.map((row) => (row.key === key ? { ...row, ...over } : row)));
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1.5 text-sm font-medium">{t('What it is to achieve')}</legend>
      {rows.map((row, index) => (
        <div key={row.key} className="flex flex-col gap-2 rounded-lg border border-line p-2">
          <div className="flex items-start gap-1">
            <div className="min-w-0 grow">
              <TextField
                label={t('Outcome {number}', { number: index + 1 })}
                labelHidden
                placeholder={t('Such as: online on the promised day')}
                maxLength={80}
                autoComplete="off"
                value={row.name}
                onChange={(event) => set(row.key, { name: event.target.value })}
              />
            </div>
            <Button
              icon
              variant="quiet"
              aria-label={t('Remove outcome {number}', { number: index + 1 })}
              onClick={() => onChange(rows.filter(({ key }) => key !== row.key))}
            >
              <X aria-hidden="true" className="size-4" />
            </Button>
          </div>
          <div className="grid grid-cols-3 gap-2">
            {(
              [
                ['baseline', t('Now')],
                ['target', t('Target')],
                ['unit', t('Unit')],
              ] as const
            ).map(([field, label]) => (
              <TextField
                key={field}
                label={label}
                maxLength={20}
                autoComplete="off"
                {...(field === 'unit' ? { placeholder: '%' } : { inputMode: 'decimal' as const })}
                value={row[field]}
                onChange={(event) => set(row.key, { [field]: event.target.value })}
              />
            ))}
          </div>
        </div>
      ))}
      {refusal ? (
        <p role="alert" className="text-xs font-medium text-bad">
          {refusal}
        </p>
      ) : null}
      {rows.length < 10 ? (
        <Button
          className="self-start"
          onClick={() => {
            onChange([...rows, { key: next, name: '', unit: '', baseline: '', target: '' }]);
            setNext(next + 1);
          }}
        >
          {t('Add an outcome')}
        </Button>
      ) : null}
    </fieldset>
  );
}

function readNumber(typed: string): number | null | 'unreadable' {
  const text = typed.trim().replace('−', '-').replace(',', '.');
  if (text === '') return null;
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : 'unreadable';
}
