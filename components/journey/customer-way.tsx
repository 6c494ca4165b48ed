import { Chip } from '@/components/ui/chip';
import { formatInstant, formatScore } from '@/lib/format';
import type { WayEntry, WayView } from '@/lib/insights/model/people';
import { EMOTION_WORDS, NO_WORD } from '@/lib/scoring/emotion-words';
import { METRICS } from '@/lib/scoring/metrics';
import type { Translate } from '@/lib/translate';
import { SOURCE_LABELS } from './source-labels';
import { pointClass } from './tones';

/** A gap in days from which it is drawn as one. */
const LONG_GAP_DAYS = 14;

/** One person's answers down the time, with what was said and how long nothing was heard. */
export function CustomerWay({
  way,
  timeZone,
  hrefOf,
  t,
}: {
  way: WayView;
  timeZone: string;
  hrefOf: (touchpointId: string) => string;
  t: Translate;
}) {
  return (
    <ol className="relative ml-3 border-l-2 border-line-strong">
      {way.entries.map((entry) => (
        <li key={entry.responseId} className="relative pb-5 pl-7 last:pb-0">
          {entry.daysSince !== null ? <Gap days={entry.daysSince} t={t} /> : null}
          <span
            aria-hidden="true"
            className={`absolute -left-4 flex size-8 items-center justify-center rounded-full border-2 border-panel text-xs font-bold ${pointClass(entry.metric, entry.score)}`}
          >
            {pointText(entry)}
          </span>
          <Entry entry={entry} timeZone={timeZone} hrefOf={hrefOf} t={t} />
        </li>
      ))}
    </ol>
  );
}

function Gap({ days, t }: { days: number; t: Translate }) {
  const text =
    days === 0
      ? t('the same day##of an answer')
      : t('{days, plural, one {# day later} other {# days later}}', { days });
  return (
    <p className="mb-2 text-xs text-soft">
      {days >= LONG_GAP_DAYS ? t('Nothing heard for {days} days', { days }) : text}
    </p>
  );
}

function Entry({
  entry,
  timeZone,
  hrefOf,
  t,
}: {
  entry: WayEntry;
  timeZone: string;
  hrefOf: (touchpointId: string) => string;
  t: Translate;
}) {
  const { touchpointId, title, stage, metric, question, words, comment, source, receivedAt, group } = entry;
  return (
    <article>
      <h3 className="flex flex-wrap items-center gap-x-2 gap-y-1 font-medium">
        {touchpointId ? (
          <a
            href={hrefOf(touchpointId)}
            className="inline-flex min-h-6 items-center underline-offset-2 hover:underline"
          >
            {title}
          </a>
        ) : (
          t('The whole journey')
        )}
        {group === 'low' ? <Chip tone="bad">{t('Friction')}</Chip> : null}
        {entry.back ? (
          <Chip title={t('Earlier on the map than the touchpoint before')}>{t('Went back')}</Chip>
        ) : null}
      </h3>
      <p className="text-sm">
        <span className="text-soft">{stage ? `${stage} · ` : ''}</span>
        {question}: <span className="font-semibold">{pointName(entry, t)}</span>
        {words && words.length > 0 ? <span> · {wordText(words, t)}</span> : null}
      </p>
      {comment ? (
        <blockquote className="mt-1 max-w-2xl border-l-2 border-line-strong pl-3 break-words">
          {comment}
        </blockquote>
      ) : null}
      <p className="mt-0.5 text-xs text-soft">
        {formatInstant(receivedAt, timeZone, t.tongue)} · {t(SOURCE_LABELS[source])} ·{' '}
        {t('{metric}, {min} to {max}', {
          metric: METRICS[metric].label,
          min: minus(METRICS[metric].scale.min),
          max: METRICS[metric].scale.max,
        })}
      </p>
    </article>
  );
}

const minus = (point: number): string => String(point).replace('-', '−');
const pointText = ({ metric, score }: WayEntry): string =>
  METRICS[metric].signed && METRICS[metric].unit === 'mean'
    ? formatScore(metric, score).replace(/[.,]0$/, '')
    : minus(score);

const wordText = (words: readonly string[], t: Translate): string =>
  words
    .flatMap((id) => [...EMOTION_WORDS, NO_WORD].find((word) => word.id === id)?.label[t.tongue] ?? [])
    .join(', ');

function pointName({ metric, score }: WayEntry, t: Translate): string {
  const label = METRICS[metric].wording[t.tongue].points[score - METRICS[metric].scale.min];
  return label ? `${minus(score)} (${label})` : minus(score);
}
