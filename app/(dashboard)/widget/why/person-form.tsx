import type { ReactNode } from 'react';
import { comesByItself } from '@/components/survey/widget-rules';
import { CheckField, SelectField, TextField } from '@/components/ui/field';
import type { SiteSettings, WidgetRules } from '@/lib/survey/model/widget-rules';
import type { Translate } from '@/lib/translate';
import type { PersonFields } from './person';

/** What may be known of a person and a page: only what decides about this survey. */
export function PersonForm({
  t,
  fields,
  rules,
  site,
}: {
  t: Translate;
  fields: PersonFields;
  rules: WidgetRules;
  site: SiteSettings;
}) {
  const itself = comesByItself(rules.mode);
  return (
    <>
      <Part title={t('The page')}>
        <TextField
          label={t('Address')}
          name="page"
          defaultValue={fields.page}
          spellCheck={false}
          autoComplete="off"
          placeholder="https://www.example.com/checkout?step=2"
          hint={t('A whole address, or its path and query.')}
        />
        <TextField
          label={t('Language of the page or browser')}
          name="language"
          defaultValue={fields.language}
          spellCheck={false}
          autoComplete="off"
          placeholder="de-AT"
        />
      </Part>
      <Part title={t('What happened before')}>
        <p className="text-sm text-soft">{t('In days ago; leave a field empty where it never happened.')}</p>
        <Days t={t} label={t('This survey was last shown')} name="shown" value={fields.shown} />
        <Days t={t} label={t('This survey was last closed')} name="closed" value={fields.closed} />
        <Days t={t} label={t('This survey was last answered')} name="answered" value={fields.answered} />
        {itself ? (
          <>
            <Days
              t={t}
              label={t('Another about the same touchpoint was shown')}
              name="same"
              value={fields.same}
            />
            <Days
              t={t}
              label={t('A survey about something else was shown')}
              name="other"
              value={fields.other}
            />
          </>
        ) : null}
        {itself && rules.sampleRatio < 1 ? (
          <SelectField label={t('Drawn among the people to ask')} name="draw" defaultValue={fields.draw}>
            <option value="open">{t('Not drawn yet')}</option>
            <option value="in">{t('Yes')}</option>
            <option value="out">{t('No')}</option>
          </SelectField>
        ) : null}
      </Part>
      {itself ? (
        <>
          <Part title={t('On this page')}>
            <TriggerFields t={t} fields={fields} rules={rules} />
            <CheckField label={t('Another survey is open')} name="busy" defaultChecked={fields.busy} />
          </Part>
          <Part title={t('Privacy')}>
            <SelectField
              label={t('What the site has reported about consent')}
              name="consent"
              defaultValue={fields.consent}
            >
              <option value="none">{t('Nothing')}</option>
              <option value="granted">{t('Granted')}</option>
              <option value="pending">{t('Pending')}</option>
              <option value="denied">{t('Denied')}</option>
            </SelectField>
            <CheckField
              label={t('The browser says “do not track”')}
              name="dnt"
              defaultChecked={fields.dnt}
              {...(site.respectDnt ? {} : { hint: t('Your sites are set not to look at it.') })}
            />
          </Part>
        </>
      ) : null}
    </>
  );
}

function TriggerFields({
  t,
  fields,
  rules: { trigger, delaySeconds },
}: {
  t: Translate;
  fields: PersonFields;
  rules: WidgetRules;
}) {
  return (
    <>
      {trigger.kind === 'dwell' ? (
        <Amount label={t('Seconds in view')} name="reached" value={fields.reached} />
      ) : null}
      {trigger.kind === 'scroll' ? (
        <Amount label={t('Percent of the page scrolled through')} name="reached" value={fields.reached} />
      ) : null}
      {trigger.kind === 'event' ? (
        <TextField
          label={t('Events that the site has reported')}
          name="events"
          defaultValue={fields.events}
          spellCheck={false}
          autoComplete="off"
          hint={t('Separated by commas.')}
        />
      ) : null}
      {trigger.kind === 'exit' ? (
        <CheckField
          label={t('The person was about to leave')}
          name="happened"
          defaultChecked={fields.happened}
        />
      ) : null}
      {trigger.kind === 'click' ? (
        <CheckField
          label={t('Something that matches {selector} was clicked', { selector: trigger.selector })}
          name="happened"
          defaultChecked={fields.happened}
        />
      ) : null}
      {trigger.kind === 'seen' ? (
        <CheckField
          label={t('Something that matches {selector} came into view', { selector: trigger.selector })}
          name="happened"
          defaultChecked={fields.happened}
        />
      ) : null}
      {delaySeconds > 0 ? (
        <Amount
          label={trigger.kind === 'load' ? t('Seconds on the page') : t('Seconds since then')}
          name="waited"
          value={fields.waited}
        />
      ) : null}
    </>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="flex min-w-0 flex-col gap-3 rounded-xl border border-line bg-panel p-4">
      <legend className="float-left w-full text-sm font-semibold">{title}</legend>
      {children}
    </fieldset>
  );
}

const Days = ({ t, label, name, value }: { t: Translate; label: string; name: string; value: string }) => (
  <TextField label={label} name={name} defaultValue={value} inputMode="decimal" placeholder={t('never')} />
);

const Amount = ({ label, name, value }: { label: string; name: string; value: string }) => (
  <TextField label={label} name={name} defaultValue={value} inputMode="numeric" />
);
