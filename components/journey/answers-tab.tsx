import { ChartSource } from '@/components/charts/chart-source';
import { ChartTools } from '@/components/charts/chart-tools';
import { Distribution } from '@/components/charts/distribution';
import { formatCount, formatEmotion, formatInterval, formatPercent, formatScore } from '@/lib/format';
import type { JourneyMapView, MeasureView, TouchpointDetailView } from '@/lib/insights/model';
import { formulaText } from '@/lib/insights/rules/formula-texts';
import type { StatementDetail } from '@/lib/journey/model/statement';
import { pointName } from '@/lib/scoring/metric';
import { METRICS } from '@/lib/scoring/metrics';
import { scalePoints } from '@/lib/scoring/tally';
import type { Translate } from '@/lib/translate';
import type { TouchpointThemes } from '@/lib/voices/model';
import { BenchmarkNote } from './benchmark-note';
import { CaseNote } from './case-mark';
import { ChannelScores } from './channel-scores';
import { feltMeasure, shownMeasures } from './columns';
import { CommentList } from './comment-list';
import { countNote, formulaNote } from './count-note';
import { filterText } from './filter-text';
import { FollowUpFigures } from './follow-up-figures';
import { HeldNote } from './held-note';
import type { Holding } from './hold-response';
import { LineageNote } from './lineage-note';
import { outsideNote } from './measure-chip';
import type { Redact } from './redact-voice';
import { ShareBars } from './share-bars';
import { StillNeeded } from './still-needed';
import { ThemeList } from './theme-list';
import { pointClass } from './tones';
import { Trend } from './trend';
import { TrendFigure } from './trend-figure';

/** All answers given at one touchpoint in the period: scores, distributions, trends, words and comments. */
export function AnswersTab({
  detail,
  map,
  now,
  erase,
  holding,
  held,
  statements,
  quotesHref = null,
  redact = null,
  themes = null,
  t,
}: {
  detail: TouchpointDetailView;
  map: JourneyMapView;
  now: Date;
  /** null where the member may not. */
  erase: ((placementId: string, responseId: string) => Promise<string | null>) | null;
  /** null where the member may not. */
  holding: Holding | null;
  /** How many answers about the touchpoint are held back. */
  held: number;
  statements: readonly StatementDetail[];
  /** Where all that customers say here is shown; null for guests. */
  quotesHref?: string | null;
  /** null where the member may not. */
  redact?: Redact | null;
  /** What the comments are about; null for guests. */
  themes?: TouchpointThemes | null;
  t: Translate;
}) {
  const { touchpoint } = detail;
  const measures = shownMeasures(touchpoint);
  const felt = feltMeasure(touchpoint);
  const titleOf = (measure: MeasureView) => `${touchpoint.title}: ${measure.title}`;
  if (measures.length === 0) {
    return (
      <div className="text-sm text-soft">
        <LineageNote detail={detail} language={map.language} t={t} />
        <HeldNote n={held} lineageId={touchpoint.lineageId} t={t} />
        <p className="px-5 pt-6 font-semibold text-ink">{t('Nobody has been asked here yet.')}</p>
        <p className="mt-1 px-5 pb-6">
          {touchpoint.expectedEmotion === null
            ? t('Ask customers under Surveys, and their answers appear here.')
            : t('You expected {score}; that is a guess until customers answer. Ask them under Surveys.', {
                score: formatEmotion(touchpoint.expectedEmotion, t.tongue),
              })}
        </p>
      </div>
    );
  }
  return (
    <ChartSource of={map.title} filter={filterText(map, t)}>
      <div className="divide-y divide-line">
        <CaseNote touchpoint={touchpoint} />
        <LineageNote detail={detail} language={map.language} t={t} />
        <HeldNote n={held} lineageId={touchpoint.lineageId} t={t} />
        {measures.map((measure) => (
          <section key={`${measure.metric} ${measure.wording}`} className="px-5 py-4">
            <MeasureHead
              measure={measure}
              more={
                <StillNeeded
                  measure={measure}
                  detail={detail.measures.find(
                    ({ metric, wording }) => metric === measure.metric && wording === measure.wording,
                  )}
                  map={map}
                  t={t}
                />
              }
              minimumN={map.minimumN}
              expected={measure === felt ? touchpoint.expectedEmotion : null}
              t={t}
            />
            <BenchmarkNote metric={measure.metric} benchmarks={detail.benchmarks} t={t} />
            {measure.score.n > 0 ? (
              <Bars title={titleOf(measure)} measure={measure} minimumN={map.minimumN} t={t} />
            ) : null}
            <TrendFigure
              title={titleOf(measure)}
              measure={measure}
              trend={detail.trends.find(
                ({ metric, wording }) => metric === measure.metric && wording === measure.wording,
              )}
              minimumN={map.minimumN}
              language={map.language}
              changes={detail.changes}
              t={t}
            />
          </section>
        ))}
        <ChannelScores detail={detail} map={map} linked={quotesHref !== null} t={t} />
        {detail.words.length > 0 ? <Words detail={detail} t={t} /> : null}
        <FollowUpFigures
          touchpoint={touchpoint.title}
          figures={detail.followUps}
          minimumN={map.minimumN}
          t={t}
        />
        {themes ? <ThemeList themes={themes} minimumN={map.minimumN} quotesHref={quotesHref} t={t} /> : null}
        <CommentList
          comments={detail.comments}
          touchpointId={touchpoint.id}
          {...{ map, now, erase, holding, statements, quotesHref, redact, t }}
        />
      </div>
    </ChartSource>
  );
}

