import type { SelectHTMLAttributes } from 'react';
import { SelectField } from '@/components/ui/field';

const USUAL: readonly { days: number; label: string }[] = [
  { days: 30, label: 'Every month' },
  { days: 90, label: 'Every three months' },
  { days: 182, label: 'Twice a year' },
  { days: 365, label: 'Once a year' },
];

/** How often something is looked at again; '' for null. @example cadenceText(90) // 'Every three months' */
export function cadenceText(days: number | null): string {
  if (days === null) return '';
  return USUAL.find((one) => one.days === days)?.label ?? `Every ${days === 1 ? 'day' : `${days} days`}`;
}

/** The days that a chosen option stands for; null for none. */
export const cadenceOf = (option: string): number | null => (option === '' ? null : Number(option));

/** Asks how often something is to be looked at again. `now` is what is set, which may be none of the usual ones. */
export function CadenceField({
  label,
  now,
  error = null,
  ...rest
}: { label: string; now: number | null; error?: string | null } & SelectHTMLAttributes<HTMLSelectElement>) {
  const unusual = now !== null && !USUAL.some(({ days }) => days === now);
  return (
    <SelectField label={label} error={error} {...rest}>
      <option value="">Not set</option>
      {USUAL.map(({ days, label: text }) => (
        <option key={days} value={days}>
          {text}
        </option>
      ))}
      {unusual ? <option value={now}>{cadenceText(now)}</option> : null}
    </SelectField>
  );
}
