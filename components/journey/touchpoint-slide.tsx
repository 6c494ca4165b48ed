import { Star } from 'lucide-react';
import Link from 'next/link';
import { formatCount, formatEmotion, formatInterval, formatScore } from '@/lib/format';
import type { JourneyMapView, MeasureView, QuoteView, StageView, TouchpointView } from '@/lib/insights/model';
import { measuredEmotion } from '@/lib/insights/rules/emotion';
import { STATEMENT_KIND_LABELS, STATES_IN_SENTENCE } from '@/lib/journey/model/statement';
import { channelLabel } from '@/lib/journey/rules/channels';
import { momentText } from '@/lib/journey/rules/moment';
import { METRICS } from '@/lib/scoring/metrics';
import type { Translate } from '@/lib/translate';
import { shownMeasures } from './columns';
import { scoreClass } from './tones';

/** Kinds that a meeting talks about. */
const TALKED_ABOUT = ['pain', 'gain', 'gap', 'expectation', 'question', 'need'];

/** One touchpoint for a room of people: what was expected, what customers say, and in which words. */
export function TouchpointSlide({
  map,
  stage,
  touchpoint,
  quotes,
  choose,
  t,
}: {
  map: JourneyMapView;
  stage: StageView;
  touchpoint: TouchpointView;
  /** What members chose; null where too few answered to show anybody's words. */
  quotes: readonly QuoteView[] | null;
  /** Where quotes are chosen; null for who may not. */
  choose: string | null;
  t: Translate;
}) {
  const measures = shownMeasures(touchpoint);
  const statements = map.statements.filter(
    (one) => one.touchpointId === touchpoint.id && TALKED_ABOUT.includes(one.kind),
  );
  return (
    <div className="flex grow flex-col gap-8">
      <header>
        <p className="text-lg text-soft">
          {stage.title} · {touchpoint.channels.map((key) => channelLabel(key, map.channels, t)).join(', ')}
          {touchpoint.owner ? ` · ${touchpoint.owner.name}` : ''}
        </p>
        <h1 className="mt-1 text-4xl leading-tight font-bold tracking-tight text-balance break-words sm:text-5xl">
          {touchpoint.title}
        </h1>
        {touchpoint.moment ? (
          <p className="mt-3 flex items-center gap-2 text-lg">
            <Star aria-hidden="true" className="size-5 shrink-0 fill-current text-star" />
            {t('Moment that matters.')} {momentText(touchpoint, t)}
          </p>
        ) : null}
      </header>
      <div className="grid gap-8 lg:grid-cols-2">
        <section aria-labelledby="slide-numbers" className="flex flex-col gap-5">
          <h2 id="slide-numbers" className="text-xl font-semibold">
            {t('What customers answer')}
          </h2>
          {measures.length === 0 ? (
            <p className="text-lg text-soft">
              {touchpoint.asking
                ? t('They are being asked; nobody has answered yet.')
                : t('Nobody has asked them here.')}
            </p>
          ) : (
            <ul className="flex flex-col gap-3">
              {measures.map((measure) => (
                <li key={`${measure.metric} ${measure.wording}`}>
                  <BigMeasure measure={measure} minimumN={map.minimumN} t={t} />
                </li>
              ))}
            </ul>
          )}
          <ExpectedAgainstActual touchpoint={touchpoint} t={t} />
        </section>
        <section aria-labelledby="slide-words" className="flex flex-col gap-4">
          <h2 id="slide-words" className="text-xl font-semibold">
            {t('In their words')}
          </h2>
          {quotes === null || quotes.length === 0 ? (
            <p className="text-lg text-soft">
              {quotes === null
                ? t('Too few answered here to show anybody’s words.')
                : t('No quote was chosen for presentations.')}
            </p>
          ) : (
            quotes.map((quote) => (
              <blockquote
                key={`${quote.placementId} ${quote.responseId}`}
                className={`border-l-4 border-line-strong pl-4 break-words whitespace-pre-line ${quoteSize(quotes)}`}
              >
                {t('“{words}”', { words: quote.comment })}
                <footer className="mt-1 text-lg leading-7 text-soft">
                  {[quote.score === null ? '' : pointText(quote.metric, quote.score), quote.persona ?? '']
                    .filter(Boolean)
                    .join(' · ')}
                </footer>
              </blockquote>
            ))
          )}
          {choose && quotes !== null ? (
            <Link
              href={choose}
              className="no-print inline-flex min-h-8 items-center self-start text-sm text-soft underline underline-offset-2"
            >
              {t('Choose quotes')}
            </Link>
          ) : null}
          {statements.length > 0 ? (
            <ul className="mt-2 flex flex-col gap-2">
              {statements.slice(0, 6).map((one) => (
                <li key={one.id} className="text-lg break-words">
                  <span className="font-semibold">{t(STATEMENT_KIND_LABELS[one.kind])}:</span>{' '}
                  <span className={one.state === 'refuted' ? 'line-through' : ''}>{one.text}</span>{' '}
                  <span className="text-soft">({t(STATES_IN_SENTENCE[one.state])})</span>
                </li>
              ))}
            </ul>
          ) : null}
        </section>
      </div>
    </div>
  );
}

