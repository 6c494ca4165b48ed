'use client';

import Link from 'next/link';
import { rich } from '@/components/ui/rich';
import { useText } from '@/components/ui/text';
import { formatCount, formatInterval, formatScore } from '@/lib/format';
import { type Standing, strengthsOf } from '@/lib/insights/rules/strengths';
import { METRICS } from '@/lib/scoring/metrics';
import { useEditor } from './map-editor';
import { scoreClass } from './tones';

/** What is clearly good and clearly bad on the journey, as cards; nothing where nobody can say yet. */
export function Strengths() {
  const { map } = useEditor();
  const t = useText();
  const { strong, moreStrong, weak, moreWeak, unclear } = strengthsOf(map);
  if (strong.length + weak.length === 0) return null;
  return (
    <>
      <Side title={t('Clearly strong')} none={t('Nothing yet')} list={strong} more={moreStrong} />
      <Side
        title={t('Clearly weak')}
        none={t('Nothing')}
        list={weak}
        more={moreWeak}
        note={
          unclear > 0 ? (
            <span title={t('Their 95 % interval reaches over the middle')}>
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
    <div className="min-w-0 basis-72 px-4 py-2">
      <dt className="flex flex-wrap justify-between gap-x-3 text-xs text-soft">
        <span
          title={t(
            'The whole 95 % interval lies on this side of the middle. In the order of the map: it is no ranking.',
          )}
        >
          {more > 0 ? t('{title}, and {n} more', { title, n: more }) : title}
        </span>
        {note}
      </dt>
      {list.length === 0 ? <dd className="text-sm text-soft">{none}</dd> : null}
      {list.map(({ touchpoint, measure: { metric, score, level } }) => (
        <dd key={touchpoint.id} className="flex min-w-0 items-center gap-1.5 text-xs">
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
        </dd>
      ))}
    </div>
  );
}
