'use client';

import { useState } from 'react';
import { useForm } from '@/app/use-form';
import { SelectField, TextField } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { SubmitButton } from '@/components/ui/submit-button';
import { useText } from '@/components/ui/text';
import type { CaseCondition } from '@/lib/cases/model';
import { EMOTION_WORDS } from '@/lib/scoring/emotion-words';
import { pointName } from '@/lib/scoring/metric';
import { METRICS, SURVEY_METRICS, type SurveyMetricId } from '@/lib/scoring/metrics';
import { scalePoints } from '@/lib/scoring/tally';
import { msg } from '@/lib/translate';
import { addCaseRuleAction } from './actions';
import type { Place } from './places';

const KINDS: Record<CaseCondition['kind'], string> = {
  score: msg('A low score'),
  words: msg('A word in a comment'),
  comment: msg('Any comment'),
  emotion: msg('A feeling'),
};

/** Adds a rule that opens cases. */
export function CaseRuleForm({
  journeys,
  members,
}: {
  journeys: readonly Place[];
  members: readonly { id: string; name: string }[];
}) {
  const t = useText();
  const { form, refusal, done, error, value } = useForm(addCaseRuleAction);
  const [kind, setKind] = useState<CaseCondition['kind']>('score');
  const [metric, setMetric] = useState<SurveyMetricId>('nps');
  return (
    <form
      key={done ?? 'none'}
      {...form}
      aria-label={t('Add a rule that opens cases')}
      className="flex flex-col gap-4 border-t border-line pt-4"
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField
          label={t('A case is opened by')}
          name="kind"
          value={kind}
          onChange={(event) => setKind(event.currentTarget.value as CaseCondition['kind'])}
        >
          {Object.entries(KINDS).map(([id, label]) => (
            <option key={id} value={id}>
              {t(label)}
            </option>
          ))}
        </SelectField>
        {kind === 'score' ? (
          <div className="grid grid-cols-2 gap-3">
            <SelectField
              label={t('Question')}
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
            <SelectField
              label={t('At most')}
              name="most"
              key={metric}
              defaultValue={METRICS[metric].groups[0]?.upTo}
              error={error('condition.most')}
            >
              {scalePoints(METRICS[metric].scale)
                .slice(0, -1)
                .map((point) => (
                  <option key={point} value={point}>
                    {pointName(METRICS[metric], t.tongue, point)}
                  </option>
                ))}
            </SelectField>
          </div>
        ) : null}
        {kind === 'words' ? (
          <TextField
            label={t('Words')}
            name="words"
            required
            maxLength={2000}
            autoComplete="off"
            defaultValue={value('words')}
            hint={t('Several with commas. A star stands for any ending: cancel*')}
            error={error('condition.words')}
          />
        ) : null}
      </div>
      {kind === 'emotion' ? (
        <fieldset className="flex flex-wrap gap-x-5 gap-y-2">
          <legend className="mb-1.5 text-sm font-medium">{t('Feelings')}</legend>
          {EMOTION_WORDS.filter(({ valence }) => valence < 0).map(({ id, label }) => (
            <label key={id} className="flex min-h-6 items-center gap-2 text-sm">
              <input type="checkbox" name="feeling" value={id} className="size-4.5 accent-primary" />
              {label[t.tongue]}
            </label>
          ))}
          {error('condition.words') ? (
            <p className="w-full text-xs font-medium text-bad">{error('condition.words')}</p>
          ) : null}
        </fieldset>
      ) : null}
      <div className="grid gap-4 sm:grid-cols-3">
        <SelectField label={t('Where')} name="about" error={error('journeyId') ?? error('lineageId')}>
          <option value="">{t('Everywhere')}</option>
          {journeys.map((journey) => (
            <optgroup key={journey.id} label={journey.title}>
              <option value={journey.id}>{t('All of {journey}', { journey: journey.title })}</option>
              {journey.subjects.map((subject) => (
                <option key={subject.lineageId} value={`${journey.id}/${subject.lineageId}`}>
                  {subject.title}
                </option>
              ))}
            </optgroup>
          ))}
        </SelectField>
        <SelectField label={t('Who gets it')} name="assignee" error={error('assigneeUserId')}>
          <option value="">{t('The owner of the touchpoint')}</option>
          {members.map((member) => (
            <option key={member.id} value={member.id}>
              {member.name}
            </option>
          ))}
        </SelectField>
        <TextField
          label={t('Due in business hours')}
          name="dueHours"
          type="number"
          min={1}
          max={500}
          required
          defaultValue={value('dueHours', '8')}
          error={error('dueHours')}
        />
      </div>
      {refusal ? (
        <Notice tone="bad" live>
          {refusal}
        </Notice>
      ) : null}
      {done === null ? null : (
        <Notice tone="good" live>
          {t('Added. It looks at answers from now on.')}
        </Notice>
      )}
      <div>
        <SubmitButton>{t('Add the rule')}</SubmitButton>
      </div>
    </form>
  );
}
