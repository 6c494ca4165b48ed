'use client';

import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog, DialogEnd } from '@/components/ui/dialog';
import { CheckField, SelectField, TextArea, TextField } from '@/components/ui/field';
import { useText } from '@/components/ui/text';
import { JOURNEY_STATE_LABELS, JOURNEY_STATES, type JourneyState } from '@/lib/journey/model/journey';
import { CadenceField, cadenceOf } from './cadence-field';
import { journeyChange } from './journey-change';
import { useEditor } from './map-editor';
import { OutcomesField, readOutcomes, type TypedOutcome, typedOutcomes } from './outcomes-field';

export type AddPersona = (
  name: string,
) => Promise<
  | { ok: true; value: { id: string } }
  | { ok: false; problem: { title: string; errors?: { message: string }[] } }
>;

type Choice = { id: string; name: string };

/** Asks for all that is said about a journey as a whole, and saves what was changed as one edit. */
export function JourneyDialog({
  open,
  onClose,
  personas,
  addPersona,
}: {
  open: boolean;
  onClose: () => void;
  personas: readonly Choice[];
  addPersona: AddPersona;
}) {
  const t = useText();
  const { map, edit, began } = useEditor();
  const form = useRef<HTMLFormElement>(null);
  const [error, setError] = useState<string | null>(null);
  const [outcomes, setOutcomes] = useState<TypedOutcome[] | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const rows = outcomes ?? typedOutcomes(map.outcomes);

  function close() {
    setError(null);
    setOutcomes(null);
    setRefusal(null);
    onClose();
  }

  function save(data: FormData) {
    const text = (name: string) => String(data.get(name) ?? '').trim();
    const title = text('title');
    if (title === '') {
      setError(t('Give a name.'));
      form.current?.querySelector<HTMLElement>('[name=title]')?.focus();
      return;
    }
    const read = readOutcomes(rows, t);
    if ('refusal' in read) {
      setRefusal(read.refusal);
      return;
    }
    const patch = journeyChange(began(), {
      title,
      objective: text('objective'),
      startTrigger: text('startTrigger'),
      endOutcome: text('endOutcome'),
      state: text('state') as JourneyState,
      ownerUserId: text('ownerUserId') || null,
      reviewCadenceDays: cadenceOf(text('reviewCadenceDays')),
      outcomes: read.outcomes,
      personaIds: data.getAll('persona').map(String),
    });
    close();
    if (Object.keys(patch).length > 0) {
      void edit({ kind: 'editJourney', id: map.id, patch }, t('Changed “{title}”', { title }));
    }
  }

  return (
    <Dialog
      open={open}
      onClose={close}
      title={t('Edit journey')}
      footer={
        <DialogEnd close={close}>
          <Button variant="primary" onClick={() => form.current?.requestSubmit()}>
            {t('Save')}
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
          save(new FormData(event.currentTarget));
        }}
      >
        <TextField
          label={t('Name')}
          name="title"
          required
          maxLength={80}
          autoComplete="off"
          defaultValue={map.title}
          error={error}
          onChange={() => setError(null)}
        />
        <TextArea
          label={t('Objective')}
          name="objective"
          maxLength={500}
          rows={2}
          defaultValue={map.objective}
          placeholder={t('What you want to find out or change')}
        />
        <TextArea
          label={t('Start trigger')}
          name="startTrigger"
          maxLength={500}
          rows={2}
          defaultValue={map.startTrigger}
          placeholder={t('What sets the customer off')}
        />
        <TextArea
          label={t('End outcome')}
          name="endOutcome"
          maxLength={500}
          rows={2}
          defaultValue={map.endOutcome}
          placeholder={t('How it ends when it goes well')}
        />
        <div className="grid gap-4 sm:grid-cols-2">
          <SelectField label={t('What it shows')} name="state" defaultValue={map.state}>
            {JOURNEY_STATES.map((state) => (
              <option key={state} value={state}>
                {t(JOURNEY_STATE_LABELS[state])}
              </option>
            ))}
          </SelectField>
          <SelectField label={t('Owner')} name="ownerUserId" defaultValue={map.owner?.id ?? ''}>
            <option value="">{t('Nobody')}</option>
            {map.members.map((member) => (
              <option key={member.id} value={member.id}>
                {member.name}
              </option>
            ))}
          </SelectField>
          <CadenceField
            label={t('Looked at again')}
            name="reviewCadenceDays"
            now={map.reviewCadenceDays}
            defaultValue={map.reviewCadenceDays ?? ''}
          />
        </div>
        <OutcomesField rows={rows} refusal={refusal} onChange={setOutcomes} />
        <Personas
          personas={withUsed(personas, map.personas)}
          chosen={map.personas.map(({ id }) => id)}
          addPersona={addPersona}
        />
        <button type="submit" className="hidden" tabIndex={-1} aria-hidden="true" />
      </form>
    </Dialog>
  );
}

/** A retired persona stays choosable where it is chosen, so that saving does not lose it. */
const withUsed = (personas: readonly Choice[], used: readonly Choice[]): Choice[] => [
  ...personas,
  ...used.filter(({ id }) => !personas.some((one) => one.id === id)),
];

function Personas({
  personas,
  chosen,
  addPersona,
}: {
  personas: readonly Choice[];
  chosen: readonly string[];
  addPersona: AddPersona;
}) {
  const t = useText();
  const [added, setAdded] = useState<Choice[]>([]);
  const [name, setName] = useState('');
  const [busy, setBusy] = useState(false);
  const [why, setWhy] = useState<string | null>(null);
  const known = personas.filter(({ id }) => !added.some((one) => one.id === id));

  async function add() {
    const wanted = name.trim();
    if (wanted === '' || busy) return;
    setBusy(true);
    const reply = await addPersona(wanted).catch(() => null);
    setBusy(false);
    if (!reply?.ok) {
      const problem = reply?.problem;
      setWhy(problem?.errors?.[0]?.message ?? problem?.title ?? t('The server could not be reached.'));
      return;
    }
    setWhy(null);
    setName('');
    setAdded((before) => [...before, { id: reply.value.id, name: wanted }]);
  }

  return (
    <fieldset className="flex flex-col gap-2.5">
      <legend className="mb-1.5 text-sm font-medium">{t('Whose journey it is')}</legend>
      {[...known, ...added].map((one) => (
        <CheckField
          key={one.id}
          name="persona"
          value={one.id}
          label={one.name}
          defaultChecked={chosen.includes(one.id) || added.includes(one)}
        />
      ))}
      <div className="flex items-end gap-2">
        <div className="grow">
          <TextField
            label={t('New persona')}
            maxLength={80}
            autoComplete="off"
            value={name}
            error={why}
            onChange={(event) => setName(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return;
              event.preventDefault();
              void add();
            }}
          />
        </div>
        <Button disabled={busy || name.trim() === ''} onClick={() => void add()} className="min-h-10">
          {t('Add')}
        </Button>
      </div>
    </fieldset>
  );
}
