'use client';

import { X } from 'lucide-react';
import { useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { SelectField } from '@/components/ui/field';
import { useText } from '@/components/ui/text';
import { useToast } from '@/components/ui/toast';
import { link, unlink } from '../actions';

type Links = Omit<Parameters<typeof link>[0], 'id'>;

/** Takes one link away, with a way back. */
export function Unlink({ id, links, name }: { id: string; links: Links; name: string }) {
  const t = useText();
  const toast = useToast();
  const [pending, startTransition] = useTransition();
  return (
    <Button
      icon
      size="small"
      variant="quiet"
      disabled={pending}
      aria-label={t('Take “{name}” off', { name })}
      title={t('Take “{name}” off', { name })}
      onClick={() =>
        startTransition(async () => {
          const reply = await unlink({ id, ...links });
          if (!reply.ok) return toast(reply.problem.title);
          toast(t('Taken off.'), {
            label: t('Undo'),
            run: () => void link({ id, ...links }),
          });
        })
      }
    >
      <X aria-hidden="true" className="size-4" />
    </Button>
  );
}

/** Chooses one thing more to link. */
export function AddLink({
  id,
  label,
  what,
  options,
}: {
  id: string;
  label: string;
  what: 'statementIds' | 'lineageIds';
  options: readonly { id: string; text: string }[];
}) {
  const t = useText();
  const toast = useToast();
  const [chosen, setChosen] = useState('');
  const [pending, startTransition] = useTransition();
  if (options.length === 0) return null;
  return (
    <div className="no-print mt-3 flex flex-wrap items-end gap-2">
      <div className="min-w-0 flex-1 basis-56">
        <SelectField label={label} value={chosen} onChange={(event) => setChosen(event.target.value)}>
          <option value="">{t('Choose…')}</option>
          {options.map((one) => (
            <option key={one.id} value={one.id}>
              {one.text}
            </option>
          ))}
        </SelectField>
      </div>
      <Button
        size="large"
        disabled={pending || chosen === ''}
        onClick={() =>
          startTransition(async () => {
            const reply = await link({ id, [what]: [chosen] });
            if (!reply.ok) return toast(reply.problem.title);
            setChosen('');
            toast(t('Linked.'));
          })
        }
      >
        {t('Link##action')}
      </Button>
    </div>
  );
}
