import type { ReactNode } from 'react';
import { comesByItself } from '@/components/survey/widget-rules';
import { CheckField, SelectField, TextField } from '@/components/ui/field';
import type { SiteSettings, WidgetRules } from '@/lib/survey/model/widget-rules';
import type { PersonFields } from './person';

/** What may be known of a person and a page: only what decides about this survey. */
export function PersonForm({
  fields,
  rules,
  site,
}: {
  fields: PersonFields;
  rules: WidgetRules;
  site: SiteSettings;
}) {
  const itself = comesByItself(rules.mode);
  return (
    <>
      <Part title="The page">
        <TextField
          label="Address"
          name="page"
          defaultValue={fields.page}
          spellCheck={false}
          autoComplete="off"
          placeholder="https://www.example.com/checkout?step=2"
          hint="A whole address, or its path and query."
        />
        <TextField
          label="Language of the page or browser"
          name="language"
          defaultValue={fields.language}
          spellCheck={false}
          autoComplete="off"
          placeholder="de-AT"
        />
      </Part>
      <Part title="What happened before">
        <p className="text-sm text-soft">In days ago; leave a field empty where it never happened.</p>
        <Days label="This survey was last shown" name="shown" value={fields.shown} />
        <Days label="This survey was last closed" name="closed" value={fields.closed} />
        <Days label="This survey was last answered" name="answered" value={fields.answered} />
        {itself ? (
          <>
            <Days label="Another about the same touchpoint was shown" name="same" value={fields.same} />
            <Days label="A survey about something else was shown" name="other" value={fields.other} />
          </>
        ) : null}
        {itself && rules.sampleRatio < 1 ? (
          <SelectField label="Drawn among the people to ask" name="draw" defaultValue={fields.draw}>
            <option value="open">Not drawn yet</option>
            <option value="in">Yes</option>
            <option value="out">No</option>
          </SelectField>
        ) : null}
      </Part>
      {itself ? (
        <>
          <Part title="On this page">
            <TriggerFields fields={fields} rules={rules} />
            <CheckField label="Another survey is open" name="busy" defaultChecked={fields.busy} />
          </Part>
          <Part title="Privacy">
            <SelectField
              label="What the site has reported about consent"
              name="consent"
              defaultValue={fields.consent}
            >
              <option value="none">Nothing</option>
              <option value="granted">Granted</option>
              <option value="pending">Pending</option>
              <option value="denied">Denied</option>
            </SelectField>
            <CheckField
              label="The browser says “do not track”"
              name="dnt"
              defaultChecked={fields.dnt}
              {...(site.respectDnt ? {} : { hint: 'Your sites are set not to look at it.' })}
            />
          </Part>
        </>
      ) : null}
    </>
  );
}

function TriggerFields({
  fields,
  rules: { trigger, delaySeconds },
}: {
  fields: PersonFields;
  rules: WidgetRules;
}) {
  return (
    <>
      {trigger.kind === 'dwell' ? (
        <Amount label="Seconds in view" name="reached" value={fields.reached} />
      ) : null}
      {trigger.kind === 'scroll' ? (
        <Amount label="Percent of the page scrolled through" name="reached" value={fields.reached} />
      ) : null}
      {trigger.kind === 'event' ? (
        <TextField
          label="Events that the site has reported"
          name="events"
          defaultValue={fields.events}
          spellCheck={false}
          autoComplete="off"
          hint="Separated by commas."
        />
      ) : null}
      {trigger.kind === 'exit' ? (
        <CheckField label="The person was about to leave" name="happened" defaultChecked={fields.happened} />
      ) : null}
      {trigger.kind === 'click' ? (
        <CheckField
          label={`Something that matches ${trigger.selector} was clicked`}
          name="happened"
          defaultChecked={fields.happened}
        />
      ) : null}
      {trigger.kind === 'seen' ? (
        <CheckField
          label={`Something that matches ${trigger.selector} came into view`}
          name="happened"
          defaultChecked={fields.happened}
        />
      ) : null}
      {delaySeconds > 0 ? (
        <Amount
          label={trigger.kind === 'load' ? 'Seconds on the page' : 'Seconds since then'}
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

const Days = ({ label, name, value }: { label: string; name: string; value: string }) => (
  <TextField label={label} name={name} defaultValue={value} inputMode="decimal" placeholder="never" />
);

const Amount = ({ label, name, value }: { label: string; name: string; value: string }) => (
  <TextField label={label} name={name} defaultValue={value} inputMode="numeric" />
);
