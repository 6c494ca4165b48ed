'use client';

import { useState } from 'react';
import { CheckField, SelectField, TextField } from '@/components/ui/field';
import { Refusal } from '@/components/ui/notice';
import { SubmitButton } from '@/components/ui/submit-button';
import { useText } from '@/components/ui/text';
import { inTongue } from '@/lib/format';
import { TRIAL_BY, TRIAL_BY_LABELS, type TrialBy } from '@/lib/improvements/model/trial';
import { isMetricId, METRIC_IDS, METRICS, type MetricId } from '@/lib/scoring/metrics';
import { useForm } from '../../../use-form';
import { saveTrial } from '../actions';

type Group = { value: string; name: string };

/** Sets up two groups that are compared. */
export function TrialForm({
  id,
  groups,
  metric: usual,
  today,
}: {
  id: string;
  groups: Readonly<Record<TrialBy, readonly Group[]>>;
  /** By which the improvement is judged anyway. */
  metric: MetricId;
  today: string;
}) {
  const t = useText();
  const { form, value, error, refusal } = useForm(saveTrial);
  const usable = TRIAL_BY.filter((one) => groups[one].length > 1);
  const [by, setBy] = useState<TrialBy>(usable[0] ?? 'segment');
  const [metric, setMetric] = useState<MetricId>(usual);
  const [random, setRandom] = useState(false);
  if (usable.length === 0) {
    return (
      <p className="text-sm text-soft">
        {t(
          'There is nothing to tell two groups apart by yet: ask in two campaigns, places or channels here, or split customers into segments in the settings.',
        )}
      </p>
    );
  }
  const { displayFactor, targetHalfWidth, unit } = METRICS[metric];
  const choice = (name: 'control' | 'variant', label: string, hint: string) => (
    <SelectField
      key={`${by} ${name}`}
      label={label}
      name={name}
      defaultValue={value(name)}
      hint={hint}
      error={error(name)}
      required
    >
      <option value="">{t('Choose…')}</option>
      {groups[by].map((one) => (
        <option key={one.value} value={one.value}>
          {one.name}
        </option>
      ))}
    </SelectField>
  );
  return (
    <form {...form} className="flex flex-col gap-4">
      <input type="hidden" name="id" value={id} />
      <SelectField
        label={t('Told apart by')}
        name="by"
        value={by}
        onChange={(event) => setBy(usable.find((one) => one === event.target.value) ?? by)}
        error={error('by')}
      >
        {usable.map((one) => (
          <option key={one} value={one}>
            {t(TRIAL_BY_LABELS[one])}
          </option>
        ))}
      </SelectField>
      <div className="grid gap-4 sm:grid-cols-2">
        {choice('control', t('Control'), t('Customers for whom nothing changes.'))}
        {choice('variant', t('Variant'), t('Customers who have the change, or are asked in the new way.'))}
        <TextField
          label={t('From')}
          name="from"
          type="date"
          required
          defaultValue={value('from', today)}
          error={error('from')}
        />
        <TextField
          label={t('Until')}
          name="to"
          type="date"
          defaultValue={value('to')}
          hint={t('Left open, it goes on.')}
          error={error('to')}
        />
        <SelectField
          label={t('Judged by')}
          name="metric"
          value={metric}
          onChange={(event) => isMetricId(event.target.value) && setMetric(event.target.value)}
          error={error('metric')}
        >
          {METRIC_IDS.map((one) => (
            <option key={one} value={one}>
              {METRICS[one].name}
            </option>
          ))}
        </SelectField>
        <TextField
          key={metric}
          label={unit === 'percent' ? t('The same within, percentage points') : t('The same within, points')}
          name="margin"
          inputMode="decimal"
          required
          defaultValue={value('margin', inTongue(String(targetHalfWidth * displayFactor), t.tongue))}
          hint={t('The smallest difference worth having. It cannot be changed later.')}
          error={error('margin')}
        />
      </div>
      <CheckField
        label={t('Chance alone decided who is in which group')}
        name="random"
        value="yes"
        checked={random}
        onChange={(event) => setRandom(event.target.checked)}
        hint={t('Only then does a difference come from the change. Otherwise it goes together, no more.')}
      />
      {random ? (
        <div className="max-w-60">
          <TextField
            label={t('Planned in the variant, %')}
            name="share"
            inputMode="decimal"
            defaultValue={value('share', '50')}
            error={error('share')}
          />
        </div>
      ) : null}
      <Refusal>{refusal}</Refusal>
      <div>
        <SubmitButton pendingText={t('Saving…')}>{t('Compare them')}</SubmitButton>
      </div>
    </form>
  );
}
