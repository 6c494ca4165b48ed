import { rich } from '@/components/ui/rich';
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
import type { Translate } from '@/lib/translate';
import { trendClass } from './trend';

type Tongue = 'en' | 'de';

/** What each measure was before and after one marked change, with the days that are compared. */
export function BeforeAfterList({
  change,
  language,
  nothing,
  t,
}: {
  change: ChangeView;
  language: Tongue;
  t: Translate;
  /** What is said where nobody was ever asked. */
  nothing: string;
}) {
  const { span, measures } = change;
  if (span === null) {
    return (
      <p className="mt-1 text-xs text-soft">
        {t('From this day on, answers are compared with those before.')}
      </p>
    );
  }
  if (measures.length === 0) return <p className="mt-1 text-xs text-soft">{nothing}</p>;
  return (
    <div className="mt-1.5 text-xs">
      <ul className="flex flex-col gap-1">
        {measures.map((one) => (
          <li key={`${one.metric} ${one.wording}`} className="break-words">
            <BeforeAfterLine measure={one} t={t} />
          </li>
        ))}
      </ul>
      <SpanNote change={change} language={language} t={t} />
    </div>
  );
}

/** One marked change as a sentence: what it was, and what one measure was before and after it. */
export function ChangeSentence({
  change,
  measure,
  language,
  t,
}: {
  change: ChangeView;
  measure: BeforeAfterView;
  language: Tongue;
  t: Translate;
}) {
  const { changedOn, text } = change.marker;
  return (
    <>
      <p>
        {rich(t, 'After ‘{text}’ ({day}): <line></line>', {
          text,
          day: formatDay(changedOn, language),
          line: () => <BeforeAfterLine measure={measure} t={t} />,
        })}
      </p>
      <SpanNote change={change} language={language} t={t} />
    </>
  );
}

function BeforeAfterLine({ measure, t }: { measure: BeforeAfterView; t: Translate }) {
  const { metric, title, n, compared } = measure;
  if (compared === null) {
    return (
      <span className="tabular">
        {title} <span className="text-soft">{missingText(measure, t)}</span>
      </span>
    );
  }
  const { before, after, difference } = compared;
  const up = difference.delta > 0;
  return (
    <span className="tabular">
      {title}{' '}
      <span className="whitespace-nowrap">
        {formatScore(metric, before, t.tongue)} <span aria-hidden="true">→</span>
        <span className="sr-only">{t('to##from one score to another')}</span>{' '}
        {formatScore(metric, after, t.tongue)}
      </span>
      ,{' '}
      {difference.significant ? (
        <span className={`font-semibold whitespace-nowrap ${trendClass(up ? 'up' : 'down')}`}>
          <span aria-hidden="true">{up ? '▲ ' : '▼ '}</span>
          {formatChange(metric, difference.delta, t.tongue)}
        </span>
      ) : (
        t('no difference beyond chance')
      )}{' '}
      <span className="whitespace-nowrap text-soft">
        ({formatChangeInterval(metric, difference, t.tongue)})
      </span>
      <span className="text-soft">
        ,{' '}
        <span className="whitespace-nowrap">
          {t('n {before} and {after}', {
            before: formatCount(n.before, t.tongue),
            after: formatCount(n.after, t.tongue),
          })}
        </span>
      </span>
    </span>
  );
}

/** Which days are compared, and what else was changed in them. */
function SpanNote({
  change: { span, others },
  language,
  t,
}: {
  change: ChangeView;
  language: Tongue;
  t: Translate;
}) {
  if (span === null) return null;
  return (
    <>
      <p className="mt-1 text-2xs text-soft">
        {t('{before} against {after}, {days, plural, one {# day} other {# days each}}, 95 % interval', {
          before: formatPeriod(span.previousFrom, span.previousTo, language),
          after: formatPeriod(span.from, span.to, language),
          days: span.days,
        })}
      </p>
      {others.length > 0 ? (
        <p className="mt-1 rounded-lg bg-warn px-2 py-1 text-xs break-words text-on-warn">
          {t(
            '{n, plural, one {Another change lies in this span: {changes}. The difference may come from it.} other {Other changes lie in this span: {changes}. The difference may come from them.}}',
            {
              n: others.length,
              changes: formatList(
                others.map(({ text, changedOn }) =>
                  t('‘{text}’ ({day})', { text, day: formatDay(changedOn, language) }),
                ),
                t.tongue,
              ),
            },
          )}
        </p>
      ) : null}
    </>
  );
}

/** How many answers are still needed, and on which side. */
function missingText({ n, missing }: BeforeAfterView, t: Translate): string {
  const given = { before: formatCount(n.before, t.tongue), after: formatCount(n.after, t.tongue) };
  const more = { moreBefore: missing.before, moreAfter: missing.after };
  if (missing.before > 0 && missing.after > 0) {
    return t(
      'too few answers to compare: {before} before and {after} after, {moreBefore} more before and {moreAfter} more after needed',
      { ...given, ...more },
    );
  }
  if (missing.before > 0) {
    return t(
      'too few answers to compare: {before} before and {after} after, {moreBefore} more before needed',
      {
        ...given,
        ...more,
      },
    );
  }
  if (missing.after > 0) {
    return t('too few answers to compare: {before} before and {after} after, {moreAfter} more after needed', {
      ...given,
      ...more,
    });
  }
  return t('too few answers to compare: {before} before and {after} after', given);
}
