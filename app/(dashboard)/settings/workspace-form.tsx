'use client';

import { LanguageOptions } from '@/app/language-options';
import { useForm } from '@/app/use-form';
import { SelectField, TextArea, TextField } from '@/components/ui/field';
import { useText } from '@/components/ui/text';
import type { Workspace } from '@/lib/identity/model';
import { settleAction } from './actions';
import { FormEnd } from './form-end';

/** The settings of the workspace; for reading only unless the member is an owner. */
export function WorkspaceForm({
  workspace,
  zones,
  owner,
}: {
  workspace: Workspace;
  zones: string[];
  owner: boolean;
}) {
  const t = useText();
  const { form, pending, refusal, done, error, value } = useForm(settleAction);
  const text = (name: keyof Workspace) => ({
    name,
    defaultValue: value(name, String(workspace[name] ?? '')),
    error: error(name),
  });
  const known = zones.includes(workspace.timeZone) ? zones : [workspace.timeZone, ...zones];
  return (
    <form {...form}>
      <fieldset disabled={!owner} className="flex max-w-xl flex-col gap-4">
        <legend className="sr-only">{t('Settings of the workspace')}</legend>
        <TextField label={t('Workspace name')} required maxLength={80} {...text('name')} />
        <TextField
          label={t('Brand')}
          required
          maxLength={80}
          hint={t('The name your customers know.')}
          {...text('brand')}
        />
        <SelectField
          label={t('Time zone')}
          key={value('timeZone', workspace.timeZone)}
          hint={t('Decides on which day an answer counts. A change holds for answers from then on.')}
          {...text('timeZone')}
        >
          {known.map((zone) => (
            <option key={zone}>{zone}</option>
          ))}
        </SelectField>
        <SelectField
          label={t('Language of new questions')}
          key={`language ${value('language', workspace.language)}`}
          {...text('language')}
        >
          <LanguageOptions />
        </SelectField>
        <TextField
          label={t('Smallest number of answers for a score')}
          type="number"
          min={3}
          max={100}
          required
          hint={t('With fewer answers the map shows no headline number. 3 to 100; usually 5.')}
          {...text('minimumN')}
        />
        <TextField
          label={t('Sender’s e-mail address')}
          type="email"
          autoComplete="off"
          hint={t(
            'Your mail provider must be allowed to send for it. Empty: the address of this installation.',
          )}
          {...text('senderAddress')}
        />
        <TextArea
          label={t('Postal address')}
          maxLength={200}
          hint={t('Stands at the end of each mail; many countries ask for it.')}
          {...text('postalAddress')}
        />
        <TextField
          label={t('Address of your privacy notice')}
          type="url"
          placeholder="https://"
          hint={t('Linked wherever customers answer.')}
          {...text('privacyUrl')}
        />
        <FormEnd refusal={refusal} done={done} pending={pending} owner={owner} />
      </fieldset>
    </form>
  );
}
