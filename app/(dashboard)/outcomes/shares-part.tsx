import { ChartFrame } from '@/components/charts/chart-frame';
import { ChartTools } from '@/components/charts/chart-tools';
import { axisEnd, ShareBars } from '@/components/charts/share-bars';
import { Table, Td, Th } from '@/components/ui/table';
import type { OutcomeStudy } from '@/lib/outcomes/rules/study';
import type { OutcomesView } from '@/lib/outcomes/views/load-outcomes';
import { groupOf, pointName } from '@/lib/scoring/metric';
import { METRICS } from '@/lib/scoring/metrics';
import type { Translate } from '@/lib/translate';
import { Part } from './part';
import { groupName, numberInterval, numberText, pointText, shareInterval, shareText } from './words';

const FILLS = { low: 'bg-score-1', middle: 'bg-score-3', high: 'bg-score-5' };

/** How many had the outcome after each answer, and how one point more goes with it. */
export function SharesPart({
  t,
  study,
  asked,
  minimumN,
}: {
  t: Translate;
  study: OutcomeStudy;
  asked: NonNullable<OutcomesView['asked']>;
  minimumN: number;
}) {
  const metric = METRICS[asked.metric];
  const left = asked.kind === 'churned';
  const highest = Math.max(...study.byScore.map(({ interval }) => interval?.high ?? 0), 0.01);
  const axis = axisEnd(highest);
  const values = { days: asked.horizon };
  return (
    <Part
      id="shares"
      title={left ? t('Who left, by answer') : t('Who renewed, by answer')}
      conclusion={<Slope t={t} study={study} left={left} metric={metric.name} />}
    >
      <ChartFrame
        id="shares-chart"
        title={`${left ? t('Who left, by answer') : t('Who renewed, by answer')}: ${metric.name}`}
        note={t('n {n}; Wilson’s 95 % intervals; ordered fit by pooling neighbours', {
          n: study.byScore.reduce((sum, { n }) => sum + n, 0).toLocaleString(t.tongue),
        })}
        caption={
          left
            ? t(
                'Share who left within {days} days after the answer, with its interval (Wilson, 95 %); dashed: ordered fit',
                values,
              )
            : t(
                'Share who renewed within {days} days after the answer, with its interval (Wilson, 95 %); dashed: ordered fit',
                values,
              )
        }
        chart={
          <ShareBars
            axis={axis}
            axisText={[shareText(t, 0), shareText(t, axis / 2), shareText(t, axis)]}
            bars={study.byScore.map(({ score, n, share, interval, fitted }) => ({
              label: pointText(score),
              name: `${pointName(metric, t.tongue, score)}: ${shareText(t, share)}, n = ${n}`,
              share,
              low: interval?.low ?? null,
              high: interval?.high ?? null,
              fitted: n < minimumN ? null : fitted,
              fill: FILLS[groupOf(metric, score)],
            }))}
          />
        }
        table={{
          head: [
            t('Answer'),
            t('People'),
            left ? t('Left##a customer') : t('Renewed'),
            t('Share##of people'),
            t('95 % interval'),
            t('Ordered fit'),
          ],
          rows: study.byScore.map(({ score, n, events, share, interval, fitted }) => [
            pointName(metric, t.tongue, score),
            n.toLocaleString(t.tongue),
            n < minimumN ? '–' : events.toLocaleString(t.tongue),
            shareText(t, share),
            shareInterval(t, interval),
            n < minimumN ? '–' : shareText(t, fitted),
          ]),
        }}
      />
      <ChartTools id="groups-table" title={t('By group of answers')} note={t('Wilson’s 95 % intervals')}>
        <Table
          label={t('By group of answers')}
          head={
            <tr>
              <Th>{t('Answers##in a group')}</Th>
              <Th className="text-right">{t('People')}</Th>
              <Th className="text-right">{left ? t('Left##a customer') : t('Renewed')}</Th>
              <Th className="text-right">{t('Share##of people')}</Th>
              <Th className="text-right">{t('95 % interval')}</Th>
            </tr>
          }
        >
          {study.byGroup.map(({ group, n, events, share, interval }) => (
            <tr key={group} className="tabular">
              <Td className="whitespace-nowrap">{groupName(t, asked.metric, group)}</Td>
              <Td className="text-right">{n.toLocaleString(t.tongue)}</Td>
              <Td className="text-right">{share === null ? '–' : events.toLocaleString(t.tongue)}</Td>
              <Td className="text-right font-semibold">{shareText(t, share)}</Td>
              <Td className="text-right whitespace-nowrap">{shareInterval(t, interval)}</Td>
            </tr>
          ))}
        </Table>
      </ChartTools>
      <p className="text-xs text-soft">
        {t(
          'One answer of each person, the first one; only people who answered at least {days} days before the last day on file. Groups below {minimum} people show no share.',
          { days: asked.horizon, minimum: minimumN },
        )}
      </p>
    </Part>
  );
}

function Slope({
  t,
  study,
  left,
  metric,
}: {
  t: Translate;
  study: OutcomeStudy;
  left: boolean;
  metric: string;
}) {
  const { slope } = study;
  if (slope === null) return t('Too early to tell how a point more goes with it.');
  const { low, high } = slope.oddsInterval;
  const values = {
    metric,
    ratio: numberText(t, slope.oddsRatio, 2),
    interval: numberInterval(t, slope.oddsInterval, 2),
    n: slope.n.toLocaleString(t.tongue),
  };
  const verdict =
    high < 1
      ? left
        ? t('Higher scores go with fewer who leave.')
        : t('Higher scores go with fewer who renew.')
      : low > 1
        ? left
          ? t('Higher scores go with more who leave.')
          : t('Higher scores go with more who renew.')
        : t('Too early to tell whether higher scores go with it.');
  return (
    <>
      <b className="font-semibold">{verdict}</b>{' '}
      {left
        ? t(
            'One point more on {metric} multiplies the odds of leaving by {ratio} ({interval}; logistic fit, n = {n}).',
            values,
          )
        : t(
            'One point more on {metric} multiplies the odds of renewing by {ratio} ({interval}; logistic fit, n = {n}).',
            values,
          )}
    </>
  );
}
