import type { SuspectView } from '@/lib/response/model/suspect';
import { pointName } from '@/lib/scoring/metric';
import { isMetricId, metricOf } from '@/lib/scoring/metrics';
import type { ReasonId } from '@/lib/survey/model/follow-up';
import type { LanguagePack } from '@/lib/survey/model/language';
import type { Translate } from '@/lib/translate';

/** One thing that was given, by the name of its question. */
export type Given = { name: string; text: string };

/**
 * What somebody answered, in words of `pack`; the comment is not among it. `ownReasons` names the reasons that the
 * survey's author has added.
 */
export function givenWords(
  t: Translate,
  answer: Pick<SuspectView, 'metric' | 'score' | 'words' | 'followUps'>,
  pack: LanguagePack,
  ownReasons: Readonly<Record<string, string>>,
): Given[] {
  const { metric, score, words, followUps } = answer;
  const given: Given[] = [];
  if (score !== null && isMetricId(metric)) {
    const question = metricOf(metric);
    given.push({ name: question.name, text: pointName(question, t.tongue, score) });
  }
  if (words && words.length > 0) {
    const labels = words.map((id) =>
      id === 'none' ? pack.words.none : (pack.words.labels[id as keyof typeof pack.words.labels] ?? id),
    );
    given.push({ name: t('Words'), text: labels.join(', ') });
  }
  const { reasons, expectation, information, handoff } = followUps ?? {};
  if (reasons && reasons.length > 0) {
    const labels = reasons.map((id) => pack.reasons.labels[id as ReasonId] ?? ownReasons[id] ?? id);
    given.push({ name: t('Reasons'), text: labels.join(', ') });
  }
  const points: [string, readonly string[], number | undefined][] = [
    [
      t('Against what was expected'),
      pack.expectation.points,
      expectation === undefined ? undefined : expectation + 2,
    ],
    [t('Information at hand'), pack.information.points, information],
    [t('Had to say it again'), pack.handoff.points, handoff],
  ];
  for (const [name, labels, place] of points) {
    const text = place === undefined ? undefined : labels[place];
    if (text !== undefined) given.push({ name, text });
  }
  return given;
}
