'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { SelectField, TextArea, TextField } from '@/components/ui/field';
import { useText } from '@/components/ui/text';
import {
  EVIDENCE_KIND_LABELS,
  EVIDENCE_KINDS,
  type EvidenceFields,
  type EvidenceView,
  evidenceSchema,
} from '@/lib/journey/model/statement';
import { useEditor } from './map-editor';

/** The form of new evidence, or of a piece that is there; of one of our own answers only what the team says about it. */
export function EvidenceForm({
  evidence,
  submitText,
  onSubmit,
  onCancel,
}: {
  evidence?: EvidenceView;
  submitText: string;
  onSubmit: (evidence: EvidenceFields) => void;
  onCancel: () => void;
}) {
  const t = useText();
  const { map } = useEditor();
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const own = evidence?.answer ?? null;

  function submit(data: FormData) {
    const given = (name: string) => String(data.get(name) ?? '').trim();
    const said = { stance: given('stance'), expiresOn: given('expiresOn') || null };
    const checked = evidenceSchema.safeParse(
      own && evidence
        ? { ...fieldsOf(evidence), ...said }
        : {
            ...said,
            kind: given('kind'),
            method: given('method'),
            gatheredOn: given('gatheredOn'),
            n: given('n') === '' ? null : Number(given('n')),
            quote: given('quote'),
            link: given('link'),
          },
    );
    if (checked.success && checked.data.gatheredOn > map.today) {
      setErrors({ gatheredOn: t('Give a day that is not in the future.') });
    } else if (checked.success) onSubmit(checked.data);
    else
      setErrors(
        Object.fromEntries(checked.error.issues.map(({ path, message }) => [String(path[0]), t(message)])),
      );
  }

  return (
    <form
      noValidate
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
      <div className="grid gap-3 min-[26rem]:grid-cols-2">
        {own ? null : (
          <SelectField
            label={t('Where it comes from')}
            name="kind"
            defaultValue={evidence?.kind ?? 'interview'}
            error={errors.kind}
            autoFocus
          >
            {EVIDENCE_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {t(EVIDENCE_KIND_LABELS[kind])}
              </option>
            ))}
          </SelectField>
        )}
        <SelectField label={t('Its bearing')} name="stance" defaultValue={evidence?.stance ?? 'supports'}>
          <option value="supports">{t('Supports it')}</option>
          <option value="contradicts">{t('Contradicts it')}</option>
        </SelectField>
        {own ? null : (
          <>
            <TextField
              label={t('Gathered on')}
              name="gatheredOn"
              type="date"
              required
              max={map.today}
              defaultValue={evidence?.gatheredOn ?? map.today}
              error={errors.gatheredOn}
            />
            <TextField
              label={t('Number of people')}
              name="n"
              inputMode="numeric"
              autoComplete="off"
              defaultValue={evidence?.n ?? ''}
              error={errors.n}
            />
          </>
        )}
      </div>
      {own ? null : (
        <>
          <TextField
            label={t('Method')}
            name="method"
            maxLength={200}
            placeholder={t('For example: phone interviews with movers')}
            defaultValue={evidence?.method ?? ''}
            error={errors.method}
          />
          <TextArea
            label={t('Quote')}
            name="quote"
            maxLength={2000}
            rows={2}
            className="min-h-14"
            defaultValue={evidence?.quote ?? ''}
            error={errors.quote}
          />
          <TextField
            label={t('Link')}
            name="link"
            type="url"
            placeholder="https://"
            defaultValue={evidence?.link ?? ''}
            error={errors.link}
          />
        </>
      )}
      <TextField
        label={t('Counts until')}
        name="expiresOn"
        type="date"
        defaultValue={evidence?.expiresOn ?? ''}
        hint={t('Leave empty where nothing ends it')}
        error={errors.expiresOn}
      />
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

/** A piece of evidence without what only its own answer says. */
function fieldsOf({
  kind,
  stance,
  method,
  gatheredOn,
  n,
  quote,
  link,
  expiresOn,
}: EvidenceView): EvidenceFields {
  return { kind, stance, method, gatheredOn, n, quote, link, expiresOn };
}
