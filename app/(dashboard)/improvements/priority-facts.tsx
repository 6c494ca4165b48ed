import { formatCount, formatDecimal, formatPercent } from '@/lib/format';
import type { Factor, FactorOrigin, Priority } from '@/lib/improvements/model';
import { msg, type Translate } from '@/lib/translate';

/** Where a factor comes from, in words. */
export const ORIGINS: Readonly<Record<FactorOrigin, string>> = {
  given: msg('typed in'),
  found: msg('found'),
  measured: msg('measured by what the whole goes along with'),
  assumed: msg('assumed'),
};

/** The priority with every factor that makes it, and where each comes from. */
export function PriorityFacts({ priority, t }: { priority: Priority; t: Translate }) {
  const { measured, formula, importance, satisfaction, opportunity, reach, confidence, effort, value } =
    priority;
  const decimal = (one: number) => formatDecimal(one, 1, t.tongue);
  const rows: [string, string, Factor][] = [
    [t('Importance to customers'), t('{value} of 10', { value: decimal(importance.value) }), importance],
    [
      t('Satisfaction of customers'),
      t('{value} of 10', { value: decimal(satisfaction.value) }),
      satisfaction,
    ],
    [t('Reach'), formatPercent(reach.value), reach],
    [t('Confidence'), formatPercent(confidence.value), confidence],
    [t('Effort'), t('{value} of 5', { value: String(effort.value) }), effort],
  ];
  return (
    <div className="text-sm">
      <p className="tabular mb-2">
        <strong className="text-xl font-bold">{decimal(value)}</strong>{' '}
        <span className="text-soft">
          {t('= opportunity {opportunity} × reach {reach} × confidence {confidence} / effort {effort}', {
            opportunity: decimal(opportunity),
            reach: formatPercent(reach.value),
            confidence: formatPercent(confidence.value),
            effort: String(effort.value),
          })}
        </span>
      </p>
      <table className="tabular w-full text-left">
        <caption className="sr-only">{t('What makes the priority')}</caption>
        <tbody className="divide-y divide-line">
          {rows.map(([name, shown, factor]) => (
            <tr key={name}>
              <th scope="row" className="py-1 pr-3 font-normal text-soft">
                {name}
              </th>
              <td className="py-1 pr-3 font-medium">{shown}</td>
              <td className="py-1 text-xs text-soft">{t(ORIGINS[factor.origin])}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {measured ? (
        <p className="tabular mt-2">
          {t('Measured importance: {value} of 10 ({low} … {high}).', {
            value: decimal(measured.value),
            low: decimal(measured.low),
            high: decimal(measured.high),
          })}{' '}
          <span className="text-xs text-soft">
            {t(
              'It has {share} of what the answer about the whole goes along with ({people} people); 5 is an even share of all touchpoints, 10 four times that. It goes together, what causes it is not said.',
              { share: formatPercent(measured.share), people: formatCount(measured.people, t.tongue) },
            )}
          </span>
        </p>
      ) : null}
      <p className="mt-2 text-xs text-soft">
        {t(
          'The opportunity is Ulwick’s: importance, and once more as far as it is not met; above 15 is major, below 10 customers are served. Confidence is 30 % for an assumption, 60 % for partly validated, 80 % for validated with 30 people behind it, 100 % with 100.',
        )}{' '}
        {formula}
      </p>
    </div>
  );
}