function MeasureHead({
  measure,
  more,
  minimumN,
  expected,
  t,
}: {
  measure: MeasureView;
  /** What is said under the score. */
  more: React.ReactNode;
  minimumN: number;
  expected: number | null;
  t: Translate;
}) {
  const { metric, score, shown } = measure;
  const { scale, wording } = METRICS[metric];
  const inWords = formulaText(METRICS[metric], t);
  const { high } = wording[t.tongue];
  const range = `${scale.min} … ${scale.max}`.replace('-', '−');
  const note = outsideNote(measure, t);
  return (
    <div className="tabular">
      <h3 className="text-xs text-soft">
        {measure.title}, {range}
        {high ? ` (${scale.max} = ${high.toLowerCase()})` : ''}
      </h3>
      <div className="flex items-end justify-between gap-3">
        <div>
          {shown && score.value !== null ? (
            <>
              <span
                title={`${METRICS[metric].name}: ${inWords} (${score.formula})`}
                className="text-[1.75rem] leading-9 font-bold tracking-tight"
              >
                {formatScore(metric, score.value, t.tongue)}
              </span>{' '}
              <span className="text-sm whitespace-nowrap text-soft">
                <span className="sr-only">{t('95 % interval')} </span>
                {formatInterval(metric, score.low, score.high, t.tongue)}
              </span>
            </>
          ) : (
            <span className="text-base font-semibold">
              {score.n === 0
                ? t('No answers in this period')
                : t('Too few to score ({n} of {minimum})', { n: score.n, minimum: minimumN })}
            </span>
          )}
        </div>
        {expected !== null ? (
          <div className="text-right text-xs text-soft">
            {t('You expected')}
            <div className="text-base font-bold">{formatEmotion(expected, t.tongue)}</div>
          </div>
        ) : null}
      </div>
      <p className="mt-1 flex flex-wrap gap-x-3 text-xs text-soft">
        <span>n {formatCount(score.n, t.tongue)}</span>
        {measure.level === 'early' ? <span>{t('early signal')}</span> : null}
        <Trend measure={measure} minimumN={minimumN} words t={t} />
      </p>
      {more}
      {expected !== null && shown ? <Gap measure={measure} expected={expected} t={t} /> : null}
      <p className="mt-1 text-2xs text-soft">
        {formulaNote(measure, t)} {note}
      </p>
    </div>
  );
}

/** Says so where the guess lies outside what customers answered. */
function Gap({ measure, expected, t }: { measure: MeasureView; expected: number; t: Translate }) {
  const { value, low, high, n } = measure.score;
  if (value === null || low === null || high === null || (expected >= low && expected <= high)) return null;
  return (
    <p className="mt-2 rounded-lg bg-warn px-2.5 py-1.5 text-xs text-on-warn">
      {t('Team thought {expected}, customers {measured} (n {n}).', {
        expected: formatEmotion(expected, t.tongue),
        measured: formatEmotion(value, t.tongue),
        n: formatCount(n, t.tongue),
      })}
    </p>
  );
}

function Bars({
  title,
  measure,
  minimumN,
  t,
}: {
  title: string;
  measure: MeasureView;
  minimumN: number;
  t: Translate;
}) {
  const metric = METRICS[measure.metric];
  const { n } = measure.score;
  const shares = n >= minimumN;
  const bars = scalePoints(metric.scale).map((point, index) => {
    const count = measure.tally[index] ?? 0;
    const share = n === 0 ? 0 : count / n;
    return {
      label: String(point).replace('-', '−'),
      name: pointName(metric, t.tongue, point),
      count,
      share,
      shareText: shares ? formatPercent(share).replace(/\s/g, '') : String(count),
      fill: pointClass(measure.metric, point),
    };
  });
  return (
    <div className="mt-3">
      <Distribution
        id={`answers-${measure.metric}-${measure.wording}`}
        title={title}
        note={countNote(measure, t)}
        bars={bars}
        caption={
          shares
            ? t('Answers per point of the scale, in percent')
            : t('Answers per point of the scale, as counts')
        }
      />
    </div>
  );
}

function Words({ detail, t }: { detail: TouchpointDetailView; t: Translate }) {
  return (
    <section className="px-5 py-4">
      <h3 className="text-sm font-semibold">{t('How they put it')}</h3>
      <p className="mb-2 text-xs text-soft">
        {t('Share of {n} who answered the words question; up to two each', {
          n: formatCount(detail.wordsN, t.tongue),
        })}
      </p>
      <ChartTools
        id="words"
        title={t('{touchpoint}: how they put it', { touchpoint: detail.touchpoint.title })}
        note={t('n {n}', { n: formatCount(detail.wordsN, t.tongue) })}
      >
        <ShareBars
          bars={detail.words
            .filter(({ count }) => count > 0)
            .map(({ valence, ...word }) => ({ ...word, tone: valence }))}
          t={t}
        />
      </ChartTools>
    </section>
  );
}
