'use client';

import { Ellipsis } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Menu, MenuItem } from '@/components/ui/menu';
import { useText } from '@/components/ui/text';
import { useToast } from '@/components/ui/toast';
import { FormDialog, type FormField, type Reply } from './form-dialog';

/** A button that asks for something new. */
export function AddButton({
  text,
  title,
  fields,
  values,
  done,
  onSave,
  primary = false,
}: {
  text: string;
  title: string;
  fields: readonly FormField[];
  values: Readonly<Record<string, string>>;
  /** What is said once it is saved. */
  done: string;
  onSave: (values: Record<string, string>) => Promise<Reply>;
  primary?: boolean;
}) {
  const t = useText();
  const say = useToast();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        variant={primary ? 'primary' : 'secondary'}
        size={primary ? 'medium' : 'small'}
        onClick={() => setOpen(true)}
      >
        {text}
      </Button>
      <FormDialog
        {...{ open, title, fields, values }}
        onClose={() => setOpen(false)}
        saveText={t('Save')}
        onSave={async (given) => {
          const reply = await onSave(given);
          if (reply.ok) say(done);
          return reply;
        }}
      />
    </>
  );
}

/** Something that was written down, with its menu to change or remove it for who may. */
export function HistoryItem({
  children,
  name,
  edit,
  remove,
}: {
  children: ReactNode;
  /** What it is called in the menu's label. */
  name: string;
  edit: {
    title: string;
    fields: readonly FormField[];
    values: Readonly<Record<string, string>>;
    onSave: (values: Record<string, string>) => Promise<Reply>;
  } | null;
  /** Removes it and gives what puts it back; null where it did not work. */
  remove: (() => Promise<(() => Promise<unknown>) | null>) | null;
}) {
  const t = useText();
  const say = useToast();
  const trigger = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);

  async function take() {
    const undo = await remove?.().catch(() => null);
    if (!undo) say(t('That could not be removed. Reload the page and try again.'));
    else say(t('Removed “{name}”', { name }), { label: t('Undo'), run: () => void undo() });
  }

  return (
    <li className="flex items-start justify-between gap-3">
      <div className="min-w-0 grow">{children}</div>
      {edit ? (
        <>
          <Menu
            label={t('Actions for {name}', { name })}
            trigger={
              <Button
                ref={trigger}
                icon
                size="small"
                variant="quiet"
                aria-label={t('Actions for {name}', { name })}
              >
                <Ellipsis aria-hidden="true" className="size-4 text-soft" />
              </Button>
            }
          >
            <MenuItem onSelect={() => setOpen(true)}>{t('Edit')}</MenuItem>
            {remove ? (
              <MenuItem danger onSelect={() => void take()}>
                {t('Remove')}
              </MenuItem>
            ) : null}
          </Menu>
          <FormDialog
            open={open}
            onClose={() => {
              setOpen(false);
              requestAnimationFrame(() => trigger.current?.focus());
            }}
            title={edit.title}
            fields={edit.fields}
            values={edit.values}
            saveText={t('Save')}
            onSave={edit.onSave}
          />
        </>
      ) : null}
    </li>
  );
}
