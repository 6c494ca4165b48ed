import { endpointMean } from '../../scoring/endpoint-mean';
import { isMetricId, METRICS } from '../../scoring/metrics';
import { scalePoints, type Tally } from '../../scoring/tally';
import { wilson } from '../../statistics/wilson';
import {
  type ChoiceKind,
  FOLLOW_UP_SCALES,
  type FollowUpKind,
  type ReasonId,
} from '../../survey/model/follow-up';
import type { Language } from '../../survey/model/language';
import { packOf } from '../../survey/rules/languages';
import type { FollowUpFigure, FollowUpShare } from '../model/follow-ups';

/** How many people with this score gave this answer; `answer` null: how many answered the question at all. */
type Count = {
  surveyId: string;
  metric: string;
  score: number;
  kind: Exclude<FollowUpKind, 'text'>;
  answer: string | null;
  people: number;
};

/** What authors called their own reasons; of one survey, the newest first. */
type OwnNames = {
  surveyId: string;
  languages: readonly Language[];
  names: Partial<Record<Language, Record<string, string>>>;
};

/**
 * The figures of every question after the score that anybody answered, in one order: what hindered, what helped, the
 * expectation, the information, the handoff. Answers of several surveys are pooled, because the stock questions are the
 * same in all of them; authors' own reasons are kept apart by survey.
 */
export function followUpFigures(
  counts: readonly Count[],
  own: readonly OwnNames[],
  about: { language: Language; minimumN: number },
): FollowUpFigure[] {
  return [
    reasonFigure('frictions', counts, own, about),
    reasonFigure('strengths', counts, own, about),
    ...(['expectation', 'information', 'handoff'] as const).map((kind) => choiceFigure(kind, counts, about)),
  ].filter(({ n }) => n > 0);
}

/** Surveys some of whose counted reasons are their authors' own: whose names have to be looked up. */
export function surveysWithOwnReasons(counts: readonly Count[]): string[] {
  return [...new Set(counts.filter(({ answer }) => isOwn(answer)).map(({ surveyId }) => surveyId))];
}

function reasonFigure(
  kind: 'frictions' | 'strengths',
  counts: readonly Count[],
  own: readonly OwnNames[],
  { language, minimumN }: { language: Language; minimumN: number },
): FollowUpFigure {
  const { reasons } = packOf(language);
  const listed = counts.filter((one) => one.kind === 'reasons' && isHigh(one) === (kind === 'strengths'));
  const n = sum(listed.filter(({ answer }) => answer === null));
  const chosen = new Map<string, { label: string; count: number }>();
  for (const { surveyId, answer, people } of listed) {
    if (answer === null) continue;
    const id = isOwn(answer) ? `${surveyId} ${answer}` : answer;
    const label = isOwn(answer)
      ? ownName(
          answer,
          language,
          own.filter((one) => one.surveyId === surveyId),
        )
      : (reasons.labels[answer as ReasonId] ?? answer);
    chosen.set(id, { label, count: (chosen.get(id)?.count ?? 0) + people });
  }
  const shown = n >= minimumN;
  const options = [...chosen].map(([id, { label, count }]) => shareOf(id, label, count, n));
  return {
    kind,
    prompt: kind === 'frictions' ? reasons.friction : reasons.strength,
    n,
    shown,
    options: shown ? options.sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1)) : [],
  };
}

function choiceFigure(
  kind: ChoiceKind,
  counts: readonly Count[],
  { language, minimumN }: { language: Language; minimumN: number },
): FollowUpFigure {
  const scale = FOLLOW_UP_SCALES[kind];
  const { prompt, points } = packOf(language)[kind];
  const own = counts.filter((one) => one.kind === kind);
  const tally: Tally = scalePoints(scale).map((point) =>
    sum(own.filter(({ answer }) => answer === String(point))),
  );
  const n = tally.reduce((all, count) => all + count, 0);
  const shown = n >= minimumN;
  const interval = kind === 'expectation' && shown ? endpointMean(scale, tally) : null;
  const total = tally.reduce((all, count, index) => all + count * (scale.min + index), 0);
  return {
    kind,
    prompt,
    n,
    shown,
    options: shown
      ? scalePoints(scale).map((point, index) =>
          shareOf(String(point), points[index] ?? '', tally[index] ?? 0, n),
        )
      : [],
    mean: interval && { value: total / n, ...interval },
  };
}

function shareOf(id: string, label: string, count: number, n: number): FollowUpShare {
  const { low, high } = wilson(count, n) ?? { low: 0, high: 0 };
  return { id, label, count, share: n === 0 ? 0 : count / n, low, high };
}

/** A reason's name in the language, else in the survey's first; a reason that no version names keeps its id. */
function ownName(id: string, language: Language, versions: readonly OwnNames[]): string {
  for (const { names, languages } of versions) {
    const name = names[language]?.[id] || names[languages[0] as Language]?.[id];
    if (name) return name;
  }
  return id;
}

const isOwn = (answer: string | null): answer is `own-${string}` => answer?.startsWith('own-') ?? false;

const sum = (counts: readonly Count[]): number => counts.reduce((all, { people }) => all + people, 0);

function isHigh({ metric, score }: Count): boolean {
  if (!isMetricId(metric)) return false;
  return METRICS[metric].groups.find(({ upTo }) => score <= upTo)?.id === 'high';
}
