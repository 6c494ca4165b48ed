'use client';

import { useForm } from '@/app/use-form';
import { CheckField, TextArea } from '@/components/ui/field';
import { Notice, Refusal } from '@/components/ui/notice';
import { SubmitButton } from '@/components/ui/submit-button';
import { useText } from '@/components/ui/text';
import { MASK_KINDS, MASK_LABELS, type Masking, PLACEHOLDERS } from '@/lib/voices/model/masking';
import { settleMaskingAction } from './actions';

/** Which personal data is taken out of customers' texts on arrival, with how often it was. */
export function MaskingForm({
  masking,
  counts,
  owner,
}: {
  masking: Masking;
  counts: Readonly<Record<string, number>>;
  owner: boolean;
}) {
  const t = useText();
  const { form, refusal, done, value, error } = useForm(settleMaskingAction);
  return (
    <form {...form}>
      <fieldset disabled={!owner} className="flex max-w-xl flex-col gap-4">
        <legend className="sr-only">{t('Personal data in texts')}</legend>
        <input type="hidden" name="settled" value="yes" />
        <div className="flex flex-col gap-2.5">
          {MASK_KINDS.map((kind) => (
            <CheckField
              key={kind}
              label={t(MASK_LABELS[kind])}
              name="kind"
              value={kind}
              defaultChecked={masking.kinds.includes(kind)}
              hint={t('Becomes {placeholder}; {n, plural, =0 {none} other {#}} in the last 90 days', {
                placeholder: PLACEHOLDERS[kind],
                n: counts[kind] ?? 0,
              })}
            />
          ))}
        </div>
        <TextArea
          label={t('Names, one a line')}
          name="names"
          rows={5}
          defaultValue={value('names', masking.names.join('\n'))}
          hint={t(
            'Of staff or customers. No rule can tell a name from a word, so only names that stand here are found.',
          )}
          error={error('names')}
        />
        <Refusal>{refusal}</Refusal>
        {done ? (
          <Notice tone="good" live>
            {t('Saved. It holds for texts that come from now on.')}
          </Notice>
        ) : null}
        {owner ? (
          <div>
            <SubmitButton>{t('Save')}</SubmitButton>
          </div>
        ) : null}
      </fieldset>
    </form>
  );
}
