'use client';

import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog, DialogEnd } from '@/components/ui/dialog';
import { CheckField, SelectField, TextArea, TextField } from '@/components/ui/field';
import { useText } from '@/components/ui/text';
import type { StageView } from '@/lib/insights/model';
import { scoreRange, shownUnits } from '@/lib/journey/rules/target';
import { isMetricId, METRIC_IDS, METRICS, type MetricId } from '@/lib/scoring/metrics';
import type { Translate } from '@/lib/translate';
import { useEditor } from './map-editor';
import { readStage, stageChange } from './stage-change';

/** Asks for all that is said about a stage, and saves what was changed as one edit. null: closed. */
export function StageDialog({ stage, onClose }: { stage: StageView | null; onClose: () => void }) {
  const t = useText();
  const form = useRef<HTMLFormElement>(null);
  return (
    <Dialog
      open={stage !== null}
      onClose={onClose}
      title={t('Edit stage')}
      footer={
        <DialogEnd close={onClose}>
          <Button variant="primary" onClick={() => form.current?.requestSubmit()}>
            {t('Save')}
          </Button>
        </DialogEnd>
      }
    >
      {stage ? <StageForm form={form} stage={stage} onClose={onClose} /> : null}
    </Dialog>
  );
}

function StageForm({
  form,
  stage,
  onClose,
}: {
  form: React.RefObject<HTMLFormElement | null>;
  stage: StageView;
  onClose: () => void;
}) {
  const { map, edit, began } = useEditor();
  const t = useText();
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [metric, setMetric] = useState<MetricId | ''>(stage.target?.metric ?? '');
  const helping = stage.contributors.map(({ id }) => id);

  function save(data: FormData) {
    const read = readStage(data, t);
    setErrors(read.errors);
    const [wrong] = Object.keys(read.errors);
    if (wrong) {
      form.current?.querySelector<HTMLElement>(`[name=${wrong}]`)?.focus();
      return;
    }
    const start = began().stages.find(({ id }) => id === stage.id) ?? stage;
    const patch = stageChange(start, read.wanted);
    onClose();
    if (Object.keys(patch).length > 0) {
      void edit(
        { kind: 'editStage', id: stage.id, patch },
        t('Changed “{title}”', { title: read.wanted.title }),
      );
    }
  }

  return (
    <form
      ref={form}
      noValidate
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        save(new FormData(event.currentTarget));
      }}
    >
      <TextField
        label={t('Name')}
        name="title"
        required
        maxLength={80}
        autoComplete="off"
        defaultValue={stage.title}
        error={errors['title']}
      />
      <TextArea
        label={t('What the customer wants to get done')}
        name="goal"
        maxLength={500}
        rows={2}
        className="min-h-16"
        defaultValue={stage.goal}
      />
      <TextArea
        label={t('It went well when')}
        name="successCriterion"
        maxLength={500}
        rows={2}
        className="min-h-16"
        defaultValue={stage.successCriterion}
        placeholder={t('Such as: nine of ten are online on the promised day')}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField
          label={t('Target')}
          name="targetMetric"
          value={metric}
          error={errors['targetMetric']}
          onChange={(event) => setMetric(isMetricId(event.target.value) ? event.target.value : '')}
        >
          <option value="">{t('No target')}</option>
          {METRIC_IDS.map((id) => (
            <option key={id} value={id}>
              {METRICS[id].name}
            </option>
          ))}
        </SelectField>
        {metric === '' ? null : (
          <TextField
            label={t('Score to reach')}
            name="targetValue"
            inputMode="decimal"
            autoComplete="off"
            maxLength={8}
            hint={rangeText(metric, t)}
            defaultValue={stage.target?.metric === metric ? shownUnits(metric, stage.target.value) : ''}
            error={errors['targetValue']}
          />
        )}
      </div>
      <SelectField label={t('Owner team')} name="ownerTeamId" defaultValue={stage.owner?.id ?? ''}>
        <option value="">{t('Nobody')}</option>
        {map.teams.map((team) => (
          <option key={team.id} value={team.id}>
            {team.name}
          </option>
        ))}
      </SelectField>
      {map.teams.length > 0 ? (
        <fieldset className="flex flex-col gap-2">
          <legend className="mb-1.5 text-sm font-medium">{t('Contributing teams')}</legend>
          <div className="grid gap-2 sm:grid-cols-2">
            {map.teams.map(({ id, name }) => (
              <CheckField
                key={id}
                name="contributor"
                value={id}
                label={name}
                defaultChecked={helping.includes(id)}
              />
            ))}
          </div>
        </fieldset>
      ) : null}
      <button type="submit" className="hidden" tabIndex={-1} aria-hidden="true" />
    </form>
  );
}

function rangeText(metric: MetricId, t: Translate): string {
  const { low, high } = scoreRange(metric);
  const text = (value: number) => String(shownUnits(metric, value)).replace('-', '−');
  const range = { low: text(low), high: text(high) };
  return METRICS[metric].unit === 'percent' ? t('{low} to {high} %', range) : t('{low} to {high}', range);
}
