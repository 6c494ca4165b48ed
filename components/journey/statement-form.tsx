'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { SelectField, TextArea, TextField } from '@/components/ui/field';
import { useText } from '@/components/ui/text';
import type { StatementView } from '@/lib/insights/model';
import {
  EFFECT_LABELS,
  EFFECTS,
  type Effect,
  isBackstage,
  STATEMENT_KIND_LABELS,
  STATEMENT_KINDS,
  type StatementFields,
  type StatementKind,
  UNWORDED,
} from '@/lib/journey/model/statement';
import { useEditor } from './map-editor';

/** What a member says in a statement; how sure it is, is said on its card. */
export type Said = Omit<StatementFields, 'state'>;

/** The form of a new statement, or of one that is there. */
export function StatementForm({
  statement,
  submitText,
  onSubmit,
  onCancel,
}: {
  statement?: StatementView;
  submitText: string;
  onSubmit: (said: Said) => void;
  onCancel: () => void;
}) {
  const { map } = useEditor();
  const t = useText();
  const [kind, setKind] = useState<StatementKind>(statement?.kind ?? 'pain');
  const unworded = statement?.text === UNWORDED;

  function submit(data: FormData) {
    const given = (name: string) => String(data.get(name) ?? '').trim();
    const text = given('text') || (unworded ? UNWORDED : '');
    if (text === '') return;
    onSubmit({
      kind,
      text,
      effect: isBackstage(kind) ? ((given('effect') || null) as Effect | null) : null,
      personaId: given('personaId') || null,
      expiresOn: given('expiresOn') || null,
    });
  }

  return (
    <form
      className="flex flex-col gap-3 rounded-xl border border-line bg-head p-3"
      onSubmit={(event) => {
        event.preventDefault();
        submit(new FormData(event.currentTarget));
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onCancel();
      }}
    >
      <SelectField
        label={t('Kind')}
        value={kind}
        onChange={(event) => setKind(event.target.value as StatementKind)}
      >
        {STATEMENT_KINDS.map((one) => (
          <option key={one} value={one}>
            {t(STATEMENT_KIND_LABELS[one])}
          </option>
        ))}
      </SelectField>
      <TextArea
        label={t('Statement')}
        name="text"
        required={!unworded}
        maxLength={500}
        rows={3}
        autoFocus
        defaultValue={unworded ? '' : (statement?.text ?? '')}
        {...(unworded ? { hint: t('In your own words. Until then the customer’s are shown.') } : {})}
      />
      {isBackstage(kind) ? (
        <SelectField
          label={t('What it does to the customer here')}
          name="effect"
          defaultValue={statement?.effect ?? ''}
        >
          <option value="">{t('Not said')}</option>
          {EFFECTS.map((one) => (
            <option key={one} value={one}>
              {t(EFFECT_LABELS[one])}
            </option>
          ))}
        </SelectField>
      ) : null}
      <div className="grid gap-3 min-[26rem]:grid-cols-2">
        <SelectField label={t('Holds for')} name="personaId" defaultValue={statement?.personaId ?? ''}>
          <option value="">{t('Everybody')}</option>
          {map.personas.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
        <TextField
          label={t('Expires on')}
          name="expiresOn"
          type="date"
          defaultValue={statement?.expiresOn ?? ''}
          hint={t('Then one step less sure')}
        />
      </div>
      <div className="flex gap-2">
        <Button type="submit" size="small" variant="primary">
          {submitText}
        </Button>
        <Button size="small" onClick={onCancel}>
          {t('Cancel')}
        </Button>
      </div>
    </form>
  );
}
