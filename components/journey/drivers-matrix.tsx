import { ImpactMatrix } from '@/components/charts/impact-matrix';
import { Table, Td, Th } from '@/components/ui/table';
import { formatCount, formatDecimal, formatPercent } from '@/lib/format';
import type { DriversView, ImpactPoint, ImpactView, Quadrant } from '@/lib/insights/model/drivers';
import { msg, type Translate } from '@/lib/translate';

const QUADRANTS: Readonly<Record<Quadrant, string>> = {
  improve: msg('Improve first'),
  keep: msg('Keep it up'),
  maintain: msg('Going well, moves little'),
  watch: msg('Keep an eye on it'),
};

/** Impact against performance: a picture, and beside it the same as a table. */
export function DriversMatrix({ impact, view, t }: { impact: ImpactView; view: DriversView; t: Translate }) {
  const most = Math.max(...impact.points.map(({ driver }) => driver.performance?.n ?? 0));
  const weights = view.level === 'weights';
  return (
    <div className="grid grid-cols-1 items-start gap-5 lg:grid-cols-2">
      <ImpactMatrix
        label={t('Impact against performance')}
        lines={impact.lines}
        points={impact.points.map((point, place) => ({
          number: place + 1,
          label: `${place + 1}. ${textOf(point, t)}`,
          x: point.x,
          y: point.y,
          size: Math.sqrt((point.driver.performance?.n ?? 0) / most),
          strength: point.driver.performance?.reliability ?? 1,
          straddles: point.straddles,
        }))}
        fields={{
          topLeft: t(QUADRANTS.improve),
          topRight: t(QUADRANTS.keep),
          bottomLeft: t(QUADRANTS.watch),
          bottomRight: t(QUADRANTS.maintain),
        }}
        xAxis={{
          title: t('How well it does, on its own scale'),
          low: t('Worse##of a scale'),
          high: t('Better##of a scale'),
        }}
        yAxis={{ title: weights ? t('Share of what is explained') : t('Group by what it explains') }}
      />
      <Table
        label={t('Impact against performance, as a table')}
        head={
          <tr>
            <Th>{t('No.##of a row')}</Th>
            <Th>{t('Touchpoint')}</Th>
            <Th
              title={t(
                'Lowest point of the scale 0, highest 100; shrunken towards its metric where five touchpoints or more have it',
              )}
            >
              {t('How well it does')}
            </Th>
            <Th>{t('Where it lies')}</Th>
          </tr>
        }
      >
        {impact.points.map((point, place) => (
          <tr key={point.driver.question.key}>
            <Td className="tabular py-2! text-soft">{place + 1}</Td>
            <Td className="py-2!">
              {point.driver.question.touchpointTitle}
              {point.driver.question.title === point.driver.question.touchpointTitle ? null : (
                <span className="block text-xs text-soft">{point.driver.question.title}</span>
              )}
            </Td>
            <Td className="tabular py-2!">
              <span className="font-semibold">{index(point.x.value, t)}</span>{' '}
              <span className="text-xs whitespace-nowrap text-soft">
                {index(point.x.low, t)} … {index(point.x.high, t)}
              </span>
              <span className="block text-xs text-soft">
                {t('n {n}', { n: formatCount(point.driver.performance?.n ?? 0, t.tongue) })}
                {reliabilityText(point, t)}
              </span>
            </Td>
            <Td className="py-2!">
              {point.straddles ? t('Too early to tell##of a driver') : t(QUADRANTS[point.quadrant])}
              {point.missing === null ? null : (
                <span className="block text-xs text-soft">
                  {t('needs about {n} more answers', { n: formatCount(point.missing, t.tongue) })}
                </span>
              )}
            </Td>
          </tr>
        ))}
      </Table>
    </div>
  );
}

function textOf(point: ImpactPoint, t: Translate): string {
  return t('{touchpoint}: {place}. How well it does {value}, 95 % interval {low} … {high}', {
    touchpoint: point.driver.question.touchpointTitle,
    place: point.straddles ? t('Too early to tell##of a driver') : t(QUADRANTS[point.quadrant]),
    value: index(point.x.value, t),
    low: index(point.x.low, t),
    high: index(point.x.high, t),
  });
}

function reliabilityText({ driver }: ImpactPoint, t: Translate): string {
  const reliability = driver.performance?.reliability ?? null;
  return reliability === null ? '' : `, ${t('reliability {share}', { share: formatPercent(reliability) })}`;
}

const index = (share: number, t: Translate): string => formatDecimal(100 * share, 0, t.tongue);
