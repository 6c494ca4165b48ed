import { Button } from '@/components/ui/button';
import { SelectField } from '@/components/ui/field';
import { HORIZONS } from '@/lib/outcomes/model';
import type { OutcomesView } from '@/lib/outcomes/views/load-outcomes';
import { METRICS } from '@/lib/scoring/metrics';
import type { Translate } from '@/lib/translate';

const OWN = ['metric', 'subject', 'outcome', 'horizon'];

/** What is asked of the outcomes; the answer is an address. */
export function Question({
  t,
  view,
  asked,
  params,
}: {
  t: Translate;
  view: OutcomesView;
  asked: NonNullable<OutcomesView['asked']>;
  params: URLSearchParams;
}) {
  return (
    <form
      method="get"
      className="grid items-end gap-3 rounded-xl border border-line bg-panel p-4 shadow-card sm:grid-cols-2 lg:grid-cols-[1fr_1.4fr_1fr_1fr_auto]"
    >
      {[...params].map(([name, value], place) =>
        // biome-ignore lint/suspicious/noArrayIndexKey: a name may stand several times in an address
        OWN.includes(name) ? null : <input key={place} type="hidden" name={name} value={value} />,
      )}
      <SelectField label={t('Score')} name="metric" key={asked.metric} defaultValue={asked.metric}>
        {view.metrics.map(({ metric, people }) => (
          <option key={metric} value={metric}>
            {METRICS[metric].name} ({people.toLocaleString(t.tongue)})
          </option>
        ))}
      </SelectField>
      <SelectField
        label={t('Answered about')}
        name="subject"
        key={`${asked.metric} ${asked.lineageId}`}
        defaultValue={asked.lineageId ?? ''}
      >
        <option value="">{t('Everything')}</option>
        {view.subjects.map(({ lineageId, title, people }) => (
          <option key={lineageId} value={lineageId}>
            {title} ({people.toLocaleString(t.tongue)})
          </option>
        ))}
      </SelectField>
      <SelectField label={t('Outcome')} name="outcome" key={asked.kind} defaultValue={asked.kind}>
        <option value="churned">{t('Left##a customer')}</option>
        <option value="renewed">{t('Renewed')}</option>
      </SelectField>
      <SelectField label={t('Within')} name="horizon" key={asked.horizon} defaultValue={asked.horizon}>
        {HORIZONS.map((days) => (
          <option key={days} value={days}>
            {t('{days} days', { days })}
          </option>
        ))}
      </SelectField>
      <Button type="submit" className="min-h-10">
        {t('Show')}
      </Button>
    </form>
  );
}
