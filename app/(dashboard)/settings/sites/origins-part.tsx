'use client';

import { type ReactNode, useState } from 'react';
import { useForm } from '@/app/use-form';
import { Button } from '@/components/ui/button';
import { Chip } from '@/components/ui/chip';
import { TextField } from '@/components/ui/field';
import { Notice, Refusal } from '@/components/ui/notice';
import { rich } from '@/components/ui/rich';
import { useText } from '@/components/ui/text';
import { useToast } from '@/components/ui/toast';
import { addOriginAction, allowOriginAction, removeOriginAction } from './actions';

/** The origins whose pages may send answers, to add to and to take from. */
export function OriginsPart({ origins, owner }: { origins: readonly string[]; owner: boolean }) {
  const t = useText();
  const toast = useToast();
  const [refusal, setRefusal] = useState<string | null>(null);

  async function remove(origin: string) {
    const result = await removeOriginAction(origin).catch(() => null);
    setRefusal(
      result === null
        ? t('The server could not be reached. Nothing was changed; try again.')
        : refusalOf(result),
    );
    if (result?.ok)
      toast(t('{origin} may not answer any more.', { origin }), {
        label: t('Undo'),
        run: () => void allowOriginAction(origin),
      });
  }

  return (
    <div className="flex max-w-xl flex-col gap-4">
      {origins.length === 0 ? (
        <Notice>
          {t('Every page may answer now. With the first origin that you add, only the listed ones may.')}
        </Notice>
      ) : (
        <ul
          aria-label={t('Origins that may answer')}
          className="divide-y divide-line rounded-lg border border-line"
        >
          {origins.map((origin) => (
            <li key={origin} className="flex flex-wrap items-center justify-between gap-2 px-3 py-1.5">
              <span className="flex min-w-0 flex-wrap items-center gap-2">
                <code className="break-all">{origin}</code>
                {origin.includes('*.') ? <Chip tone="quiet">{t('all subdomains')}</Chip> : null}
              </span>
              {owner ? (
                <Button
                  size="small"
                  variant="quiet"
                  onClick={() => remove(origin)}
                  aria-label={t('Remove {origin}', { origin })}
                >
                  {t('Remove')}
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      <Refusal>{refusal}</Refusal>
      {owner ? <AddOrigin /> : null}
      <ul className="flex list-disc flex-col gap-1 pl-5 text-sm text-soft">
        <li>
          {rich(
            t,
            'An origin is how an address begins, up to the first slash after the name: <c>https://www.example.com</c>. A port belongs to it.',
            { c: code },
          )}
        </li>
        <li>
          {rich(
            t,
            '<c>https://*.example.com</c> stands for all subdomains, at any depth, and not for <c>https://example.com</c> itself: add that beside it.',
            { c: code },
          )}
        </li>
        <li>
          {t(
            'Pages of Milepost itself, such as links and mails, may always answer, and so may your own servers.',
          )}
        </li>
      </ul>
    </div>
  );
}

const code = (inside: ReactNode) => <code>{inside}</code>;

const refusalOf = (result: Awaited<ReturnType<typeof removeOriginAction>>): string | null =>
  result.ok ? null : result.problem.title;

function AddOrigin() {
  const t = useText();
  const { form, pending, refusal, done, error, value } = useForm(addOriginAction);
  return (
    <form {...form} noValidate className="flex flex-wrap items-start gap-3">
      <div className="min-w-48 flex-1">
        <TextField
          label={t('Origin to add')}
          name="origin"
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
          placeholder="https://www.example.com"
          key={done ?? 'none yet'}
          defaultValue={done ? '' : value('origin')}
          error={error('origin') ?? refusal}
        />
      </div>
      <Button type="submit" disabled={pending} className="mt-[1.625rem] min-h-10">
        {t('Add')}
      </Button>
    </form>
  );
}
