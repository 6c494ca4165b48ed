import { rich } from '@/components/ui/rich';
import { formatPeriod } from '@/lib/format';
import type { JourneyMapView } from '@/lib/insights/model';
import type { Translate } from '@/lib/translate';

/** How many changes the map compares and how many of them are more than chance; nothing where there is none to compare. */
export function Comparisons({
  map: { comparisons, period, language },
  t,
}: {
  map: Pick<JourneyMapView, 'comparisons' | 'period' | 'language'>;
  t: Translate;
}) {
  const { made, standOut } = comparisons;
  if (made === 0) return null;
  return (
    <div className="basis-52 px-4 py-2">
      <dt className="text-xs text-soft">{t('Changes')}</dt>
      <dd
        className="tabular"
        title={t(
          'Benjamini–Hochberg at 5 %: of the changes that stand out, about one in twenty may be chance. Without it, {made, plural, one {# comparison shows} other {# comparisons show}} arrows where nothing changed.',
          { made },
        )}
      >
        {rich(
          t,
          '<b>{standOut}</b> <s>{standOut, plural, one {stands out} other {stand out}} of {made, plural, one {# comparison} other {# comparisons}}</s>',
          {
            standOut,
            made,
            b: (inside) => (
              <span className="text-[1.375rem] leading-7 font-bold tracking-tight">{inside}</span>
            ),
            s: (inside) => <span className="text-sm text-soft">{inside}</span>,
          },
        )}
        <span className="mt-0.5 block text-xs text-soft">
          {t('against {period}, judged together', {
            period: formatPeriod(period.previousFrom, period.previousTo, language),
          })}
        </span>
      </dd>
    </div>
  );
}
