'use client';

import { useForm } from '@/app/use-form';
import { Button } from '@/components/ui/button';
import { Td } from '@/components/ui/table';
import { useText } from '@/components/ui/text';
import { RenameForm } from '../rename-form';
import { renameChannelAction, toggleChannelAction } from './actions';

/** One channel that the workspace added. */
export function ChannelRow({
  channel: { key, label, retired },
  uses,
  mayEdit,
}: {
  channel: { key: string; label: string; retired: boolean };
  uses: number;
  mayEdit: boolean;
}) {
  const t = useText();
  const { form, pending, refusal } = useForm(toggleChannelAction);
  return (
    <tr>
      <Td>
        {mayEdit ? (
          <RenameForm
            action={renameChannelAction}
            known={{ key }}
            field="label"
            name={label}
            label={t('Name of the channel')}
            maxLength={40}
          />
        ) : (
          <span className="font-medium break-words">{label}</span>
        )}
        {retired ? <span className="text-xs text-soft">{t('Retired: can no longer be chosen')}</span> : null}
      </Td>
      <Td className="tabular whitespace-nowrap">{uses}</Td>
      {mayEdit ? (
        <Td className="text-right">
          <form {...form}>
            <input type="hidden" name="key" value={key} />
            <input type="hidden" name="retired" value={retired ? 'yes' : 'no'} />
            <Button
              type="submit"
              size="small"
              disabled={pending}
              aria-label={
                retired ? t('Restore {name}', { name: label }) : t('Retire {name}', { name: label })
              }
            >
              {retired ? t('Restore') : t('Retire')}
            </Button>
            {refusal ? (
              <p role="alert" className="text-xs text-bad">
                {refusal}
              </p>
            ) : null}
          </form>
        </Td>
      ) : null}
    </tr>
  );
}
