'use client';

import { SelectField } from '@/components/ui/field';
import { useText } from '@/components/ui/text';
import type { MomentView, TouchpointView } from '@/lib/insights/model';
import {
  MOMENT_POLARITIES,
  MOMENT_POLARITY_LABELS,
  MOMENT_REASON_LABELS,
  MOMENT_REASONS,
} from '@/lib/journey/model';
import { ExpectedField } from './expected-field';
import { useTouchpointEdit } from './touchpoint-edit';

/** Whether trust is won or lost here, why, and how the team thinks that customers feel. */
export function MomentFields({ touchpoint }: { touchpoint: TouchpointView }) {
  const t = useText();
  const { moment, expectedEmotion } = touchpoint;
  const { save, errorOf } = useTouchpointEdit(touchpoint.id);
  return (
    <>
      <SelectField
        label={t('Moment that matters')}
        value={moment?.polarity ?? ''}
        error={errorOf('moment')}
        onChange={(event) => {
          const polarity = event.target.value as MomentView['polarity'] | '';
          void save({ moment: polarity === '' ? null : { polarity, reason: moment?.reason ?? null } });
        }}
      >
        <option value="">{t('No##not a moment that matters')}</option>
        {MOMENT_POLARITIES.map((polarity) => (
          <option key={polarity} value={polarity}>
            {t(MOMENT_POLARITY_LABELS[polarity])}
          </option>
        ))}
      </SelectField>
      {moment ? (
        <SelectField
          label={t('Why it matters')}
          value={moment.reason ?? ''}
          onChange={(event) => void save({ moment: { ...moment, reason: event.target.value || null } })}
        >
          <option value="">{t('Not said')}</option>
          {MOMENT_REASONS.map((reason) => (
            <option key={reason} value={reason}>
              {t(MOMENT_REASON_LABELS[reason])}
            </option>
          ))}
        </SelectField>
      ) : null}
      <ExpectedField
        key={`expected ${expectedEmotion}`}
        value={expectedEmotion}
        onSave={(value) => void save({ expectedEmotion: value })}
      />
    </>
  );
}
