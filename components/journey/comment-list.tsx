import Link from 'next/link';
import { dayOf } from '@/lib/clock';
import { formatInstant } from '@/lib/format';
import type { JourneyMapView, QuoteView } from '@/lib/insights/model';
import type { StatementDetail } from '@/lib/journey/model/statement';
import { kindOfAnswer } from '@/lib/journey/rules/statement';
import { METRICS } from '@/lib/scoring/metrics';
import type { Translate } from '@/lib/translate';
import { ago } from './ago';
import { EraseResponse } from './erase-response';
import { type Holding, HoldResponse } from './hold-response';
import { PromoteAnswer } from './promote-answer';
import { type Redact, RedactVoice } from './redact-voice';
import { SOURCE_LABELS } from './source-labels';
import { pointClass } from './tones';

/** The newest comments of a touchpoint, with where each came from. */
export function CommentList({
  comments,
  map,
  now,
  erase,
  holding,
  touchpointId,
  statements,
  quotesHref,
  redact,
  t,
}: {
  comments: QuoteView[];
  map: JourneyMapView;
  now: Date;
  erase: ((placementId: string, responseId: string) => Promise<string | null>) | null;
  /** null where the member may not. */
  holding: Holding | null;
  touchpointId: string;
  /** What the team says about the touchpoint: some of it may rest on these comments. */
  statements: readonly StatementDetail[];
  quotesHref: string | null;
  /** null where the member may not. */
  redact: Redact | null;
  t: Translate;
}) {
  return (
    <section className="px-5 py-4">
      <div className="mb-2 flex items-baseline justify-between gap-3">
        <h3 className="text-sm font-semibold">{t('Newest answers')}</h3>
        {quotesHref ? (
          <Link
            href={quotesHref}
            className="no-print inline-flex min-h-6 items-center text-xs font-medium underline underline-offset-2"
          >
            {t('All quotes')}
          </Link>
        ) : null}
      </div>
      {comments.length === 0 ? <p className="text-sm text-soft">{t('No comments in this period.')}</p> : null}
      <ul className="flex flex-col gap-2">
        {comments.map(({ placementId, responseId, comment, metric, score, source, persona, receivedAt }) => {
          const when = formatInstant(receivedAt, map.timeZone, map.language);
          const who =
            map.personas.find(({ id, name }) => id === persona || name === persona)?.name ?? persona;
          return (
            <li key={`${placementId} ${responseId}`} className="rounded-xl border border-line px-3 py-2">
              <div className="flex items-center gap-2 text-xs text-soft">
                {score === null ? null : (
                  <span
                    className={`tabular inline-flex rounded-md px-1.5 py-0.5 text-2xs leading-4 font-bold ${pointClass(metric, score)}`}
                  >
                    <span className="pr-1 font-medium">{METRICS[metric].label}</span>
                    {String(score).replace('-', '−')}
                  </span>
                )}
                <span className="min-w-0 grow">
                  {[t(SOURCE_LABELS[source]), who].filter(Boolean).join(' · ')} ·{' '}
                  <time dateTime={receivedAt.toISOString()} title={when}>
                    {ago(receivedAt, now, t) ?? when}
                  </time>
                </span>
                {holding ? (
                  <HoldResponse holding={holding} placementId={placementId} responseId={responseId} />
                ) : null}
                {erase ? (
                  <EraseResponse erase={erase} placementId={placementId} responseId={responseId} />
                ) : null}
              </div>
              <p className="mt-1 text-sm break-words whitespace-pre-line">{comment}</p>
              {redact ? (
                <div className="no-print -mx-1 mt-1">
                  <RedactVoice about={{ placementId, responseId }} text={comment} redact={redact} />
                </div>
              ) : null}
              <PromoteAnswer
                answer={{ placementId, responseId }}
                gatheredOn={dayOf(receivedAt, map.timeZone)}
                touchpointId={touchpointId}
                suggested={kindOfAnswer(metric, score)}
                evidenceOf={statements
                  .filter(({ evidence }) =>
                    evidence.some(
                      ({ answer }) => answer?.responseId === responseId && answer.placementId === placementId,
                    ),
                  )
                  .map(({ id }) => id)}
              />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
