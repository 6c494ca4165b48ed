'use client';

import { useState } from 'react';
import { useForm } from '@/app/use-form';
import { SelectField, TextField } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { SubmitButton } from '@/components/ui/submit-button';
import { useText } from '@/components/ui/text';
import type { AlertKind } from '@/lib/cases/model/alert';
import { METRICS, SURVEY_METRICS, type SurveyMetricId } from '@/lib/scoring/metrics';
import { msg } from '@/lib/translate';
import { addAlertRuleAction } from './actions';
import type { Place } from './places';

const KINDS: Record<AlertKind, string> = {
  score: msg('A score that is too low'),
  drop: msg('A drop that the watch notices'),
  silence: msg('Silence where people used to answer'),
  bounce: msg('Mail that cannot be delivered'),
};

/** What a score might be expected to hold, in display units. */
const USUAL_BELOW: Record<SurveyMetricId, number> = { nps: 20, ces: 5, csat: 70, emotion: 0 };

/** Adds a rule that raises alerts. */
export function AlertRuleForm({ journeys }: { journeys: readonly Place[] }) {
  const t = useText();
  const { form, refusal, done, error, value } = useForm(addAlertRuleAction);
  const [kind, setKind] = useState<AlertKind>('score');
  const [metric, setMetric] = useState<SurveyMetricId>('nps');
  return (
    <form
      key={done ?? 'none'}
      {...form}
      aria-label={t('Add a rule that raises alerts')}
      className="flex flex-col gap-4 border-t border-line pt-4"
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField
          label={t('An alert is raised by')}
          name="kind"
          value={kind}
          onChange={(event) => setKind(event.currentTarget.value as AlertKind)}
        >
          {Object.entries(KINDS).map(([id, label]) => (
            <option key={id} value={id}>
              {t(label)}
            </option>
          ))}
        </SelectField>
        {kind === 'bounce' ? null : (
          <SelectField label={t('Where')} name="about" error={error('journeyId')}>
            <option value="">{t('Every journey')}</option>
            {journeys.map((journey) => (
              <option key={journey.id} value={journey.id}>
                {journey.title}
              </option>
            ))}
          </SelectField>
        )}
      </div>
      {kind === 'score' ? (
        <div className="grid gap-4 sm:grid-cols-3">
          <SelectField
            label={t('Score')}
            name="metric"
            value={metric}
            onChange={(event) => setMetric(event.currentTarget.value as SurveyMetricId)}
          >
            {SURVEY_METRICS.map((id) => (
              <option key={id} value={id}>
                {METRICS[id].name}
              </option>
            ))}
          </SelectField>
          <TextField
            label={METRICS[metric].unit === 'percent' ? t('Below, in percent') : t('Below')}
            name="below"
            inputMode="decimal"
            required
            key={metric}
            defaultValue={value('below', String(USUAL_BELOW[metric]))}
            error={error('condition.below')}
          />
          <TextField
            label={t('Probability, in percent')}
            name="probability"
            type="number"
            min={80}
            max={99}
            required
            defaultValue={value('probability', '95')}
            hint={t('Of the answers of the last 28 days.')}
            error={error('condition.probability')}
          />
        </div>
      ) : null}
      {kind === 'silence' ? (
        <TextField
          label={t('Days without an answer')}
          name="days"
          type="number"
          min={3}
          max={90}
          required
          defaultValue={value('days', '7')}
          hint={t('And at least four times as long as answers were apart before.')}
          error={error('condition.days')}
        />
      ) : null}
      {kind === 'bounce' ? (
        <TextField
          label={t('Share of the mails, in percent')}
          name="share"
          type="number"
          min={1}
          max={90}
          required
          defaultValue={value('share', '10')}
          hint={t('Of the last 14 days, where the share is above it beyond chance.')}
          error={error('condition.shareRatio')}
        />
      ) : null}
      {kind === 'drop' ? (
        <p className="text-sm text-soft">
          {t('As each journey’s watch notices it, with the false alarms that were chosen there.')}
        </p>
      ) : null}
      {refusal ? (
        <Notice tone="bad" live>
          {refusal}
        </Notice>
      ) : null}
      {done === null ? null : (
        <Notice tone="good" live>
          {t('Added. It looks within the hour.')}
        </Notice>
      )}
      <div>
        <SubmitButton>{t('Add the rule')}</SubmitButton>
      </div>
    </form>
  );
}
