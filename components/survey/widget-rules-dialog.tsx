'use client';

import { type ReactNode, useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog, DialogEnd } from '@/components/ui/dialog';
import { CheckField, SelectField, TextArea, TextField } from '@/components/ui/field';
import { Refusal } from '@/components/ui/notice';
import { useText } from '@/components/ui/text';
import type { SiteSettings, TriggerKind, WidgetMode, WidgetRules } from '@/lib/survey/model/widget-rules';
import { msg, type Translate } from '@/lib/translate';
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
  const t = useText();
  const formId = useId();
  const [busy, setBusy] = useState(false);
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t('When the widget shows itself')}
      footer={
        <DialogEnd close={onClose}>
          <Button type="submit" form={formId} variant="primary" disabled={busy} aria-busy={busy}>
            {busy ? t('Saving…') : saveText}
          </Button>
        </DialogEnd>
      }
    >
      <RulesForm
        id={formId}
        rules={rules}
        site={site}
        matches={matches}
        save={async (read) => {
          setBusy(true);
          const why = await onSave(read).catch(() =>
            t('The server could not be reached. Nothing was saved; try again.'),
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
  const t = useText();
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
        label={t('How')}
        value={mode}
        error={faults.mode && t(faults.mode)}
        onChange={(event) => set({ mode: event.target.value as WidgetMode })}
      >
        <option value="popover">{t('Popover in the corner')}</option>
        <option value="modal">{t('Dialog in the middle')}</option>
        <option value="tab">{t('Tab at the side')}</option>
        <option value="inline">{t('Inline, where its element stands')}</option>
      </SelectField>
      {mode === 'modal' ? (
        <p className="text-sm text-soft">
          {t('A dialog interrupts what somebody is doing. A popover gets answers without that.')}
        </p>
      ) : null}
      {hasPages(mode) ? <Pages fields={fields} faults={faults} set={set} matches={matches} /> : null}
      {comesByItself(mode) ? <When fields={fields} faults={faults} set={set} /> : null}
      <Group legend={t('How often')}>
        <TextField
          label={t('Ask again after an answer, in days')}
          inputMode="numeric"
          value={fields.windowDays}
          error={faults.windowDays && t(faults.windowDays)}
          hint={t('A person is a browser on your site; 0 asks at every visit.')}
          onChange={(event) => set({ windowDays: event.target.value })}
        />
        <TextField
          label={t('Ask again after it was closed or ignored, in days')}
          inputMode="numeric"
          value={fields.dismissedDays}
          error={faults.dismissedDays && t(faults.dismissedDays)}
          onChange={(event) => set({ dismissedDays: event.target.value })}
        />
        {comesByItself(mode) ? (
          <TextField
            label={t('Share of people to ask, in percent')}
            inputMode="decimal"
            value={fields.samplePercent}
            error={faults.samplePercent && t(faults.samplePercent)}
            hint={t('Drawn once per person, so nobody is drawn again at each visit.')}
            onChange={(event) => set({ samplePercent: event.target.value })}
          />
        ) : null}
      </Group>
      <CheckField
        label={t('Keep answers from the site around it')}
        hint={t(
          'Shows the question in a frame of our own address, for sensitive text. It weighs more than the plain one.',
        )}
        checked={fields.framed}
        onChange={(event) => set({ framed: event.target.checked })}
      />
      <div className="rounded-lg bg-sunk px-3 py-2.5 text-sm">
        <h3 className="mb-1 font-medium">{t('In short')}</h3>
        <p className="break-words">
          {'rules' in read
            ? describeRules(t, read.rules, site)
            : t('Correct the fields above to read the rule here.')}
        </p>
      </div>
      <Refusal>{refusal}</Refusal>
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
  const t = useText();
  const [tried, setTried] = useState('');
  return (
    <Group legend={t('Where')}>
      <TextArea
        label={t('Only on these pages')}
        value={fields.urls}
        error={faults.urls && t(faults.urls)}
        hint={t(
          'One per line, matched with path and query: /checkout matches anywhere in it, /help/* the whole. Empty: every page.',
        )}
        spellCheck={false}
        className="font-mono text-xs"
        onChange={(event) => set({ urls: event.target.value })}
      />
      <TextArea
        label={t('Never on these pages')}
        value={fields.notUrls}
        error={faults.notUrls && t(faults.notUrls)}
        hint={t('They win over the pages above.')}
        spellCheck={false}
        className="font-mono text-xs"
        onChange={(event) => set({ notUrls: event.target.value })}
      />
      <TextField
        label={t('Try an address')}
        value={tried}
        spellCheck={false}
        autoComplete="off"
        placeholder="https://www.example.com/checkout?step=2"
        onChange={(event) => setTried(event.target.value)}
      />
      <p role="status" className={tried.trim() === '' ? 'sr-only' : '-mt-1 text-sm'}>
        {tried.trim() === '' ? '' : verdict(t, fields, pageOf(tried), matches)}
      </p>
    </Group>
  );
}

/** Whether the page is asked on, and which pattern decides it. */
function verdict(t: Translate, fields: RuleFields, page: string, matches: MatchesPage): string {
  const never = linesOf(fields.notUrls).find((one) => matches([one], page));
  if (never !== undefined)
    return t('It does not show on {page}, because of {pattern}.', { page, pattern: never });
  const only = linesOf(fields.urls);
  const fits = only.find((one) => matches([one], page));
  if (fits !== undefined) return t('It shows on {page}, because of {pattern}.', { page, pattern: fits });
  return only.length === 0
    ? t('It shows on {page}, as on every page.', { page })
    : t('It does not show on {page}: no pattern matches it.', { page });
}

const TRIGGERS: Record<TriggerKind, string> = {
  load: msg('When the page is open'),
  dwell: msg('After some time in view'),
  scroll: msg('After scrolling down'),
  exit: msg('When somebody is about to leave'),
  event: msg('At an event of your site'),
  click: msg('At a click on something'),
  seen: msg('When something comes into view'),
};

function When({ fields, faults, set }: Part) {
  const t = useText();
  const { trigger } = fields;
  return (
    <Group legend={t('When')}>
      <SelectField
        label={t('What it waits for')}
        value={trigger}
        error={faults.trigger && t(faults.trigger)}
        onChange={(event) => set({ trigger: event.target.value as TriggerKind })}
      >
        {Object.entries(TRIGGERS).map(([kind, name]) => (
          <option key={kind} value={kind}>
            {t(name)}{' '}
          </option>
        ))}
      </SelectField>
      {trigger === 'event' ? (
        <TextField
          label={t('Name of the event')}
          value={fields.event}
          error={faults.event && t(faults.event)}
          spellCheck={false}
          autoComplete="off"
          placeholder="order.delivered"
          hint={t("Your site reports it with milepost('track', 'order.delivered').")}
          onChange={(event) => set({ event: event.target.value })}
        />
      ) : null}
      {trigger === 'dwell' ? (
        <TextField
          label={t('Seconds in view')}
          inputMode="numeric"
          value={fields.seconds}
          error={faults.seconds && t(faults.seconds)}
          hint={t('Time in a tab behind others does not count.')}
          onChange={(event) => set({ seconds: event.target.value })}
        />
      ) : null}
      {trigger === 'scroll' ? (
        <TextField
          label={t('Percent of the page')}
          inputMode="numeric"
          value={fields.percent}
          error={faults.percent && t(faults.percent)}
          onChange={(event) => set({ percent: event.target.value })}
        />
      ) : null}
      {trigger === 'exit' ? (
        <p className="text-sm text-soft">
          {t(
            'With a mouse: when it leaves the page at the top. By touch, where there is no mouse: at a quick scroll back up.',
          )}
        </p>
      ) : null}
      {trigger === 'click' || trigger === 'seen' ? (
        <TextField
          label={t('CSS selector of the element')}
          value={fields.selector}
          error={faults.selector && t(faults.selector)}
          spellCheck={false}
          autoComplete="off"
          placeholder="#order-done"
          onChange={(event) => set({ selector: event.target.value })}
        />
      ) : null}
      <TextField
        label={t('And then how many seconds more')}
        inputMode="numeric"
        value={fields.delaySeconds}
        error={faults.delaySeconds && t(faults.delaySeconds)}
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
    return { selector: msg('No browser can read this. Give a CSS selector like #thanks or .order-done.') };
  }
}
