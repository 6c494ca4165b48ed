'use client';

import { useState } from 'react';
import { useForm } from '@/app/use-form';
import { DialogButton, DialogForm } from '@/components/ui/dialog-form';
import { SelectField, TextField } from '@/components/ui/field';
import { ListForm } from '@/components/ui/list-form';
import { useText } from '@/components/ui/text';
import type { CaseCondition, CaseRule } from '@/lib/cases/model';
import { EMOTION_WORDS } from '@/lib/scoring/emotion-words';
import { pointName } from '@/lib/scoring/metric';
import { METRICS, type MetricId, SURVEY_METRICS } from '@/lib/scoring/metrics';
import { scalePoints } from '@/lib/scoring/tally';
import { msg } from '@/lib/translate';
import { addCaseRuleAction, editCaseRuleAction } from './actions';
import type { Place } from './places';

const KINDS: Record<CaseCondition['kind'], string> = {
  score: msg('A low score'),
  words: msg('A word in a comment'),
  comment: msg('Any comment'),
  emotion: msg('A feeling'),
};

export type CaseRuleChoices = {
  journeys: readonly Place[];
  members: readonly { id: string; name: string }[];
};

/** Adds a rule that opens cases. */
export function CaseRuleForm(choices: CaseRuleChoices) {
  const t = useText();
  const { error, value, ...sent } = useForm(addCaseRuleAction);
  return (
    <ListForm
      form={sent.form}
      done={sent.done}
      refusal={sent.refusal}
      label={t('Add a rule that opens cases')}
      said={t('Added. It looks at answers from now on.')}
      button={t('Add the rule')}
    >
      <Fields {...choices} {...{ error, value }} rule={null} />
    </ListForm>
  );
}

/** Changes a rule that opens cases. */
export function ChangeCaseRule({
  rule,
  text,
  ...choices
}: CaseRuleChoices & { rule: CaseRule; text: string }) {
  const t = useText();
  return (
    <DialogButton
      label={t('Change')}
      name={t('Change the rule {rule}', { rule: text })}
      title={t('Change a rule that opens cases')}
    >
      {(close) => <ChangeForm {...choices} rule={rule} close={close} />}
    </DialogButton>
  );
}

function ChangeForm({ rule, close, ...choices }: CaseRuleChoices & { rule: CaseRule; close: () => void }) {
  const t = useText();
  const { error, value, ...sent } = useForm(editCaseRuleAction);
  return (
    <DialogForm
      form={sent.form}
      done={sent.done}
      refusal={sent.refusal}
      said={t('Changed. It looks at answers from now on; its cases stay.')}
      close={close}
      button={t('Save')}
    >
      <input type="hidden" name="id" value={rule.id} />
      <Fields {...choices} {...{ error, value, rule }} />
    </DialogForm>
  );
}

function Fields({
  journeys,
  members,
  rule,
  error,
  value,
}: CaseRuleChoices & Pick<ReturnType<typeof useForm>, 'error' | 'value'> & { rule: CaseRule | null }) {
  const t = useText();
  const was = wasOf(rule?.condition ?? null);
  const [kind, setKind] = useState<CaseCondition['kind']>(rule?.condition.kind ?? 'score');
  const [metric, setMetric] = useState<MetricId>(was.metric);
  return (
    <>
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
              onChange={(event) => setMetric(event.currentTarget.value as MetricId)}
            >
              {offered(was.metric).map((id) => (
                <option key={id} value={id}>
                  {METRICS[id].name}
                </option>
              ))}
            </SelectField>
            <SelectField
              label={t('At most')}
              name="most"
              key={metric}
              defaultValue={(was.metric === metric ? was.most : undefined) ?? METRICS[metric].groups[0]?.upTo}
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
            defaultValue={value('words', was.words.join(', '))}
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
              <input
                type="checkbox"
                name="feeling"
                value={id}
                defaultChecked={was.feelings.includes(id)}
                className="size-4.5 accent-primary"
              />
              {label[t.tongue]}
            </label>
          ))}
          {error('condition.words') ? (
            <p className="w-full text-xs font-medium text-bad">{error('condition.words')}</p>
          ) : null}
        </fieldset>
      ) : null}
      <div className="grid gap-4 sm:grid-cols-3">
        <SelectField
          label={t('Where')}
          name="about"
          defaultValue={value('about', aboutOf(rule))}
          error={error('journeyId') ?? error('lineageId')}
        >
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
        <SelectField
          label={t('Who gets it')}
          name="assignee"
          defaultValue={value('assignee', rule?.assigneeUserId ?? '')}
          error={error('assigneeUserId')}
        >
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
          defaultValue={value('dueHours', String(rule?.dueHours ?? 8))}
          error={error('dueHours')}
        />
      </div>
    </>
  );
}

/** Metrics of surveys, and the rule's own if it is another. */
const offered = (own: MetricId): readonly MetricId[] => [...new Set<MetricId>([...SURVEY_METRICS, own])];

/** What the fields of a condition show at first. */
function wasOf(condition: CaseCondition | null) {
  return {
    metric: condition?.kind === 'score' ? condition.metric : ('nps' as MetricId),
    most: condition?.kind === 'score' ? condition.most : undefined,
    words: condition?.kind === 'words' ? condition.words : [],
    feelings: condition?.kind === 'emotion' ? condition.words : [],
  };
}

/** One subject of a journey is sent as `journey/lineage`. */
const aboutOf = (rule: CaseRule | null) => [rule?.journeyId, rule?.lineageId].filter(Boolean).join('/');
