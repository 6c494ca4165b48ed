'use client';

import { useState } from 'react';
import { useForm } from '@/app/use-form';
import { SelectField, TextField } from '@/components/ui/field';
import { ListForm } from '@/components/ui/list-form';
import { useText } from '@/components/ui/text';
import { BENCHMARK_SCALES } from '@/lib/outcomes/model';
import { scaleName } from '@/lib/outcomes/rules/benchmarks';
import { METRIC_IDS, METRICS, type MetricId } from '@/lib/scoring/metrics';
import { addBenchmarkAction } from '../actions';

/** Adds a value that somebody else published. */
export function BenchmarkForm() {
  const t = useText();
  const { value, error, ...sent } = useForm(addBenchmarkAction);
  const [metric, setMetric] = useState<MetricId>('nps');
  const kept = (name: string) => (sent.done ? '' : value(name));
  return (
    <ListForm
      form={sent.form}
      done={sent.done?.id ?? null}
      refusal={sent.refusal}
      label={t('Add a benchmark')}
      button={t('Add##a benchmark')}
      framed
    >
      <div className="grid gap-4 sm:grid-cols-3">
        <SelectField
          label={t('Metric')}
          name="metric"
          value={metric}
          onChange={(event) => setMetric(event.target.value as MetricId)}
        >
          {METRIC_IDS.map((id) => (
            <option key={id} value={id}>
              {METRICS[id].name}
            </option>
          ))}
        </SelectField>
        <TextField
          label={METRICS[metric].unit === 'percent' ? t('Value in percent') : t('Value##in a form')}
          name="value"
          required
          inputMode="decimal"
          autoComplete="off"
          defaultValue={kept('value')}
          error={error('value')}
          hint={t(METRICS[metric].inWords)}
        />
        <SelectField
          label={t('Scale of the answers')}
          name="scale"
          key={metric}
          defaultValue={scaleName(metric)}
          error={error('scale')}
          hint={t('On another scale it is kept, not compared.')}
        >
          {BENCHMARK_SCALES.map((scale) => (
            <option key={scale} value={scale}>
              {scale === 'other' ? t('another scale') : scale}
            </option>
          ))}
        </SelectField>
        <TextField
          label={t('Source##of a published value')}
          name="source"
          required
          maxLength={200}
          autoComplete="off"
          defaultValue={kept('source')}
          error={error('source')}
        />
        <TextField
          label={t('Year##of a publication')}
          name="year"
          required
          inputMode="numeric"
          autoComplete="off"
          defaultValue={kept('year')}
          error={error('year')}
        />
        <TextField
          label={t('Answers it rests on, if known')}
          name="n"
          inputMode="numeric"
          autoComplete="off"
          defaultValue={kept('n')}
          error={error('n')}
        />
        <div className="sm:col-span-3">
          <TextField
            label={t('Link to the source, if there is one')}
            name="link"
            type="url"
            autoComplete="off"
            defaultValue={kept('link')}
            error={error('link')}
          />
        </div>
      </div>
    </ListForm>
  );
}
