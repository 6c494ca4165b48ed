'use client';

import { type ReactNode, useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { CheckField, SelectField, TextArea, TextField } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import type { SiteSettings, TriggerKind, WidgetMode, WidgetRules } from '@/lib/survey/model/widget-rules';
import {
  comesByItself,
  describeRules,
  fieldsOf,
  hasPages,
  linesOf,
  pageOf,
  type RuleFaults,
  type RuleFields,
  rulesOf,
} from './widget-rules';

/** Whether one of the patterns fits a page, given as path and query; the widget's own test. */
export type MatchesPage = (patterns: readonly string[], page: string) => boolean;

/** Asks how and when a widget shows itself. `onSave` resolves to null when that is stored, else to the reason why not. */
export function WidgetRulesDialog({
  open,
  onClose,
  rules,
  site,
  saveText,
  matches,
  onSave,
}: {
  open: boolean;
  onClose: () => void;
  rules: WidgetRules;
  site: SiteSettings;
  saveText: string;
  matches: MatchesPage;
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
        site={site}
        matches={matches}
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

type SetFields = (part: Partial<RuleFields>) => void;

function RulesForm({
  id,
  rules,
  site,
  matches,
  save,
}: {
  id: string;
  rules: WidgetRules;
  site: SiteSettings;
  matches: MatchesPage;
  save: (rules: WidgetRules) => Promise<string | null>;
}) {
  const [fields, setFields] = useState(fieldsOf(rules));
  const [faults, setFaults] = useState<RuleFaults>({});
  const [refusal, setRefusal] = useState<string | null>(null);
  const { mode } = fields;

  const set: SetFields = (part) => {
    setFields({ ...fields, ...part });
    setFaults({});
  };

  async function submit() {
    const read = rulesOf(fields);
    const bad = 'faults' in read ? read.faults : selectorFault(read.rules);
    setFaults(bad);
    if ('rules' in read && Object.keys(bad).length === 0) setRefusal(await save(read.rules));
  }

  const read = rulesOf(fields);
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
        value={mode}
        error={faults.mode}
        onChange={(event) => set({ mode: event.target.value as WidgetMode })}
      >
        <option value="popover">Popover in the corner</option>
        <option value="modal">Dialog in the middle</option>
        <option value="tab">Tab at the side</option>
        <option value="inline">Inline, where its element stands</option>
      </SelectField>
      {mode === 'modal' ? (
        <p className="text-sm text-soft">
          A dialog interrupts what somebody is doing. A popover gets answers without that.
        </p>
      ) : null}
      {hasPages(mode) ? <Pages fields={fields} faults={faults} set={set} matches={matches} /> : null}
      {comesByItself(mode) ? <When fields={fields} faults={faults} set={set} /> : null}
      <Group legend="How often">
        <TextField
          label="Ask again after an answer, in days"
          inputMode="numeric"
          value={fields.windowDays}
          error={faults.windowDays}
          hint="A person is a browser on your site; 0 asks at every visit."
          onChange={(event) => set({ windowDays: event.target.value })}
        />
        <TextField
          label="Ask again after it was closed or ignored, in days"
          inputMode="numeric"
          value={fields.dismissedDays}
          error={faults.dismissedDays}
          onChange={(event) => set({ dismissedDays: event.target.value })}
        />
        {comesByItself(mode) ? (
          <TextField
            label="Share of people to ask, in percent"
            inputMode="decimal"
            value={fields.samplePercent}
            error={faults.samplePercent}
            hint="Drawn once per person, so nobody is drawn again at each visit."
            onChange={(event) => set({ samplePercent: event.target.value })}
          />
        ) : null}
      </Group>
      <CheckField
        label="Keep answers from the site around it"
        hint="Shows the question in a frame of our own address, for sensitive text. It weighs more than the plain one."
        checked={fields.framed}
        onChange={(event) => set({ framed: event.target.checked })}
      />
      <div className="rounded-lg bg-sunk px-3 py-2.5 text-sm">
        <h3 className="mb-1 font-medium">In short</h3>
        <p className="break-words">
          {'rules' in read
            ? describeRules(read.rules, site)
            : 'Correct the fields above to read the rule here.'}
        </p>
      </div>
      {refusal ? (
        <Notice tone="bad" live>
          {refusal}
        </Notice>
      ) : null}
    </form>
  );
}

function Group({ legend, children }: { legend: string; children: ReactNode }) {
  return (
    <fieldset className="flex min-w-0 flex-col gap-3 border-t border-line pt-3">
      <legend className="float-left w-full text-sm font-semibold">{legend}</legend>
      {children}
    </fieldset>
  );
}

type Part = { fields: RuleFields; faults: RuleFaults; set: SetFields };

function Pages({ fields, faults, set, matches }: Part & { matches: MatchesPage }) {
  const [tried, setTried] = useState('');
  return (
    <Group legend="Where">
      <TextArea
        label="Only on these pages"
        value={fields.urls}
        error={faults.urls}
        hint="One per line, matched with path and query: /checkout matches anywhere in it, /help/* the whole. Empty: every page."
        spellCheck={false}
        className="font-mono text-xs"
        onChange={(event) => set({ urls: event.target.value })}
      />
      <TextArea
        label="Never on these pages"
        value={fields.notUrls}
        error={faults.notUrls}
        hint="They win over the pages above."
        spellCheck={false}
        className="font-mono text-xs"
        onChange={(event) => set({ notUrls: event.target.value })}
      />
      <TextField
        label="Try an address"
        value={tried}
        spellCheck={false}
        autoComplete="off"
        placeholder="https://www.example.com/checkout?step=2"
        onChange={(event) => setTried(event.target.value)}
      />
      <p role="status" className={tried.trim() === '' ? 'sr-only' : '-mt-1 text-sm'}>
        {tried.trim() === '' ? '' : verdict(fields, pageOf(tried), matches)}
      </p>
    </Group>
  );
}

/** Whether the page is asked on, and which pattern decides it. */
function verdict(fields: RuleFields, page: string, matches: MatchesPage): string {
  const never = linesOf(fields.notUrls).find((one) => matches([one], page));
  if (never !== undefined) return `It does not show on ${page}, because of ${never}.`;
  const only = linesOf(fields.urls);
  const fits = only.find((one) => matches([one], page));
  if (fits !== undefined) return `It shows on ${page}, because of ${fits}.`;
  return only.length === 0
    ? `It shows on ${page}, as on every page.`
    : `It does not show on ${page}: no pattern matches it.`;
}

const TRIGGERS: Record<TriggerKind, string> = {
  load: 'When the page is open',
  dwell: 'After some time in view',
  scroll: 'After scrolling down',
  exit: 'When somebody is about to leave',
  event: 'At an event of your site',
  click: 'At a click on something',
  seen: 'When something comes into view',
};

function When({ fields, faults, set }: Part) {
  const { trigger } = fields;
  return (
    <Group legend="When">
      <SelectField
        label="What it waits for"
        value={trigger}
        error={faults.trigger}
        onChange={(event) => set({ trigger: event.target.value as TriggerKind })}
      >
        {Object.entries(TRIGGERS).map(([kind, name]) => (
          <option key={kind} value={kind}>
            {name}
          </option>
        ))}
      </SelectField>
      {trigger === 'event' ? (
        <TextField
          label="Name of the event"
          value={fields.event}
          error={faults.event}
          spellCheck={false}
          autoComplete="off"
          placeholder="order.delivered"
          hint="Your site reports it with milepost('track', 'order.delivered')."
          onChange={(event) => set({ event: event.target.value })}
        />
      ) : null}
      {trigger === 'dwell' ? (
        <TextField
          label="Seconds in view"
          inputMode="numeric"
          value={fields.seconds}
          error={faults.seconds}
          hint="Time in a tab behind others does not count."
          onChange={(event) => set({ seconds: event.target.value })}
        />
      ) : null}
      {trigger === 'scroll' ? (
        <TextField
          label="Percent of the page"
          inputMode="numeric"
          value={fields.percent}
          error={faults.percent}
          onChange={(event) => set({ percent: event.target.value })}
        />
      ) : null}
      {trigger === 'exit' ? (
        <p className="text-sm text-soft">
          With a mouse: when it leaves the page at the top. By touch, where there is no mouse: at a quick
          scroll back up.
        </p>
      ) : null}
      {trigger === 'click' || trigger === 'seen' ? (
        <TextField
          label="CSS selector of the element"
          value={fields.selector}
          error={faults.selector}
          spellCheck={false}
          autoComplete="off"
          placeholder="#order-done"
          onChange={(event) => set({ selector: event.target.value })}
        />
      ) : null}
      <TextField
        label="And then how many seconds more"
        inputMode="numeric"
        value={fields.delaySeconds}
        error={faults.delaySeconds}
        onChange={(event) => set({ delaySeconds: event.target.value })}
      />
    </Group>
  );
}

/** A selector that browsers cannot read would never match: said here, because only a browser knows. */
function selectorFault({ trigger }: WidgetRules): RuleFaults {
  if (!('selector' in trigger)) return {};
  try {
    document.createDocumentFragment().querySelector(trigger.selector);
    return {};
  } catch {
    return { selector: 'No browser can read this. Give a CSS selector like #thanks or .order-done.' };
  }
}
