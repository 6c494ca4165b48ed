'use client';

import { Button } from '@/components/ui/button';
import { SelectField, TextArea } from '@/components/ui/field';
import { useText } from '@/components/ui/text';
import type { TouchpointView } from '@/lib/insights/model';
import {
  IMPORTANCE_SOURCE_LABELS,
  IMPORTANCE_SOURCES,
  type ImportanceSource,
} from '@/lib/journey/model/touchpoint';
import { msg } from '@/lib/translate';
import { useDraft, useTouchpointEdit } from './touchpoint-edit';

const CHOICES = [
  { value: 1, label: msg('1 of 5, least') },
  { value: 2, label: msg('2 of 5') },
  { value: 3, label: msg('3 of 5') },
  { value: 4, label: msg('4 of 5') },
  { value: 5, label: msg('5 of 5, most') },
];

/**
 * How much a touchpoint weighs. Its parts are saved together, because another weight than the neutral one needs to say
 * where it comes from.
 */
export function ImportanceFields({ touchpoint }: { touchpoint: TouchpointView }) {
  const t = useText();
  const { importanceCustomer, importanceBusiness, importanceSource, importanceReason } = touchpoint;
  const { save, errorOf } = useTouchpointEdit(touchpoint.id);
  const stored = { importanceCustomer, importanceBusiness, importanceSource, importanceReason };
  const { shown, dirty, setDraft, drop } = useDraft(stored);
  const neutral = shown.importanceCustomer === null && shown.importanceBusiness === null;

  const set = (over: Partial<typeof shown>) => {
    const next = { ...shown, ...over };
    const weighs = next.importanceCustomer !== null || next.importanceBusiness !== null;
    setDraft(weighs ? next : { ...next, importanceSource: null, importanceReason: '' });
  };

  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void save({ ...shown, importanceReason: shown.importanceReason.trim() }).then((saved) => {
          if (saved) drop();
        });
      }}
    >
      <p className="text-xs text-soft">
        {t(
          'Every touchpoint is as important as any other until customers say otherwise, or the team says why.',
        )}
      </p>
      <WeightField
        label={t('For the customer')}
        value={shown.importanceCustomer}
        error={errorOf('importanceCustomer')}
        onChoose={(value) => set({ importanceCustomer: value })}
      />
      <WeightField
        label={t('For the business')}
        value={shown.importanceBusiness}
        error={errorOf('importanceBusiness')}
        onChoose={(value) => set({ importanceBusiness: value })}
      />
      {neutral ? null : (
        <>
          <SelectField
            label={t('Where this comes from')}
            value={shown.importanceSource ?? ''}
            error={errorOf('importanceSource')}
            onChange={(event) =>
              set({ importanceSource: (event.target.value || null) as ImportanceSource | null })
            }
          >
            <option value="">{t('Choose…')}</option>
            {IMPORTANCE_SOURCES.map((source) => (
              <option key={source} value={source}>
                {t(IMPORTANCE_SOURCE_LABELS[source])}
              </option>
            ))}
          </SelectField>
          <TextArea
            label={t('Why this weight')}
            rows={2}
            className="min-h-16"
            maxLength={500}
            hint={t('Kept in the activity log.')}
            value={shown.importanceReason}
            error={errorOf('importanceReason')}
            onChange={(event) => set({ importanceReason: event.target.value })}
          />
        </>
      )}
      {dirty ? <SaveOrDrop drop={drop} /> : null}
    </form>
  );
}

function WeightField({
  label,
  value,
  error,
  onChoose,
}: {
  label: string;
  value: number | null;
  error: string | null;
  onChoose: (value: number | null) => void;
}) {
  const t = useText();
  return (
    <SelectField
      label={label}
      value={value ?? ''}
      error={error}
      onChange={(event) => onChoose(event.target.value === '' ? null : Number(event.target.value))}
    >
      <option value="">{t('As important as any other')}</option>
      {CHOICES.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {t(choice.label)}
        </option>
      ))}
    </SelectField>
  );
}

/** Ends a group of fields that are saved together. */
export function SaveOrDrop({ drop }: { drop: () => void }) {
  const t = useText();
  return (
    <div className="flex gap-2">
      <Button type="submit" variant="primary" size="small">
        {t('Save')}
      </Button>
      <Button size="small" variant="quiet" onClick={drop}>
        {t('Cancel')}
      </Button>
    </div>
  );
}
