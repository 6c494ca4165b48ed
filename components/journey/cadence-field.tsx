import type { SelectHTMLAttributes } from 'react';
import { SelectField } from '@/components/ui/field';
import { useText } from '@/components/ui/text';
import { msg, type Translate } from '@/lib/translate';

const USUAL: readonly { days: number; label: string; inSentence: string }[] = [
  { days: 30, label: msg('Every month'), inSentence: msg('every month') },
  { days: 90, label: msg('Every three months'), inSentence: msg('every three months') },
  { days: 182, label: msg('Twice a year'), inSentence: msg('twice a year') },
  { days: 365, label: msg('Once a year'), inSentence: msg('once a year') },
];

/** How often something is looked at again; '' for null. @example cadenceText(90, ENGLISH) // 'Every three months' */
export function cadenceText(days: number | null, t: Translate): string {
  if (days === null) return '';
  const usual = USUAL.find((one) => one.days === days);
  return usual ? t(usual.label) : t('{days, plural, one {Every day} other {Every # days}}', { days });
}

/** The same within a sentence. @example cadenceInSentence(90, ENGLISH) // 'every three months' */
export function cadenceInSentence(days: number | null, t: Translate): string {
  if (days === null) return '';
  const usual = USUAL.find((one) => one.days === days);
  return usual ? t(usual.inSentence) : t('{days, plural, one {every day} other {every # days}}', { days });
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
  const t = useText();
  const unusual = now !== null && !USUAL.some(({ days }) => days === now);
  return (
    <SelectField label={label} error={error} {...rest}>
      <option value="">{t('Not set')}</option>
      {USUAL.map(({ days, label: text }) => (
        <option key={days} value={days}>
          {t(text)}
        </option>
      ))}
      {unusual ? <option value={now}>{cadenceText(now, t)}</option> : null}
    </SelectField>
  );
}
