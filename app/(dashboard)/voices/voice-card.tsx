import Link from 'next/link';
import { RedactVoice } from '@/components/journey/redact-voice';
import { pointClass } from '@/components/journey/tones';
import { Chip } from '@/components/ui/chip';
import { formatDay } from '@/lib/format';
import { METRICS } from '@/lib/scoring/metrics';
import type { Translate } from '@/lib/translate';
import { SENTIMENT_LABELS, type Theme, VOICE_KIND_LABELS, type VoiceView } from '@/lib/voices/model';
import { redactPassage } from './actions';
import { languageName } from './choices';
import { ChooseQuote } from './choose-quote';
import { CorrectVoice } from './correct-voice';
import { EraseMaterial } from './erase-material';
import { type Claim, UseVoice } from './use-voice';
import { type Going, voicesHref } from './voices-address';

const TONES = { positive: 'good', negative: 'bad', undecided: 'quiet' } as const;

/** One voice: the words first, then where they come from and what was read from them. */
export function VoiceCard({
  voice,
  themes,
  claims,
  mayCorrect,
  going,
  t,
}: {
  voice: VoiceView;
  themes: readonly Theme[];
  claims: readonly Claim[];
  mayCorrect: boolean;
  going: Going;
  t: Translate;
}) {
  const { text, kind, day, author, origin, journey, touchpoint, answer, sentiment, language } = voice;
  return (
    <li className="mb-3 flex break-inside-avoid flex-col gap-2.5 rounded-xl border border-line bg-panel p-4 shadow-card">
      <blockquote className="text-sm leading-6 break-words whitespace-pre-line" lang={language ?? undefined}>
        {text}
      </blockquote>
      {voice.redacted ? <p className="text-xs text-soft">{t('A member blacked out a passage.')}</p> : null}
      <p className="text-xs text-soft">
        {answer && answer.score !== null ? (
          <span
            className={`tabular mr-1.5 inline-flex rounded-md px-1.5 py-0.5 text-2xs leading-4 font-bold ${pointClass(answer.metric, answer.score)}`}
          >
            <span className="pr-1 font-medium">{METRICS[answer.metric].label}</span>
            {String(answer.score).replace('-', '−')}
          </span>
        ) : null}
        {[t(VOICE_KIND_LABELS[kind]), author, origin].filter(Boolean).join(' · ')} ·{' '}
        <time dateTime={day}>{formatDay(day, t.tongue)}</time>
        {touchpoint && journey ? (
          <>
            {' · '}
            <Link
              href={`/journeys/${journey.id}?touchpoint=${touchpoint.id}`}
              className="font-medium text-ink underline-offset-2 hover:underline"
            >
              {touchpoint.title}
            </Link>
          </>
        ) : journey ? (
          ` · ${journey.title}`
        ) : null}
        {language !== t.tongue ? ` · ${languageName(language, t)}` : ''}
      </p>
      <div className="flex flex-wrap gap-1.5">
        {sentiment ? (
          <Chip
            tone={TONES[sentiment]}
            title={voice.sentimentSaid ? t('Said by a member') : t('Computed from the words')}
          >
            {t(SENTIMENT_LABELS[sentiment])}
          </Chip>
        ) : null}
        {voice.themes.map(({ id, name, said }) => (
          <Link
            key={id}
            href={voicesHref(going, { themeId: id })}
            title={said ? t('Said by a member') : t('Found by its words')}
            className="inline-flex min-h-6 items-center rounded-full border border-line-strong px-2.5 text-xs font-medium hover:bg-sunk"
          >
            {name}
          </Link>
        ))}
      </div>
      {mayCorrect ? (
        <div className="no-print -mx-1 flex flex-wrap gap-1">
          <CorrectVoice voice={voice} themes={themes} />
          {journey ? <UseVoice voice={voice} claims={claims} /> : null}
          {answer && touchpoint && (voice.chosen || !voice.redacted) ? (
            <ChooseQuote answer={answer} chosen={voice.chosen} text={text} />
          ) : null}
          <RedactVoice
            about={
              answer ? { placementId: answer.placementId, responseId: answer.responseId } : { id: voice.id }
            }
            text={text}
            redact={redactPassage}
          />
          {answer ? null : <EraseMaterial id={voice.id} />}
        </div>
      ) : null}
    </li>
  );
}