/** Large enough for the last row: the fewer words, the larger. */
function quoteSize(quotes: readonly QuoteView[]): string {
  const length = quotes.reduce((sum, { comment }) => sum + comment.length, 0);
  if (length <= 160) return 'text-2xl leading-9 sm:text-4xl sm:leading-12';
  return length <= 480
    ? 'text-xl leading-8 sm:text-3xl sm:leading-10'
    : 'text-xl leading-8 sm:text-2xl sm:leading-9';
}

const pointText = (metric: QuoteView['metric'], score: number) =>
  `${METRICS[metric].label} ${String(score).replace('-', '−')}`;

function BigMeasure({ measure, minimumN, t }: { measure: MeasureView; minimumN: number; t: Translate }) {
  const { metric, score, shown, level, title } = measure;
  if (!shown || score.value === null) {
    return (
      <p className="rounded-xl border border-dashed border-field px-4 py-3 text-lg text-soft">
        {score.n === 0
          ? t('{measure}: nobody answered in this period', { measure: title })
          : t('{measure}: too few to score ({n} of {minimum})', {
              measure: title,
              n: score.n,
              minimum: minimumN,
            })}
      </p>
    );
  }
  return (
    <p
      className={`tabular flex flex-wrap items-baseline justify-between gap-x-4 rounded-xl border px-4 py-3 ${scoreClass(metric, score.value, level)}`}
    >
      <span className="text-lg font-semibold">{title}</span>
      <span className="text-3xl font-bold">{formatScore(metric, score.value, t.tongue)}</span>
      <span className="w-full text-right text-lg">
        {t('95 % interval {interval}, n {n}', {
          interval: formatInterval(metric, score.low, score.high, t.tongue),
          n: formatCount(score.n, t.tongue),
        })}
      </span>
    </p>
  );
}

function comparedText(
  expected: number | null,
  measured: { value: number; n: number } | null,
  t: Translate,
): string {
  if (!measured)
    return expected === null
      ? t('Nobody guessed how it feels; not measured yet')
      : t('We expected {expected}; not measured yet', { expected: formatEmotion(expected, t.tongue) });
  const said = { measured: formatEmotion(measured.value, t.tongue), n: formatCount(measured.n, t.tongue) };
  return expected === null
    ? t('Nobody guessed how it feels; customers say {measured} (n {n})', said)
    : t('We expected {expected}; customers say {measured} (n {n})', {
        ...said,
        expected: formatEmotion(expected, t.tongue),
      });
}

/** The team's guess and the measured emotion on one line from −2 to +2. */
function ExpectedAgainstActual({ touchpoint, t }: { touchpoint: TouchpointView; t: Translate }) {
  const measured = measuredEmotion(touchpoint);
  const expected = touchpoint.expectedEmotion;
  if (expected === null && !measured) return null;
  const at = (emotion: number) => `${((Math.min(2, Math.max(-2, emotion)) + 2) / 4) * 100}%`;
  return (
    <figure>
      <figcaption className="text-lg">{comparedText(expected, measured, t)}</figcaption>
      <div aria-hidden="true" className="relative mt-4 h-10">
        <div className="absolute inset-x-0 top-1/2 h-1 -translate-y-1/2 rounded bg-line-strong" />
        {measured ? (
          <>
            <div
              className="absolute top-1/2 h-4 -translate-y-1/2 rounded bg-band"
              style={{ left: at(measured.low), right: `calc(100% - ${at(measured.high)})` }}
            />
            <div
              className="absolute top-1/2 size-6 -translate-1/2 rounded-full border-2 border-panel bg-curve"
              style={{ left: at(measured.value) }}
            />
          </>
        ) : null}
        {expected === null ? null : (
          <div
            className="absolute top-1/2 size-7 -translate-1/2 rounded-full border-2 border-dashed border-ink"
            style={{ left: at(expected) }}
          />
        )}
      </div>
      <div aria-hidden="true" className="flex justify-between text-base text-soft">
        <span>{t('−2 awful')}</span>
        <span>0</span>
        <span>{t('+2 great')}</span>
      </div>
    </figure>
  );
}
