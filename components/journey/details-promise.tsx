'use client';

import { useText } from '@/components/ui/text';
import type { TouchpointView } from '@/lib/insights/model';
import { DurationField } from './duration-field';
import { InformationField } from './information-field';
import { SavedText } from './saved-text';
import { useTouchpointEdit } from './touchpoint-edit';

/** What makes a touchpoint happen, when, and how long it takes. */
export function WhenFields({ touchpoint }: { touchpoint: TouchpointView }) {
  const t = useText();
  const { save, errorOf } = useTouchpointEdit(touchpoint.id);
  return (
    <>
      <SavedText
        label={t('What sets it off')}
        value={touchpoint.trigger}
        error={errorOf('trigger')}
        maxLength={500}
        rows={2}
        placeholder={t('Such as: the order is placed')}
        onSave={(trigger) => save({ trigger })}
      />
      <DurationField
        label={t('After the touchpoint before')}
        unit="days"
        value={touchpoint.delayMinutes}
        error={errorOf('delayMinutes')}
        onSave={(delayMinutes) => save({ delayMinutes })}
      />
      <DurationField
        label={t('How long it takes')}
        unit="minutes"
        value={touchpoint.durationMinutes}
        error={errorOf('durationMinutes')}
        onSave={(durationMinutes) => save({ durationMinutes })}
      />
      <SavedText
        label={t('Why the customer does it')}
        value={touchpoint.motivation}
        error={errorOf('motivation')}
        maxLength={500}
        rows={2}
        onSave={(motivation) => save({ motivation })}
      />
    </>
  );
}

/** What the customer is promised and told, and what they have to know. */
export function PromiseFields({ touchpoint }: { touchpoint: TouchpointView }) {
  const t = useText();
  const { save, errorOf } = useTouchpointEdit(touchpoint.id);
  return (
    <>
      <SavedText
        label={t('What we promise')}
        value={touchpoint.promise}
        error={errorOf('promise')}
        maxLength={500}
        rows={2}
        onSave={(promise) => save({ promise })}
      />
      <SavedText
        label={t('What they are told happens next')}
        value={touchpoint.toldNext}
        error={errorOf('toldNext')}
        maxLength={500}
        rows={2}
        onSave={(toldNext) => save({ toldNext })}
      />
      <SavedText
        label={t('Whom they can turn to')}
        value={touchpoint.contactRole}
        error={errorOf('contactRole')}
        maxLength={120}
        placeholder={t('Such as: your installation team')}
        hint={t('In the customer’s words, without people’s names.')}
        onSave={(contactRole) => save({ contactRole })}
      />
      <InformationField
        items={touchpoint.information}
        error={errorOf('information')}
        onSave={(information) => save({ information })}
      />
    </>
  );
}
