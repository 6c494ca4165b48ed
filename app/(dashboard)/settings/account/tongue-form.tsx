'use client';

import { LanguageOptions } from '@/app/language-options';
import { useForm } from '@/app/use-form';
import { SelectField } from '@/components/ui/field';
import { useText } from '@/components/ui/text';
import type { Tongue } from '@/lib/identity/model';
import { chooseTongueAction } from '../actions';
import { FormEnd } from '../form-end';

/** The language in which a person reads these pages; what customers are asked in is the surveys' own matter. */
export function TongueForm({ language }: { language: Tongue | null }) {
  const t = useText();
  const { form, pending, refusal, done, error, value } = useForm(chooseTongueAction);
  return (
    <form {...form} className="flex max-w-md flex-col gap-4">
      <SelectField
        key={`language ${value('language', language ?? '')}`}
        label={t('Language')}
        name="language"
        defaultValue={value('language', language ?? '')}
        error={error('language') ?? refusal}
      >
        <option value="">{t('As the workspace')}</option>
        <LanguageOptions />
      </SelectField>
      <FormEnd done={done} pending={pending} />
    </form>
  );
}
