'use client';

import Link from 'next/link';
import { useMemo } from 'react';
import { rich } from '@/components/ui/rich';
import { useText } from '@/components/ui/text';
import { formatCount, formatInterval, formatPercent, formatScore } from '@/lib/format';
import { rankText } from '@/lib/insights/rules/rank-text';
import { type Standing, strengthsOf } from '@/lib/insights/rules/strengths';
import { METRICS } from '@/lib/scoring/metrics';
import { useEditor } from './map-editor';
import { scoreClass } from './tones';

/** The strongest and the weakest of the journey, metric by metric, as cards; nothing where nobody can say yet. */
export function Strengths() {
  const { map } = useEditor();
  const t = useText();
  const { strong, moreStrong, weak, moreWeak, unclear, ranked } = useMemo(() => strengthsOf(map), [map]);
  const alike = ranked.filter(({ kind }) => kind === 'alike');
  if (strong.length + weak.length + alike.length === 0) return null;
  return (
    <>
      <Side title={t('Strongest')} none={t('Nothing yet')} list={strong} more={moreStrong} />
      <Side
        title={t('Weakest')}
        none={t('Nothing')}
        list={weak}
        more={moreWeak}
        note={
          unclear > 0 ? (
            <span
              title={[
                t('Their ranks or their 95 % interval reach over the middle'),
                ...alike.map(({ title }) =>
                  t('Nothing tells the touchpoints’ {measure} apart', { measure: title }),
                ),
              ].join('. ')}
            >
              {t('Neither for certain {n}', { n: unclear })}
            </span>
          ) : null
        }
      />
    </>
  );
}

function Side({
  title,
  none,
  list,
  more,
  note = null,
}: {
  title: string;
  none: string;
  list: Standing[];
  more: number;
  note?: React.ReactNode;
}) {
  const { hrefOf, open } = useEditor();
  const t = useText();
  return (
    <div className="min-w-0 basis-72 px-4 py-2 lg:basis-140 min-[112.5rem]:basis-96">
      <dt className="flex flex-wrap justify-between gap-x-3 text-xs text-soft">
        <span
          title={t(
            'Five or more touchpoints that were asked the same are ranked by their scores drawn together (empirical Bayes), so that few answers put nobody at an end; the rank holds with 80 %. Fewer are named as they were answered, where the whole 95 % interval lies on this side of the middle.',
          )}
        >
          {more > 0 ? t('{title}, and {n} more', { title, n: more }) : title}
        </span>
        {note}
      </dt>
      {list.length === 0 ? <dd className="text-sm text-soft">{none}</dd> : null}
      {list.map(({ touchpoint, measure: { metric, wording, score, level }, rank, amongWorst }) => (
        <dd
          key={`${touchpoint.id} ${metric} ${wording}`}
          className="flex min-w-0 flex-wrap items-center gap-x-1.5 text-xs"
        >
          <Link
            href={hrefOf(touchpoint.id)}
            scroll={false}
            prefetch={false}
            className="flex min-h-6 min-w-0 items-center font-medium underline-offset-2 hover:underline"
            title={touchpoint.title}
            onClick={(event) => {
              if (event.metaKey || event.ctrlKey || event.shiftKey) return;
              event.preventDefault();
              open(touchpoint.id);
            }}
          >
            <span className="truncate">{touchpoint.title}</span>
          </Link>
          {score.value === null ? null : (
            <span
              className={`tabular shrink-0 rounded-sm border px-1 font-semibold whitespace-nowrap ${scoreClass(metric, score.value, level)}`}
            >
              {METRICS[metric].label} {formatScore(metric, score.value, t.tongue)}
            </span>
          )}
          <span className="tabular shrink-0 text-2xs whitespace-nowrap text-soft">
            {rich(t, '<s>95 % interval </s>{interval}, n {n}', {
              interval: formatInterval(metric, score.low, score.high, t.tongue),
              n: formatCount(score.n, t.tongue),
              s: (inside) => <span className="sr-only">{inside}</span>,
            })}
          </span>
          {rank ? (
            <span
              className="tabular shrink-0 text-2xs font-medium whitespace-nowrap"
              title={
                amongWorst !== null && amongWorst > 0
                  ? t('80 % of 2,000 draws; among the five weakest in {share}', {
                      share: formatPercent(amongWorst),
                    })
                  : t('80 % of 2,000 draws')
              }
            >
              {rankText(rank, t)}
            </span>
          ) : null}
        </dd>
      ))}
    </div>
  );
}
