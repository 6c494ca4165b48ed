'use client';

import { LanguageOptions } from '@/app/language-options';
import { useForm } from '@/app/use-form';
import { Button } from '@/components/ui/button';
import { SelectField } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { useText } from '@/components/ui/text';
import type { Tongue } from '@/lib/identity/model';
import { chooseTongueAction } from '../actions';

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
      {done ? (
        <Notice tone="good" live>
          {t('Saved.')}
        </Notice>
      ) : null}
      <div>
        <Button type="submit" variant="primary" disabled={pending}>
          {t('Save')}
        </Button>
      </div>
    </form>
  );
}
