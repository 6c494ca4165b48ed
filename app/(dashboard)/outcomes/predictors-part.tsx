import { ChartTools } from '@/components/charts/chart-tools';
import { Table, Td, Th } from '@/components/ui/table';
import { type Predictor, tells } from '@/lib/outcomes/rules/predictors';
import type { OutcomesView } from '@/lib/outcomes/views/load-outcomes';
import { METRICS } from '@/lib/scoring/metrics';
import { msg, type Translate } from '@/lib/translate';
import { Part } from './part';
import { numberInterval, numberText } from './words';

const VERDICTS = {
  yes: msg('tells more than chance'),
  no: msg('misleads'),
  unclear: msg('too early to tell'),
};

/** Which metric told the outcome of people who came later. */
export function PredictorsPart({
  t,
  predictors,
  asked,
}: {
  t: Translate;
  predictors: readonly Predictor[];
  asked: NonNullable<OutcomesView['asked']>;
}) {
  const [leader, second] = predictors;
  const first = leader && tells(leader) === 'yes' ? leader : null;
  return (
    <Part
      id="predictors"
      title={t('Which score foretells it best here')}
      conclusion={
        first ? (
          <b className="font-semibold">
            {second && overlap(first, second)
              ? t('{first} leads, but not clearly ahead of {second}.', {
                  first: METRICS[first.metric].name,
                  second: METRICS[second.metric].name,
                })
              : t('{first} foretells it best.', { first: METRICS[first.metric].name })}
          </b>
        ) : (
          t('Too early to tell: no score has foretold it better than chance yet.')
        )
      }
    >
      <ChartTools id="predictors-table" title={t('Which score foretells it best here')}>
        <Table
          label={t('Scores and how well they foretell')}
          head={
            <tr>
              <Th>{t('Score')}</Th>
              <Th className="text-right">{t('People judged')}</Th>
              <Th className="text-right">
                {asked.kind === 'churned' ? t('Left##a customer') : t('Renewed')}
              </Th>
              <Th className="text-right">{t('Tells apart (AUC)')}</Th>
              <Th className="text-right">{t('Miss (Brier)')}</Th>
              <Th className="text-right">{t('Gain × 1,000')}</Th>
              <Th>{t('Verdict')}</Th>
            </tr>
          }
        >
          {predictors.map((one) => (
            <tr key={one.metric} className="tabular">
              <Td className="whitespace-nowrap">{METRICS[one.metric].name}</Td>
              <Td className="text-right">{(one.check?.n ?? 0).toLocaleString(t.tongue)}</Td>
              <Td className="text-right">{(one.check?.events ?? 0).toLocaleString(t.tongue)}</Td>
              <Td className="text-right whitespace-nowrap">
                {numberText(t, one.check?.auc?.value ?? null, 2)}
                <span className="block text-xs text-soft">
                  {numberInterval(t, one.check?.auc?.interval ?? null, 2)}
                </span>
              </Td>
              <Td className="text-right whitespace-nowrap">
                {numberText(t, one.check?.brier.mean ?? null, 3)}
                <span className="block text-xs text-soft">
                  {t('without: {miss}', { miss: numberText(t, one.check?.baseBrier.mean ?? null, 3) })}
                </span>
              </Td>
              <Td className="text-right whitespace-nowrap">
                {numberText(t, thousand(one.check?.gain.mean), 1)}
                <span className="block text-xs text-soft">
                  {one.check === null
                    ? '–'
                    : numberInterval(
                        t,
                        {
                          low: one.check.gain.interval.low * 1000,
                          high: one.check.gain.interval.high * 1000,
                        },
                        1,
                      )}
                </span>
              </Td>
              <Td className="whitespace-nowrap">{t(VERDICTS[tells(one)])}</Td>
            </tr>
          ))}
        </Table>
      </ChartTools>
      <p className="max-w-2xl text-xs text-soft">
        {t(
          'Each fifth of the people, in the order of their answers, is foretold from those before it alone. AUC: how often the one of two people who had the outcome also had the higher chance; 0.5 is chance, 1 is always. Brier: mean squared miss, and what it is by the rate of all alone. Gain: log-loss saved against that rate. Metrics are judged on different people.',
        )}
      </p>
    </Part>
  );
}

const thousand = (value: number | undefined): number | null => (value === undefined ? null : value * 1000);

function overlap(a: Predictor, b: Predictor): boolean {
  const [one, other] = [a.check?.gain.interval, b.check?.gain.interval];
  return one !== undefined && other !== undefined && one.low <= other.high;
}
