import { SelectField, TextField } from '@/components/ui/field';
import { Table, Td, Th } from '@/components/ui/table';
import { useText } from '@/components/ui/text';
import { METRIC_IDS, METRICS, type MetricId } from '@/lib/scoring/metrics';
import { type ColumnChoice, type FileView, USE_LABELS, type Use } from './column-plan';

/** One row per column of the file: what it is, and, for a question, what it asks about. */
export function ColumnTable({
  file,
  choices,
  onChange,
}: {
  file: FileView;
  choices: Record<string, ColumnChoice>;
  onChange: (column: string, change: Partial<ColumnChoice>) => void;
}) {
  const t = useText();
  return (
    <Table
      label={t('Columns of the file')}
      head={
        <tr>
          <Th>{t('Column')}</Th>
          <Th>{t('Use as')}</Th>
          <Th>{t('Question: what it is about, its scale, its name')}</Th>
        </tr>
      }
    >
      {file.columns.map(({ name, filled, examples }) => {
        const choice = choices[name];
        if (!choice) return null;
        const change = (to: Partial<ColumnChoice>) => onChange(name, to);
        return (
          <tr key={name} className="align-top">
            <Td className="min-w-44 align-top!">
              <span className="font-medium wrap-anywhere">{name}</span>
              <span className="block text-xs wrap-anywhere text-soft">
                {examples.length > 0
                  ? t('{filled} of {rows} filled: {examples}', {
                      filled: String(filled),
                      rows: String(file.rows),
                      examples: examples.join(', ').slice(0, 60),
                    })
                  : t('{filled} of {rows} filled', { filled: String(filled), rows: String(file.rows) })}
              </span>
            </Td>
            <Td className="min-w-48 align-top!">
              <SelectField
                label={t('Use {column} as', { column: name })}
                labelHidden
                value={choice.use}
                onChange={(event) => change({ use: event.target.value as Use })}
              >
                {Object.entries(USE_LABELS).map(([use, label]) => (
                  <option key={use} value={use}>
                    {t(label)}
                  </option>
                ))}
              </SelectField>
            </Td>
            <Td className="min-w-[30rem] align-top!">
              {choice.use === 'answer' ? (
                <QuestionFields file={file} name={name} choice={choice} change={change} />
              ) : null}
            </Td>
          </tr>
        );
      })}
    </Table>
  );
}

function QuestionFields({
  file,
  name,
  choice,
  change,
}: {
  file: FileView;
  name: string;
  choice: ColumnChoice;
  change: (to: Partial<ColumnChoice>) => void;
}) {
  const t = useText();
  const stages = [...new Set(file.touchpoints.map((one) => one.stage))];
  return (
    <div className="grid grid-cols-[1.4fr_1fr_1.2fr] gap-2">
      <SelectField
        label={t('What {column} is about', { column: name })}
        labelHidden
        value={choice.lineageId}
        onChange={(event) => change({ lineageId: event.target.value })}
      >
        <option value="">{t('Choose what it is about')}</option>
        <option value={file.journey.lineageId}>
          {t('The whole journey: {journey}', { journey: file.journey.title })}
        </option>
        {stages.map((stage) => (
          <optgroup key={stage} label={stage}>
            {file.touchpoints
              .filter((one) => one.stage === stage)
              .map((one) => (
                <option key={one.lineageId} value={one.lineageId}>
                  {one.title}
                </option>
              ))}
          </optgroup>
        ))}
      </SelectField>
      <SelectField
        label={t('Scale of {column}', { column: name })}
        labelHidden
        value={choice.metric}
        onChange={(event) => change({ metric: event.target.value as MetricId })}
      >
        {METRIC_IDS.map((id) => (
          <option key={id} value={id}>
            {METRICS[id].name}, {METRICS[id].scale.min}…{METRICS[id].scale.max}
          </option>
        ))}
      </SelectField>
      <TextField
        label={t('Name of {column}', { column: name })}
        labelHidden
        required
        maxLength={80}
        value={choice.title}
        onChange={(event) => change({ title: event.target.value })}
      />
    </div>
  );
}
