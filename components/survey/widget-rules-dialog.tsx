'use client';

import { useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { SelectField, TextArea, TextField } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import type { WidgetRules } from '@/lib/survey/model/widget-rules';
import { fieldsOf, type RuleFaults, rulesOf } from './widget-rules';

/** Asks how and when a widget shows itself. `onSave` resolves to null when that is stored, else to the reason why not. */
export function WidgetRulesDialog({
  open,
  onClose,
  rules,
  saveText,
  onSave,
}: {
  open: boolean;
  onClose: () => void;
  rules: WidgetRules;
  saveText: string;
  onSave: (rules: WidgetRules) => Promise<string | null>;
}) {
  const formId = useId();
  const [busy, setBusy] = useState(false);
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title="When the widget shows itself"
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary" disabled={busy} aria-busy={busy}>
            {busy ? 'Saving…' : saveText}
          </Button>
        </>
      }
    >
      <RulesForm
        id={formId}
        rules={rules}
        save={async (read) => {
          setBusy(true);
          const why = await onSave(read).catch(
            () => 'The server could not be reached. Nothing was saved; try again.',
          );
          setBusy(false);
          if (why === null) onClose();
          return why;
        }}
      />
    </Dialog>
  );
}

function RulesForm({
  id,
  rules,
  save,
}: {
  id: string;
  rules: WidgetRules;
  save: (rules: WidgetRules) => Promise<string | null>;
}) {
  const [fields, setFields] = useState(fieldsOf(rules));
  const [faults, setFaults] = useState<RuleFaults>({});
  const [refusal, setRefusal] = useState<string | null>(null);
  const popover = fields.mode === 'popover';

  function set(part: Partial<typeof fields>) {
    setFields({ ...fields, ...part });
    setFaults({});
  }

  async function submit() {
    const read = rulesOf(fields);
    if ('faults' in read) return setFaults(read.faults);
    setRefusal(await save(read.rules));
  }

  return (
    <form
      id={id}
      noValidate
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <SelectField
        label="How"
        value={fields.mode}
        error={faults.mode}
        onChange={(event) => set({ mode: event.target.value === 'inline' ? 'inline' : 'popover' })}
      >
        <option value="popover">Popover in the corner of the page</option>
        <option value="inline">Inline, where its element stands in the page</option>
      </SelectField>
      {popover ? (
        <>
          <TextArea
            label="On which pages"
            value={fields.urls}
            error={faults.urls}
            hint="One per line, matched with path and query: /checkout matches anywhere in it, /help/* the whole. Empty: every page."
            spellCheck={false}
            className="font-mono text-xs"
            onChange={(event) => set({ urls: event.target.value })}
          />
          <TextField
            label="After how many seconds"
            inputMode="numeric"
            value={fields.delaySeconds}
            error={faults.delaySeconds}
            onChange={(event) => set({ delaySeconds: event.target.value })}
          />
        </>
      ) : null}
      <TextField
        label="Ask the same person again after how many days"
        inputMode="numeric"
        value={fields.windowDays}
        error={faults.windowDays}
        hint="A person is a browser on your site; 0 asks at every visit."
        onChange={(event) => set({ windowDays: event.target.value })}
      />
      {refusal ? (
        <Notice tone="bad" live>
          {refusal}
        </Notice>
      ) : null}
    </form>
  );
}
