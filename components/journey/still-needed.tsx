import { formatChange, formatCount, formatDay, formatPercent } from '@/lib/format';
import type { JourneyMapView, MeasureDetailView, MeasureView } from '@/lib/insights/model';
import { reachedOn } from '@/lib/insights/rules/until';
import type { Translate } from '@/lib/translate';

type Around = Pick<JourneyMapView, 'period' | 'today' | 'language' | 'minimumN'>;

/** How many more answers make the change certain and the score firm, and when they will have come; nothing if all is. */
export function StillNeeded({
  measure,
  detail,
  map,
  t,
}: {
  measure: MeasureView;
  detail: MeasureDetailView | undefined;
  map: Around;
  t: Translate;
}) {
  if (!detail || !measure.shown) return null;
  const { until, finds, order } = detail;
  const compared = measure.change !== null && measure.previous.n >= map.minimumN;
  const sentences = [
    compared && until.certain !== null && until.certain > 0
      ? t(
          'About {n} more {more, plural, one {answer} other {answers}} until this change is certain, if it stays as it is{when}.',
          {
            n: formatCount(until.certain, t.tongue),
            more: until.certain,
            when: whenText(until.certain, measure, map, t),
          },
        )
      : '',
    compared && until.certain === null && measure.change?.significant === false
      ? t(
          'More answers alone will not make this change certain: it is too small for the answers of the period before.',
        )
      : '',
    until.firm !== null && until.firm > 0
      ? t('About {n} more {more, plural, one {answer} other {answers}} until the score is firm{when}.', {
          n: formatCount(until.firm, t.tongue),
          more: until.firm,
          when: whenText(until.firm, measure, map, t),
        })
      : '',
    finds
      ? t('To find a change of {size} four times of five, each period needs about {n} answers.', {
          size: formatChange(measure.metric, finds.change, t.tongue).replace('+', ''),
          n: formatCount(finds.answers, t.tongue),
        })
      : '',
  ].filter(Boolean);
  return (
    <>
      {sentences.map((sentence) => (
        <p key={sentence} className="mt-1 text-xs text-soft">
          {sentence}
        </p>
      ))}
      {compared && order ? (
        <p
          className="mt-1 text-2xs text-soft"
          title={t(
            'Mann–Whitney: looks at the order of the answers only, not at how far apart the points are.',
          )}
        >
          {t(
            'An answer of this period beats one of the period before in {share} of pairs, ties by halves{p}.',
            {
              share: formatPercent(order.above),
              p: order.p === null ? '' : ` (p ${pText(order.p, t)})`,
            },
          )}
        </p>
      ) : null}
    </>
  );
}

function whenText(more: number, measure: MeasureView, map: Around, t: Translate): string {
  const on = reachedOn(more, measure, map);
  if (on === null) return '';
  return on === 'later'
    ? t('; at the pace of this period in more than a year')
    : t('; at the pace of this period by {day}', { day: formatDay(on, t.tongue) });
}

function pText(p: number, { tongue }: Translate): string {
  const text = p < 0.001 ? '< 0.001' : p.toFixed(p < 0.1 ? 3 : 2);
  return tongue === 'de' ? text.replace('.', ',') : text;
}
