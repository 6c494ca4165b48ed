import { ChartFrame } from '@/components/charts/chart-frame';
import { SurvivalCurves } from '@/components/charts/survival-curves';
import { MONTH_DAYS, type OutcomeStudy } from '@/lib/outcomes/rules/study';
import { METRICS, type MetricId } from '@/lib/scoring/metrics';
import type { GroupId } from '@/lib/scoring/wording';
import { survivalAt } from '@/lib/statistics/kaplan-meier';
import type { Translate } from '@/lib/translate';
import { Part } from './part';
import { groupName, numberInterval, numberText, shareInterval, shareText } from './words';

const LOOKS: Readonly<Record<GroupId, { color: string; dash: string }>> = {
  low: { color: 'var(--color-score-1)', dash: '2 3' },
  middle: { color: 'var(--color-soft)', dash: '7 4' },
  high: { color: 'var(--color-score-5)', dash: '' },
};

/** How long customers stay after their answer, by group of scores. */
export function SurvivalPart({ t, study, metric }: { t: Translate; study: OutcomeStudy; metric: MetricId }) {
  const { groups } = study.survival;
  if (groups.length === 0) return null;
  const known = Math.max(...groups.map(({ curve }) => curve.watchedUntil));
  const months = Math.max(1, Math.min(24, Math.floor(known / MONTH_DAYS)));
  const days = Math.round(months * MONTH_DAYS);
  const lowest = Math.min(
    ...groups
      .flatMap(({ curve }) => curve.steps.filter(({ time }) => time <= days))
      .map(({ survival, interval }) => interval?.low ?? survival),
    0.9,
  );
  const floor = Math.max(0, Math.floor(lowest * 10) / 10);
  const step = months > 12 ? 6 : months > 5 ? 3 : 1;
  const ticks = Array.from({ length: Math.floor(months / step) + 1 }, (_, place) => place * step);
  const rows = ticks.filter((month) => month > 0);
  return (
    <Part
      id="survival"
      title={t('How long they stay')}
      conclusion={<Longer t={t} study={study} metric={metric} />}
    >
      <ChartFrame
        id="survival-chart"
        title={`${t('How long they stay')}: ${METRICS[metric].name}`}
        note={t('n {n}; Kaplan–Meier with log-log 95 % intervals', {
          n: groups.reduce((sum, { n }) => sum + n, 0).toLocaleString(t.tongue),
        })}
        caption={t('Share still a customer, by months since the answer (Kaplan–Meier, 95 % intervals)')}
        chart={
          <SurvivalCurves
            days={days}
            floor={floor}
            axisText={[shareText(t, floor), shareText(t, (1 + floor) / 2), shareText(t, 1)]}
            ticks={ticks.map((month) => ({
              at: Math.min(days, Math.round(month * MONTH_DAYS)),
              label: month === 0 ? '0' : t('{n} mo.', { n: month }),
            }))}
            lines={groups.map(({ group, n, curve }) => ({
              label: `${groupName(t, metric, group)}, n = ${n.toLocaleString(t.tongue)}`,
              ...LOOKS[group],
              until: curve.watchedUntil,
              steps: curve.steps.map(({ time, survival, interval }) => ({
                time,
                survival,
                low: interval?.low ?? null,
                high: interval?.high ?? null,
              })),
            }))}
          />
        }
        table={{
          head: [t('Months'), ...groups.map(({ group }) => groupName(t, metric, group))],
          rows: rows.map((month) => [
            String(month),
            ...groups.map(({ curve }) => {
              const at = Math.round(month * MONTH_DAYS);
              const share = survivalAt(curve, at);
              const interval = curve.steps.findLast(({ time }) => time <= at)?.interval ?? null;
              if (share === null) return '–';
              return interval === null
                ? shareText(t, share)
                : `${shareText(t, share)} (${shareInterval(t, interval)})`;
            }),
          ]),
        }}
      />
    </Part>
  );
}

function Longer({ t, study, metric }: { t: Translate; study: OutcomeStudy; metric: MetricId }) {
  const { longer, groups, logRank } = study.survival;
  const [lowest, highest] = [groups[0], groups.at(-1)];
  if (!longer || !lowest || !highest) return t('Too early to compare how long groups stay.');
  const values = {
    months: numberText(t, Math.abs(longer.months), 1),
    interval: numberInterval(t, longer.interval, 1),
    within: numberText(t, longer.untilDays / MONTH_DAYS, 0),
    high: groupName(t, metric, highest.group),
    low: groupName(t, metric, lowest.group),
  };
  const sure = longer.interval.low > 0 || longer.interval.high < 0;
  return (
    <>
      <b className="font-semibold">
        {!sure
          ? t('Too early to tell who stays longer.')
          : longer.months > 0
            ? t('{high} stays longer than {low}.', values)
            : t('{high} leaves sooner than {low}.', values)}
      </b>{' '}
      {t('Within {within} months the difference is {months} months on average ({interval}).', values)}{' '}
      {logRank === null
        ? null
        : t('If the groups were alike, a difference like this would come about in {p} of cases (log-rank).', {
            p: logRank.p < 0.001 ? `< ${shareText(t, 0.001)}` : shareText(t, logRank.p),
          })}
    </>
  );
}
