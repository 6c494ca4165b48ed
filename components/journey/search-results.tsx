import Link from 'next/link';
import { formatCount, formatDay } from '@/lib/format';
import { SEARCHED_LABELS, type SearchResultView, type SearchView } from '@/lib/insights/model/search';
import { METRICS } from '@/lib/scoring/metrics';
import type { Translate } from '@/lib/translate';
import { MarkedText } from './marked-text';
import { SOURCE_LABELS } from './source-labels';
import { pointClass } from './tones';

/** What a search found, kind by kind, each line with the way to its place. */
export function SearchResults({
  found,
  language,
  t,
}: {
  found: SearchView;
  language: 'en' | 'de';
  t: Translate;
}) {
  return (
    <div className="flex flex-col gap-7">
      <p className="text-sm text-soft" role="status">
        {t('{n, plural, one {# place with “{asked}”} other {# places with “{asked}”}}', {
          n: found.total,
          asked: found.asked,
        })}
      </p>
      {found.groups.length > 1 ? (
        <nav aria-label={t('Kinds of results')} className="-mt-4">
          <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
            {found.groups.map(({ kind, total }) => (
              <li key={kind}>
                <a
                  href={`#${kind}`}
                  className="inline-flex min-h-6 items-center underline underline-offset-2"
                >
                  {t(SEARCHED_LABELS[kind])}
                </a>{' '}
                <span className="tabular text-soft">{formatCount(total, t.tongue)}</span>
              </li>
            ))}
          </ul>
        </nav>
      ) : null}
      {found.groups.map(({ kind, total, more, results }) => (
        <section key={kind} aria-labelledby={kind}>
          <h2 id={kind} className="mb-2 scroll-mt-16 text-base font-semibold">
            {t(SEARCHED_LABELS[kind])}{' '}
            <span className="tabular text-sm font-normal text-soft">{formatCount(total, t.tongue)}</span>
          </h2>
          <ul className="divide-y divide-line rounded-xl border border-line bg-panel">
            {results.map((result) => (
              <Result key={result.key} result={result} language={language} t={t} />
            ))}
          </ul>
          {more > 0 ? (
            <p className="mt-1.5 text-xs text-soft">
              {kind === 'comment'
                ? t('And {n, number} more. Add a word to find fewer; the newest come first.', { n: more })
                : t('And {n, number} more. Add a word to find fewer.', { n: more })}
            </p>
          ) : null}
        </section>
      ))}
    </div>
  );
}

function Result({ result, language, t }: { result: SearchResultView; language: 'en' | 'de'; t: Translate }) {
  const { href, title, place, excerpt, answer } = result;
  return (
    <li className="px-4 py-2.5 text-sm">
      <Link
        href={href}
        className="inline-block min-h-6 max-w-full font-medium break-words underline-offset-2 hover:underline"
      >
        <MarkedText parts={title} />
      </Link>
      {excerpt ? (
        <p className="break-words">
          {excerpt.label ? <span className="text-soft">{excerpt.label}: </span> : null}
          <MarkedText parts={excerpt.parts} />
        </p>
      ) : null}
      {place || answer ? (
        <p className="mt-0.5 flex flex-wrap items-center gap-x-2 gap-y-1 text-xs break-words text-soft">
          {answer && answer.score !== null ? (
            <span
              className={`tabular inline-flex rounded-md px-1.5 py-0.5 text-2xs leading-4 font-bold ${pointClass(answer.metric, answer.score)}`}
            >
              <span className="pr-1 font-medium">{METRICS[answer.metric].label}</span>
              {String(answer.score).replace('-', '−')}
            </span>
          ) : null}
          <span className="min-w-0">
            {[place, answer ? `${t(SOURCE_LABELS[answer.source])}, ${formatDay(answer.day, language)}` : '']
              .filter(Boolean)
              .join(' · ')}
          </span>
        </p>
      ) : null}
    </li>
  );
}
