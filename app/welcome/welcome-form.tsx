'use client';

import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { SelectField, TextField } from '@/components/ui/field';
import { Refusal } from '@/components/ui/notice';
import { useText } from '@/components/ui/text';
import { LanguageOptions } from '../language-options';
import { useForm } from '../use-form';
import { foundAction } from './actions';

/** Founds a workspace; the time zone starts as the browser's. */
export function WelcomeForm({ zones }: { zones: string[] }) {
  const t = useText();
  const { form, pending, refusal, error, value } = useForm(foundAction);
  const [zone, setZone] = useState(value('timeZone', 'UTC'));
  useEffect(() => {
    // Only the browser knows; without JavaScript the person chooses.
    setZone((chosen) => (chosen === 'UTC' ? Intl.DateTimeFormat().resolvedOptions().timeZone : chosen));
  }, []);
  return (
    <form {...form} className="flex flex-col gap-4">
      <Refusal>{refusal}</Refusal>
      <TextField
        label={t('Workspace name')}
        name="name"
        required
        maxLength={80}
        autoComplete="organization"
        hint={t('What your team calls it.')}
        defaultValue={value('name')}
        error={error('name')}
      />
      <TextField
        label={t('Brand')}
        name="brand"
        required
        maxLength={80}
        hint={t('The name your customers know. It stands in questions and as the sender of mail.')}
        defaultValue={value('brand')}
        error={error('brand')}
      />
      <SelectField
        label={t('Time zone')}
        name="timeZone"
        value={zone}
        onChange={(event) => setZone(event.target.value)}
        hint={t('Decides on which day an answer counts.')}
        error={error('timeZone')}
      >
        {(zones.includes(zone) ? zones : [zone, ...zones]).map((one) => (
          <option key={one}>{one}</option>
        ))}
      </SelectField>
      <SelectField
        label={t('Language of your questions')}
        name="language"
        defaultValue={value('language', 'en')}
        error={error('language')}
      >
        <LanguageOptions />
      </SelectField>
      <Button type="submit" variant="primary" size="large" disabled={pending}>
        {t('Create workspace')}
      </Button>
    </form>
  );
}
