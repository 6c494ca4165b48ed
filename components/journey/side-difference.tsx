import { formatChange, formatChangeInterval } from '@/lib/format';
import type { ComparedMeasure } from '@/lib/insights/model/side-by-side';
import { sideDirection } from '@/lib/insights/rules/side-by-side';
import { METRICS } from '@/lib/scoring/metrics';
import type { Translate } from '@/lib/translate';
import { differenceMethod } from './interval-methods';
import { trendClass } from './trend';

/** B − A of one measure with its interval, and in a word what it says; an arrow only where it is more than chance. */
export function SideDifference({
  compared,
  minimumN,
  t,
}: {
  compared: ComparedMeasure;
  minimumN: number;
  t: Translate;
}) {
  const { metric, change } = compared.b;
  const direction = sideDirection(compared, minimumN);
  const label = <span className="font-semibold tracking-wide text-soft">{METRICS[metric].label}</span>;
  if (change === null || direction === null) {
    return (
      <p
        className="text-xs text-soft"
        title={t('Both sides need at least {minimum} answers.', { minimum: minimumN })}
      >
        {label} {t('too few to compare')}
      </p>
    );
  }
  return (
    <p className="tabular text-xs" title={whyText(compared, t)}>
      {label}{' '}
      <span className={`text-sm font-bold whitespace-nowrap ${trendClass(direction)}`}>
        {direction === 'unclear' ? null : <span aria-hidden="true">{direction === 'up' ? '▲' : '▼'}</span>}
        {formatChange(metric, change.delta, t.tongue)}
      </span>{' '}
      <span className="whitespace-nowrap text-soft">
        <span className="sr-only">{t('95 % interval')} </span>
        {formatChangeInterval(metric, change, t.tongue)}
      </span>
      <span
        className={`block ${direction === 'unclear' ? 'text-soft' : `font-medium ${trendClass(direction)}`}`}
      >
        {direction === 'unclear'
          ? t('too early to tell')
          : direction === 'up'
            ? t('higher##of a score')
            : t('lower##of a score')}
      </span>
    </p>
  );
}

/** By what a difference was judged, and why it counts or does not. */
function whyText({ b: { change, adjustedP } }: ComparedMeasure, t: Translate): string {
  const method = t(differenceMethod(change?.method ?? ''));
  const alone = change !== null && (change.low > 0 || change.high < 0);
  if (change?.significant) {
    return adjustedP === null
      ? t('B − A, 95 % interval by {method}. More than chance would do.', { method })
      : t('B − A, 95 % interval by {method}. It stands out of all that is compared here.', { method });
  }
  return adjustedP !== null && alone
    ? t(
        'B − A, 95 % interval by {method}. Alone it would be clear; among all that is compared here one like it is to be expected by chance.',
        { method },
      )
    : t('B − A, 95 % interval by {method}. It may be none.', { method });
}
