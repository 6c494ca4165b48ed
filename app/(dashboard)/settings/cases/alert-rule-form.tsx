'use client';

import { useState } from 'react';
import { useForm } from '@/app/use-form';
import { DialogButton, DialogForm } from '@/components/ui/dialog-form';
import { SelectField, TextField } from '@/components/ui/field';
import { ListForm } from '@/components/ui/list-form';
import { useText } from '@/components/ui/text';
import type { AlertCondition, AlertKind, AlertRule } from '@/lib/cases/model/alert';
import { METRICS, type MetricId, SURVEY_METRICS, type SurveyMetricId } from '@/lib/scoring/metrics';
import { msg } from '@/lib/translate';
import { addAlertRuleAction, editAlertRuleAction } from './actions';
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
  const { error, value, ...sent } = useForm(addAlertRuleAction);
  return (
    <ListForm
      form={sent.form}
      done={sent.done}
      refusal={sent.refusal}
      label={t('Add a rule that raises alerts')}
      said={t('Added. It looks within the hour.')}
      button={t('Add the rule')}
    >
      <Fields {...{ journeys, error, value }} rule={null} />
    </ListForm>
  );
}

/** Changes a rule that raises alerts. */
export function ChangeAlertRule({
  rule,
  text,
  journeys,
}: {
  rule: AlertRule;
  text: string;
  journeys: readonly Place[];
}) {
  const t = useText();
  return (
    <DialogButton
      label={t('Change')}
      name={t('Change the rule {rule}', { rule: text })}
      title={t('Change a rule that raises alerts')}
    >
      {(close) => <ChangeForm {...{ rule, journeys, close }} />}
    </DialogButton>
  );
}

function ChangeForm({
  rule,
  journeys,
  close,
}: {
  rule: AlertRule;
  journeys: readonly Place[];
  close: () => void;
}) {
  const t = useText();
  const { error, value, ...sent } = useForm(editAlertRuleAction);
  return (
    <DialogForm
      form={sent.form}
      done={sent.done}
      refusal={sent.refusal}
      said={t('Changed. What it has found ends, and is told anew within the hour where it holds.')}
      close={close}
      button={t('Save')}
    >
      <input type="hidden" name="id" value={rule.id} />
      <Fields {...{ journeys, error, value, rule }} />
    </DialogForm>
  );
}

function Fields({
  journeys,
  rule,
  error,
  value,
}: Pick<ReturnType<typeof useForm>, 'error' | 'value'> & {
  journeys: readonly Place[];
  rule: AlertRule | null;
}) {
  const t = useText();
  const was = wasOf(rule?.condition ?? null);
  const [kind, setKind] = useState<AlertKind>(rule?.condition.kind ?? 'score');
  const [metric, setMetric] = useState<MetricId>(was.metric);
  return (
    <>
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
          <SelectField
            label={t('Where')}
            name="about"
            defaultValue={value('about', rule?.journeyId ?? '')}
            error={error('journeyId')}
          >
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
            onChange={(event) => setMetric(event.currentTarget.value as MetricId)}
          >
            {offered(was.metric).map((id) => (
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
            defaultValue={value(
              'below',
              was.metric === metric && was.below ? was.below : String(usualBelow(metric)),
            )}
            error={error('condition.below')}
          />
          <TextField
            label={t('Probability, in percent')}
            name="probability"
            type="number"
            min={80}
            max={99}
            required
            defaultValue={value('probability', was.probability)}
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
          defaultValue={value('days', was.days)}
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
          defaultValue={value('share', was.share)}
          hint={t('Of the last 14 days, where the share is above it beyond chance.')}
          error={error('condition.shareRatio')}
        />
      ) : null}
      {kind === 'drop' ? (
        <p className="text-sm text-soft">
          {t('As each journey’s watch notices it, with the false alarms that were chosen there.')}
        </p>
      ) : null}
    </>
  );
}

/** Metrics of surveys, and the rule's own if it is another. */
const offered = (own: MetricId): readonly MetricId[] => [...new Set<MetricId>([...SURVEY_METRICS, own])];

const usualBelow = (metric: MetricId): number | string =>
  metric in USUAL_BELOW ? USUAL_BELOW[metric as SurveyMetricId] : '';

/** What the fields of a condition show at first, in display units. */
function wasOf(condition: AlertCondition | null) {
  const shown = (value: number, factor: number) => String(Number((value * factor).toPrecision(12)));
  return {
    metric: condition?.kind === 'score' ? condition.metric : ('nps' as MetricId),
    below: condition?.kind === 'score' ? shown(condition.below, METRICS[condition.metric].displayFactor) : '',
    probability: condition?.kind === 'score' ? shown(condition.probability, 100) : '95',
    days: condition?.kind === 'silence' ? String(condition.days) : '7',
    share: condition?.kind === 'bounce' ? shown(condition.shareRatio, 100) : '10',
  };
}
