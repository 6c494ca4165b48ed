'use client';

import { useForm } from '@/app/use-form';
import { SelectField } from '@/components/ui/field';
import { useText } from '@/components/ui/text';
import { splitAction } from './actions';
import { FormEnd } from './form-end';

/** Which attribute of people splits every number into segments. */
export function SplitForm({
  attribute,
  known,
  owner,
}: {
  attribute: string | null;
  /** Attributes of the contacts, the commonest first, with some of their values. */
  known: readonly { name: string; values: readonly string[] }[];
  owner: boolean;
}) {
  const t = useText();
  const { form, pending, refusal, done, value, error } = useForm(splitAction);
  const chosen = value('attribute', attribute ?? '');
  const listed = known.some(({ name }) => name === attribute) || attribute === null;
  return (
    <form {...form}>
      <fieldset disabled={!owner} className="flex max-w-xl flex-col gap-4">
        <legend className="sr-only">{t('Segments')}</legend>
        <SelectField
          label={t('Split customers by')}
          name="attribute"
          key={chosen}
          defaultValue={chosen}
          error={error('attribute')}
          hint={
            known.length === 0
              ? t('No contact has attributes yet. Add them when you bring in contacts.')
              : t('Answers that are there already are counted anew; that takes a moment.')
          }
        >
          <option value="">{t('Nothing')}</option>
          {listed ? null : <option value={attribute}>{attribute}</option>}
          {known.map(({ name, values }) => (
            <option key={name} value={name}>
              {values.length > 0 ? `${name} (${values.slice(0, 4).join(', ')})` : name}
            </option>
          ))}
        </SelectField>
        <FormEnd refusal={refusal} done={done} pending={pending} owner={owner} />
      </fieldset>
    </form>
  );
}
