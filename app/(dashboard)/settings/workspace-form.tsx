'use client';

import { LanguageOptions } from '@/app/language-options';
import { useForm } from '@/app/use-form';
import { Button } from '@/components/ui/button';
import { SelectField, TextArea, TextField } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import type { Workspace } from '@/lib/identity/model';
import { settleAction } from './actions';

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
        <legend className="sr-only">Settings of the workspace</legend>
        <TextField label="Workspace name" required maxLength={80} {...text('name')} />
        <TextField
          label="Brand"
          required
          maxLength={80}
          hint="The name your customers know."
          {...text('brand')}
        />
        <SelectField
          label="Time zone"
          key={value('timeZone', workspace.timeZone)}
          hint="Decides on which day an answer counts. A change holds for answers from then on."
          {...text('timeZone')}
        >
          {known.map((zone) => (
            <option key={zone}>{zone}</option>
          ))}
        </SelectField>
        <SelectField
          label="Language of new questions"
          key={`language ${value('language', workspace.language)}`}
          {...text('language')}
        >
          <LanguageOptions />
        </SelectField>
        <TextField
          label="Smallest number of answers for a score"
          type="number"
          min={3}
          max={100}
          required
          hint="With fewer answers the map shows no headline number. 3 to 100; usually 5."
          {...text('minimumN')}
        />
        <TextField
          label="Sender’s e-mail address"
          type="email"
          autoComplete="off"
          hint="Your mail provider must be allowed to send for it. Empty: the address of this installation."
          {...text('senderAddress')}
        />
        <TextArea
          label="Postal address"
          maxLength={200}
          hint="Stands at the end of each mail; many countries ask for it."
          {...text('postalAddress')}
        />
        <TextField
          label="Address of your privacy notice"
          type="url"
          placeholder="https://"
          hint="Linked wherever customers answer."
          {...text('privacyUrl')}
        />
        {refusal ? (
          <Notice tone="bad" live>
            {refusal}
          </Notice>
        ) : null}
        {done ? (
          <Notice tone="good" live>
            Saved.
          </Notice>
        ) : null}
        {owner ? (
          <div>
            <Button type="submit" variant="primary" disabled={pending}>
              Save
            </Button>
          </div>
        ) : null}
      </fieldset>
    </form>
  );
}
