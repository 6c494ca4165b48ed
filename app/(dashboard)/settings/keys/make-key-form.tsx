'use client';

import { useForm } from '@/app/use-form';
import { Button } from '@/components/ui/button';
import { CheckField, TextField } from '@/components/ui/field';
import { Notice, Refusal } from '@/components/ui/notice';
import { rich } from '@/components/ui/rich';
import { useText } from '@/components/ui/text';
import { makeKeyAction } from '../actions';

/** Makes a key and shows it this once, with how to use it. `example`: an address that a program may ask. */
export function MakeKeyForm({ example }: { example: string }) {
  const t = useText();
  const { form, pending, refusal, done, error, value } = useForm(makeKeyAction);
  return (
    <form {...form} className="flex flex-col gap-4">
      <Refusal>{refusal}</Refusal>
      {done ? (
        <Notice tone="good" live>
          <p>{t('Copy the key now. It is not stored and cannot be shown again.')}</p>
          <code className="mt-1 block font-semibold break-all text-ink select-all">{done.key}</code>
          <p className="mt-2 text-ink">
            {rich(t, 'Programs send it with each request as <code>{header}</code>, for example to:', {
              header: 'Authorization: Bearer mp_…',
              code: (inside) => <code className="break-all">{inside}</code>,
            })}
          </p>
          <code className="mt-1 block break-all text-ink select-all">{example}</code>
        </Notice>
      ) : null}
      <div className="flex flex-wrap items-start gap-3">
        <div className="min-w-48 flex-1">
          <TextField
            label={t('Name')}
            name="name"
            required
            maxLength={80}
            autoComplete="off"
            placeholder={t('Weekly report')}
            key={done?.id ?? 'none yet'}
            defaultValue={done ? '' : value('name')}
            error={error('name')}
          />
        </div>
        <Button
          type="submit"
          variant="primary"
          disabled={pending}
          className="mt-[1.625rem] min-h-10 max-[26rem]:mt-0"
        >
          {t('Make a key')}
        </Button>
      </div>
      <CheckField
        label={t('May also bring in outcomes')}
        hint={t('Without this, a key only reads.')}
        name="writes"
        key={done?.id ?? 'no key yet'}
      />
    </form>
  );
}
