'use client';

import Link from 'next/link';
import { formatCount, formatInterval, formatScore } from '@/lib/format';
import type { JourneyMapView } from '@/lib/insights/model';
import { type Standing, strengthsOf } from '@/lib/insights/rules/strengths';
import { METRICS } from '@/lib/scoring/metrics';
import { useEditor } from './map-editor';
import { scoreClass } from './tones';

/** What is clearly good and clearly bad on the journey; nothing where nobody can say yet. */
export function Strengths({ map }: { map: JourneyMapView }) {
  const { strong, moreStrong, weak, moreWeak, unclear } = strengthsOf(map);
  if (strong.length + weak.length === 0) return null;
  return (
    <section aria-labelledby="strengths" className="-mt-1 text-xs">
      <h2 id="strengths" className="sr-only">
        Strengths and weaknesses
      </h2>
      <dl className="flex flex-wrap items-baseline gap-x-6 gap-y-1.5">
        <Side title="Clearly strong" none="nothing yet" list={strong} more={moreStrong} />
        <Side title="Clearly weak" none="nothing" list={weak} more={moreWeak} />
        {unclear > 0 ? (
          <div className="flex gap-1.5 text-soft" title="Their 95 % interval reaches over the middle">
            <dt>Neither for certain</dt>
            <dd className="tabular">{unclear}</dd>
          </div>
        ) : null}
      </dl>
    </section>
  );
}

function Side({ title, none, list, more }: { title: string; none: string; list: Standing[]; more: number }) {
  const { hrefOf, open } = useEditor();
  return (
    <div className="flex min-w-0 flex-wrap items-baseline gap-x-3 gap-y-1">
      <dt
        className="font-semibold"
        title="The whole 95 % interval lies on this side of the middle. In the order of the map: it is no ranking."
      >
        {title}
      </dt>
      {list.length === 0 ? <dd className="text-soft">{none}</dd> : null}
      {list.map(({ touchpoint, measure: { metric, score, level } }) => (
        <dd key={touchpoint.id} className="flex min-w-0 items-baseline gap-1.5">
          <Link
            href={hrefOf(touchpoint.id)}
            scroll={false}
            prefetch={false}
            className="inline-flex min-h-6 items-center underline-offset-2 hover:underline"
            onClick={(event) => {
              if (event.metaKey || event.ctrlKey || event.shiftKey) return;
              event.preventDefault();
              open(touchpoint.id);
            }}
          >
            {touchpoint.title}
          </Link>
          {score.value === null ? null : (
            <span
              className={`tabular rounded-sm border px-1 font-semibold whitespace-nowrap ${scoreClass(metric, score.value, level)}`}
            >
              {METRICS[metric].label} {formatScore(metric, score.value)}
            </span>
          )}
          <span className="tabular whitespace-nowrap text-soft">
            <span className="sr-only">95 % interval </span>
            {formatInterval(metric, score.low, score.high)}, n {formatCount(score.n)}
          </span>
        </dd>
      ))}
      {more > 0 ? <dd className="text-soft">and {more} more</dd> : null}
    </div>
  );
}
