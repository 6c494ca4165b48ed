'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { Button, buttonClass } from '@/components/ui/button';
import { SelectField } from '@/components/ui/field';
import { useText } from '@/components/ui/text';
import { useToast } from '@/components/ui/toast';
import { link, unlink } from './actions';

type Answer = { placementId: string; responseId: string };

/** Takes a customer's answer as evidence of an improvement, or chooses among the answers of a theme there. */
export function UseInImprovement({
  improvements,
  from,
  newHref = null,
}: {
  improvements: readonly { id: string; title: string }[];
  from: { answer: Answer } | { themeId: string };
  /** Where a new one begins from it. */
  newHref?: string | null;
}) {
  const t = useText();
  const toast = useToast();
  const router = useRouter();
  const [chosen, setChosen] = useState('');
  const [pending, startTransition] = useTransition();

  function use() {
    if ('themeId' in from) return router.push(`/improvements/${chosen}?theme=${from.themeId}`);
    const links = { id: chosen, answers: [from.answer] };
    startTransition(async () => {
      const reply = await link(links);
      if (!reply.ok) return toast(reply.problem.title);
      setChosen('');
      toast(t('It is evidence of the improvement now.'), {
        label: t('Undo'),
        run: () => void unlink(links),
      });
    });
  }

  return (
    <div className="no-print flex flex-col gap-2">
      {improvements.length > 0 ? (
        <>
          <SelectField
            label={t('Improvement')}
            value={chosen}
            onChange={(event) => setChosen(event.target.value)}
          >
            <option value="">{t('Choose…')}</option>
            {improvements.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </SelectField>
          <div>
            <Button disabled={pending || chosen === ''} onClick={use}>
              {'themeId' in from ? t('Choose among its answers') : t('Use as evidence')}
            </Button>
          </div>
        </>
      ) : newHref === null ? (
        <p className="text-sm text-soft">{t('There is no open improvement yet.')}</p>
      ) : null}
      {newHref === null ? null : (
        <div>
          <Link href={newHref} className={buttonClass({ variant: 'quiet' })}>
            {t('New improvement from it')}
          </Link>
        </div>
      )}
    </div>
  );
}
