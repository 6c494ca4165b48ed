'use client';

import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog, DialogEnd } from '@/components/ui/dialog';
import { TextArea, TextField } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { useText } from '@/components/ui/text';

export type FormField = {
  name: string;
  label: string;
  kind: 'line' | 'lines' | 'day';
  hint?: string;
  maxLength?: number;
  /** What to propose while typing. */
  proposals?: readonly string[];
};

export type Reply =
  | { ok: true }
  | { ok: false; problem: { title: string; errors?: { path: string; message: string }[] } };

/** Asks for a few fields and sends them; a refusal is shown beside the field it is about, and nothing typed is lost. */
export function FormDialog({
  open,
  onClose,
  title,
  fields,
  values,
  saveText,
  onSave,
}: {
  open: boolean;
  onClose: () => void;
  title: string;
  fields: readonly FormField[];
  values: Readonly<Record<string, string>>;
  saveText: string;
  onSave: (values: Record<string, string>) => Promise<Reply>;
}) {
  const t = useText();
  const form = useRef<HTMLFormElement>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<{ title: string; errors: Record<string, string> } | null>(null);

  function close() {
    setProblem(null);
    onClose();
  }

  async function save(data: FormData) {
    setBusy(true);
    const given = Object.fromEntries(fields.map(({ name }) => [name, String(data.get(name) ?? '')]));
    const reply = await onSave(given).catch(
      (): Reply => ({
        ok: false,
        problem: { title: t('The server could not be reached. Nothing was saved; try again.') },
      }),
    );
    setBusy(false);
    if (reply.ok) {
      close();
      return;
    }
    const errors = Object.fromEntries(
      (reply.problem.errors ?? []).map(({ path, message }) => [path, message]),
    );
    setProblem({ title: reply.problem.title, errors });
    const first = fields.find(({ name }) => errors[name]);
    if (first) form.current?.querySelector<HTMLElement>(`[name=${first.name}]`)?.focus();
  }

  return (
    <Dialog
      open={open}
      onClose={close}
      title={title}
      footer={
        <DialogEnd close={close}>
          <Button variant="primary" disabled={busy} onClick={() => form.current?.requestSubmit()}>
            {saveText}
          </Button>
        </DialogEnd>
      }
    >
      <form
        ref={form}
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void save(new FormData(event.currentTarget));
        }}
      >
        {problem ? (
          <Notice tone="bad" live>
            {problem.title}
          </Notice>
        ) : null}
        {fields.map(({ name, label, kind, hint, maxLength, proposals }) => {
          const given = {
            name,
            label,
            hint,
            error: problem?.errors[name],
            defaultValue: values[name] ?? '',
            ...(maxLength === undefined ? {} : { maxLength }),
          };
          if (kind === 'lines') return <TextArea key={name} rows={3} {...given} />;
          const list = proposals && proposals.length > 0 ? `${name}-proposals` : undefined;
          return (
            <div key={name}>
              <TextField type={kind === 'day' ? 'date' : 'text'} autoComplete="off" list={list} {...given} />
              {list ? (
                <datalist id={list}>
                  {proposals?.map((one) => (
                    <option key={one} value={one} />
                  ))}
                </datalist>
              ) : null}
            </div>
          );
        })}
        <button type="submit" className="hidden" tabIndex={-1} aria-hidden="true" />
      </form>
    </Dialog>
  );
}
