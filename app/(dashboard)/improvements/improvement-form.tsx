'use client';

import { type ReactNode, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import { SelectField, TextArea, TextField } from '@/components/ui/field';
import { Notice, Refusal } from '@/components/ui/notice';
import { useText } from '@/components/ui/text';
import { inTongue } from '@/lib/format';
import {
  IMPROVEMENT_KIND_LABELS,
  IMPROVEMENT_KINDS,
  type ImprovementFields,
  type Priority,
} from '@/lib/improvements/model';
import { isMetricId, METRIC_IDS, METRICS } from '@/lib/scoring/metrics';
import { msg } from '@/lib/translate';
import type { FormState } from '../../form-state';
import { useForm } from '../../use-form';

const EFFORTS = [
  msg('1: hours or days'),
  msg('2: a week or two'),
  msg('3: a month'),
  msg('4: a quarter'),
  msg('5: longer'),
];

type Sent = (before: FormState<unknown>, fields: FormData) => Promise<FormState<unknown>>;

/** All that is written about an improvement. What is left open is taken from the map, the answers and the evidence. */
export function ImprovementForm({
  action,
  fields,
  members,
  outcomes,
  priority,
  metricFixed,
  mayWrite,
  hidden,
  buttons,
  bare = false,
}: {
  action: Sent;
  fields: ImprovementFields;
  members: readonly { id: string; name: string }[];
  outcomes: readonly string[];
  /** What is used where nothing is typed; null for one that is not saved yet. */
  priority: Priority | null;
  /** Once it was started the metric stays. */
  metricFixed: boolean;
  mayWrite: boolean;
  /** Fields that are sent along unseen. */
  hidden: ReactNode;
  /** Beside saving. */
  buttons: 'save' | 'create';
  /** Whether nothing is linked that it could rest on. */
  bare?: boolean;
}) {
  const t = useText();
  const { form, value, error, refusal, pending, done } = useForm(action);
  const [metric, setMetric] = useState<string>(value('metric', fields.metric ?? ''));
  const number = (name: keyof ImprovementFields, factor = 1) => {
    const one = fields[name];
    return value(name, typeof one === 'number' ? shownNumber(one * factor, t.tongue) : '');
  };
  const factor = isMetricId(fields.metric) ? METRICS[fields.metric].displayFactor : 1;
  const used = (name: 'importance' | 'satisfaction' | 'reach' | 'confidence' | 'effort', times = 1) => {
    const found = priority?.[name];
    if (!found || found.origin === 'given') return null;
    const shown = shownNumber(found.value * times, t.tongue);
    return found.origin === 'assumed'
      ? t('Left open: {value}, assumed.', { value: shown })
      : t('Left open: {value}, as found.', { value: shown });
  };
  return (
    <form {...form} className="flex flex-col gap-4">
      {hidden}
      <fieldset disabled={!mayWrite} className="flex min-w-0 flex-col gap-4">
        <TextField
          label={t('What is to be done')}
          name="title"
          required
          maxLength={120}
          defaultValue={value('title', fields.title)}
          error={error('title')}
        />
        <TextArea
          label={t('Problem')}
          name="problem"
          maxLength={2000}
          defaultValue={value('problem', fields.problem)}
          hint={t('What customers meet today, in a sentence or two.')}
          error={error('problem')}
        />
        <TextArea
          label={t('Hypothesis')}
          name="hypothesis"
          maxLength={2000}
          defaultValue={value('hypothesis', fields.hypothesis)}
          hint={t('If we do this, then that changes for customers, because …')}
          error={error('hypothesis')}
        />
        <TextArea
          label={t('It worked if')}
          name="successCriterion"
          maxLength={2000}
          defaultValue={value('successCriterion', fields.successCriterion)}
          error={error('successCriterion')}
        />
        <div className="grid gap-4 sm:grid-cols-2">
          <SelectField
            label={t('Kind##of improvement')}
            name="kind"
            defaultValue={value('kind', fields.kind)}
            error={error('kind')}
          >
            {IMPROVEMENT_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {t(IMPROVEMENT_KIND_LABELS[kind])}
              </option>
            ))}
          </SelectField>
          <SelectField
            label={t('Who answers for it')}
            name="ownerUserId"
            defaultValue={value('ownerUserId', fields.ownerUserId)}
            error={error('ownerUserId')}
          >
            {members.some(({ id }) => id === fields.ownerUserId) ? null : (
              <option value={fields.ownerUserId}>{t('a former member')}</option>
            )}
            {members.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </SelectField>
          <TextField
            label={t('Meant to move')}
            name="outcome"
            maxLength={80}
            list="improvement-outcomes"
            defaultValue={value('outcome', fields.outcome)}
            hint={t('An outcome of the journey, or in words, like churn.')}
            error={error('outcome')}
          />
          <datalist id="improvement-outcomes">
            {outcomes.map((one) => (
              <option key={one} value={one} />
            ))}
          </datalist>
          <SelectField
            label={t('Judged by')}
            name="metric"
            value={metric}
            onChange={(event) => setMetric(event.target.value)}
            disabled={metricFixed}
            hint={metricFixed ? t('Fixed when this was started.') : undefined}
            error={error('metric')}
          >
            <option value="">{t('The metric with the most answers')}</option>
            {METRIC_IDS.map((id) => (
              <option key={id} value={id}>
                {METRICS[id].name}
              </option>
            ))}
          </SelectField>
          {metricFixed ? <input type="hidden" name="metric" value={metric} /> : null}
          <TextField
            label={t('Score to reach')}
            name="targetValue"
            inputMode="decimal"
            defaultValue={number('targetValue', factor)}
            hint={t('As the metric is shown, such as 75 for 75 % or +40.')}
            error={error('targetValue')}
          />
          <TextField
            label={t('Share of bad answers to reach, %')}
            name="targetBadShare"
            inputMode="decimal"
            defaultValue={number('targetBadShare', 100)}
            hint={t('Left open, half of today’s is assumed.')}
            error={error('targetBadShare')}
          />
        </div>
        <Disclosure title={t('What makes the priority and the value')}>
          <p className="text-xs text-soft">
            {t(
              'Priority = opportunity × reach × confidence / effort. The opportunity is importance, and once more as far as it is not met. What is left open is found on the map, in the answers and in the evidence.',
            )}
          </p>
          <div className="grid gap-4 sm:grid-cols-2">
            <SelectField
              label={t('Effort')}
              name="effort"
              defaultValue={value('effort', fields.effort === null ? '' : String(fields.effort))}
              hint={used('effort')}
              error={error('effort')}
            >
              <option value="">{t('Not said')}</option>
              {EFFORTS.map((label, at) => (
                <option key={label} value={at + 1}>
                  {t(label)}
                </option>
              ))}
            </SelectField>
            <TextField
              label={t('Cost')}
              name="cost"
              inputMode="decimal"
              defaultValue={number('cost')}
              error={error('cost')}
            />
            <TextField
              label={t('Reach: customers who pass here, %')}
              name="reach"
              inputMode="decimal"
              defaultValue={number('reach', 100)}
              hint={used('reach', 100)}
              error={error('reach')}
            />
            <TextField
              label={t('Confidence, %')}
              name="confidence"
              inputMode="decimal"
              defaultValue={number('confidence', 100)}
              hint={used('confidence', 100)}
              error={error('confidence')}
            />
            <TextField
              label={t('Importance to customers, 0–10')}
              name="importance"
              inputMode="decimal"
              defaultValue={number('importance')}
              hint={used('importance')}
              error={error('importance')}
            />
            <TextField
              label={t('Satisfaction of customers, 0–10')}
              name="satisfaction"
              inputMode="decimal"
              defaultValue={number('satisfaction')}
              hint={used('satisfaction')}
              error={error('satisfaction')}
            />
          </div>
        </Disclosure>
        {bare ? (
          <TextField
            label={t('Why start it without evidence?')}
            name="reason"
            maxLength={500}
            defaultValue={value('reason')}
            hint={t('Only where you start it now and nothing is linked yet. The reason is kept and shown.')}
          />
        ) : null}
      </fieldset>
      <Refusal>{refusal}</Refusal>
      {error('seen') ? <Notice tone="bad">{error('seen')}</Notice> : null}
      {done && !pending ? (
        <p role="status" className="text-sm text-soft">
          {t('Saved.')}
        </p>
      ) : null}
      {mayWrite ? (
        <div className="flex flex-wrap gap-2">
          <Button type="submit" variant="primary" name="then" value="save" disabled={pending}>
            {buttons === 'create' ? t('Save as an idea') : t('Save')}
          </Button>
          {buttons === 'create' ? (
            <Button type="submit" name="then" value="start" disabled={pending}>
              {t('Save and start now')}
            </Button>
          ) : null}
        </div>
      ) : null}
    </form>
  );
}

/** A number to type over: at most two digits after the point, none that says nothing. */
function shownNumber(value: number, tongue: 'en' | 'de'): string {
  return inTongue(String(Math.round(value * 100) / 100), tongue);
}
