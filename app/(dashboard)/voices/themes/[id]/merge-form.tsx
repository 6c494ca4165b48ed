'use client';

import { useForm } from '@/app/use-form';
import { SelectField } from '@/components/ui/field';
import { Refusal } from '@/components/ui/notice';
import { SubmitButton } from '@/components/ui/submit-button';
import { useText } from '@/components/ui/text';
import { mergeThemeAction } from '../../actions';

/** Takes one theme into another: the other gets its words and what people said of voices. */
export function MergeForm({ id, others }: { id: string; others: readonly { id: string; name: string }[] }) {
  const t = useText();
  const { form, refusal, error } = useForm(mergeThemeAction);
  return (
    <form {...form} className="flex max-w-md flex-col gap-3">
      <input type="hidden" name="id" value={id} />
      <SelectField
        label={t('Into')}
        name="intoThemeId"
        hint={t('It gets these words and all that people said of voices. This theme goes.')}
        error={error('intoThemeId')}
      >
        {others.map((one) => (
          <option key={one.id} value={one.id}>
            {one.name}
          </option>
        ))}
      </SelectField>
      <Refusal>{refusal}</Refusal>
      <div>
        <SubmitButton variant="secondary">{t('Merge')}</SubmitButton>
      </div>
    </form>
  );
}
