import {
  formatChange,
  formatChangeInterval,
  formatCount,
  formatDay,
  formatList,
  formatPeriod,
  formatScore,
} from '@/lib/format';
import type { BeforeAfterView, ChangeView } from '@/lib/insights/model';
import { trendClass } from './trend';

type Tongue = 'en' | 'de';

/** What each measure was before and after one marked change, with the days that are compared. */
export function BeforeAfterList({
  change,
  language,
  nothing,
}: {
  change: ChangeView;
  language: Tongue;
  /** What is said where nobody was ever asked. */
  nothing: string;
}) {
  const { span, measures } = change;
  if (span === null) {
    return (
      <p className="mt-1 text-xs text-soft">From this day on, answers are compared with those before.</p>
    );
  }
  if (measures.length === 0) return <p className="mt-1 text-xs text-soft">{nothing}</p>;
  return (
    <div className="mt-1.5 text-xs">
      <ul className="flex flex-col gap-1">
        {measures.map((one) => (
          <li key={`${one.metric} ${one.wording}`} className="break-words">
            <BeforeAfterLine measure={one} />
          </li>
        ))}
      </ul>
      <SpanNote change={change} language={language} />
    </div>
  );
}

/** One marked change as a sentence: what it was, and what one measure was before and after it. */
export function ChangeSentence({
  change,
  measure,
  language,
}: {
  change: ChangeView;
  measure: BeforeAfterView;
  language: Tongue;
}) {
  const { changedOn, text } = change.marker;
  return (
    <>
      <p>
        After ‘{text}’ ({formatDay(changedOn, language)}): <BeforeAfterLine measure={measure} />
      </p>
      <SpanNote change={change} language={language} />
    </>
  );
}

function BeforeAfterLine({ measure }: { measure: BeforeAfterView }) {
  const { metric, title, n, compared } = measure;
  if (compared === null) {
    return (
      <span className="tabular">
        {title} <span className="text-soft">{missingText(measure)}</span>
      </span>
    );
  }
  const { before, after, difference } = compared;
  const up = difference.delta > 0;
  return (
    <span className="tabular">
      {title}{' '}
      <span className="whitespace-nowrap">
        {formatScore(metric, before)} <span aria-hidden="true">→</span>
        <span className="sr-only">to</span> {formatScore(metric, after)}
      </span>
      ,{' '}
      {difference.significant ? (
        <span className={`font-semibold whitespace-nowrap ${trendClass(up ? 'up' : 'down')}`}>
          <span aria-hidden="true">{up ? '▲ ' : '▼ '}</span>
          {formatChange(metric, difference.delta)}
        </span>
      ) : (
        'no difference beyond chance'
      )}{' '}
      <span className="whitespace-nowrap text-soft">({formatChangeInterval(metric, difference)})</span>
      <span className="text-soft">
        ,{' '}
        <span className="whitespace-nowrap">
          n {formatCount(n.before)} and {formatCount(n.after)}
        </span>
      </span>
    </span>
  );
}

/** Which days are compared, and what else was changed in them. */
function SpanNote({ change: { span, others }, language }: { change: ChangeView; language: Tongue }) {
  if (span === null) return null;
  const days = span.days === 1 ? '1 day' : `${span.days} days each`;
  return (
    <>
      <p className="mt-1 text-2xs text-soft">
        {formatPeriod(span.previousFrom, span.previousTo, language)} against{' '}
        {formatPeriod(span.from, span.to, language)}, {days}, 95 % interval
      </p>
      {others.length > 0 ? (
        <p className="mt-1 rounded-lg bg-warn px-2 py-1 text-xs break-words text-on-warn">
          {others.length === 1 ? 'Another change lies' : 'Other changes lie'} in this span:{' '}
          {formatList(others.map(({ text, changedOn }) => `‘${text}’ (${formatDay(changedOn, language)})`))}.
          The difference may come from {others.length === 1 ? 'it' : 'them'}.
        </p>
      ) : null}
    </>
  );
}

/** How many answers are still needed, and on which side. */
function missingText({ n, missing }: BeforeAfterView): string {
  const sides = [
    ...(missing.before > 0 ? [`${missing.before} more before`] : []),
    ...(missing.after > 0 ? [`${missing.after} more after`] : []),
  ];
  const needed = sides.length === 0 ? '' : `, ${formatList(sides)} needed`;
  return `too few answers to compare: ${formatCount(n.before)} before and ${formatCount(n.after)} after${needed}`;
}
