import Link from 'next/link';
import { formatCount, formatDay, formatInterval, formatPeriod, formatScore } from '@/lib/format';
import type { WatchView } from '@/lib/insights/model/watch';
import { isShown } from '@/lib/scoring/display';
import type { MetricId } from '@/lib/scoring/metrics';
import type { Score } from '@/lib/scoring/score';
import type { Translate } from '@/lib/translate';

type Signal = WatchView['signals'][number];

/** Every change that is more than chance, the latest first: where, which way, since when, and how sure that day is. */
export function WatchSignals({
  signals,
  minimumN,
  hrefOf,
  t,
}: {
  signals: readonly Signal[];
  minimumN: number;
  /** Where the weeks of a signal are shown. */
  hrefOf: (signal: Signal) => string;
  t: Translate;
}) {
  return (
    <ul className="divide-y divide-line rounded-xl border border-line bg-panel">
      {signals.map((signal) => (
        <li
          key={`${signal.lineageId} ${signal.metric} ${signal.wording} ${signal.noticedOn}`}
          className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5 px-4 py-2.5"
        >
          <span className={`font-semibold ${signal.direction === 'up' ? 'text-good' : 'text-bad'}`}>
            <span aria-hidden="true">{signal.direction === 'up' ? '▲' : '▼'} </span>
            {signal.direction === 'up' ? t('higher##of a score') : t('lower##of a score')}
          </span>
          <span className="min-w-0 grow basis-72 text-sm break-words">
            <Link
              href={hrefOf(signal)}
              scroll={false}
              className="inline-flex min-h-6 items-center font-medium underline-offset-2 hover:underline"
            >
              {signal.subject.title}
            </Link>
            <span className="text-soft"> · {signal.title} · </span>
            <span className="tabular">
              <Level metric={signal.metric} score={signal.before} minimumN={minimumN} t={t} />{' '}
              <span aria-hidden="true">→ </span>
              <span className="sr-only">{t('then##a score after another')} </span>
              <Level metric={signal.metric} score={signal.after} minimumN={minimumN} t={t} />
            </span>
            <span className="block text-soft">{signalText(signal, t)}</span>
          </span>
          <span className="text-xs text-soft">
            {t('noticed {day}', { day: formatDay(signal.noticedOn, t.tongue) })}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** The score of a level, with its interval and how many answers it is of. */
function Level({
  metric,
  score,
  minimumN,
  t,
}: {
  metric: MetricId;
  score: Score;
  minimumN: number;
  t: Translate;
}) {
  if (!isShown(score.n, minimumN)) return t('too few');
  return (
    <>
      {formatScore(metric, score.value, t.tongue)}{' '}
      <span
        className="text-xs whitespace-nowrap text-soft"
        title={t('95 % interval, {method}', { method: score.method })}
      >
        <span className="sr-only">{t('95 % interval')} </span>
        {formatInterval(metric, score.low, score.high, t.tongue)}, n {formatCount(score.n, t.tongue)}
      </span>
    </>
  );
}

/** When the level shifted, as a range of days; a week by itself is said to be one. */
function signalText({ rule, from, to, since }: Signal, t: Translate): string {
  const range = formatPeriod(from, to, t.tongue);
  if (rule === 'jump')
    return t('One week lies far out: {range}. Whether it lasts is not known yet.', { range });
  return t('Shifted between {range}, most likely in the week of {since}.', {
    range,
    since: formatDay(since, t.tongue),
  });
}
