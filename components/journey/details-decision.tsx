'use client';

import { SelectField, TextArea } from '@/components/ui/field';
import { useText } from '@/components/ui/text';
import type { TouchpointView } from '@/lib/insights/model';
import { DECISION_LABELS, DECISIONS, type Decision } from '@/lib/journey/model/touchpoint';
import { SaveOrDrop } from './details-importance';
import { useDraft, useTouchpointEdit } from './touchpoint-edit';

/** What is to become of a touchpoint, and why; saved together, because a change needs its reason. */
export function DecisionFields({ touchpoint }: { touchpoint: TouchpointView }) {
  const t = useText();
  const { decision, decisionReason } = touchpoint;
  const { save, errorOf } = useTouchpointEdit(touchpoint.id);
  const { shown, dirty, setDraft, drop } = useDraft({ decision, decisionReason });
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void save({ ...shown, decisionReason: shown.decisionReason.trim() }).then((saved) => {
          if (saved) drop();
        });
      }}
    >
      <SelectField
        label={t('What becomes of it')}
        value={shown.decision ?? ''}
        error={errorOf('decision')}
        onChange={(event) => {
          const next = (event.target.value || null) as Decision | null;
          setDraft({ decision: next, decisionReason: next === null ? '' : shown.decisionReason });
        }}
      >
        <option value="">{t('Not decided')}</option>
        {DECISIONS.map((one) => (
          <option key={one} value={one}>
            {t(DECISION_LABELS[one])}
          </option>
        ))}
      </SelectField>
      {shown.decision === null ? null : (
        <TextArea
          label={t('Why')}
          rows={2}
          className="min-h-16"
          maxLength={500}
          value={shown.decisionReason}
          error={errorOf('decisionReason')}
          onChange={(event) => setDraft({ ...shown, decisionReason: event.target.value })}
        />
      )}
      {dirty ? <SaveOrDrop drop={drop} /> : null}
    </form>
  );
}
