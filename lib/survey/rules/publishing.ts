import type { Metric } from '../../scoring/metric';
import type { SurveyMetricId } from '../../scoring/metrics';
import type { SurveyState, SurveyTimes } from '../model';
import { baseLanguage, NO_TEXTS, type SurveyContent } from '../model/content';
import { REASONS } from '../model/follow-up';
import type { Language } from '../model/language';
import { packOf } from './languages';

/** What has to be corrected before this content can be published; empty: nothing. */
export function faultsOfContent(
  metric: Pick<Metric, 'id'>,
  content: SurveyContent,
): { path: string; message: string }[] {
  const faults: { path: string; message: string }[] = [];
  const base = baseLanguage(content);
  const { topic } = packOf(base).metrics[metric.id as SurveyMetricId];
  const texts = content.texts[base] ?? NO_TEXTS;
  if (topic && texts.topic === '') {
    faults.push({
      path: `content.texts.${base}.topic`,
      message: `Say what it is about, like “${topic.example}”.`,
    });
  }
  for (const followUp of content.followUps) {
    if (followUp.kind !== 'reasons') continue;
    const offered = [
      ...(followUp.after.some((group) => group !== 'high')
        ? [['frictions', followUp.frictions] as const]
        : []),
      ...(followUp.after.includes('high') ? [['strengths', followUp.strengths] as const] : []),
    ];
    for (const [name, ids] of offered) {
      if (ids.length < 2)
        faults.push({ path: `content.followUps.reasons.${name}`, message: 'Offer at least two reasons.' });
      for (const language of content.languages) {
        const gap = ids.find((id) => isOwn(id) && !content.texts[language]?.reasons[id]);
        if (gap)
          faults.push({
            path: `content.texts.${language}.reasons.${gap}`,
            message: `Name your own reason in “${packOf(language).name}”.`,
          });
      }
    }
  }
  for (const group of ['low', 'middle', 'high'] as const) {
    if (content.links[group] && !texts.link[group])
      faults.push({
        path: `content.texts.${base}.link.${group}`,
        message: 'Say where the link leads.',
      });
  }
  return faults;
}

const isOwn = (id: string) => !(REASONS as readonly string[]).includes(id);

/**
 * The languages in which another question would be asked than until now, although its scores would go on in the same
 * series. The wording is locked, so only what the question is about can change it; a language that is added or taken
 * away breaks nothing.
 */
export function brokenComparisons(published: SurveyContent, draft: SurveyContent): Language[] {
  const topic = (content: SurveyContent, language: Language) =>
    (content.texts[language]?.topic ?? '').replace(/\s+/g, ' ').trim();
  return draft.languages.filter(
    (language) =>
      published.languages.includes(language) && topic(published, language) !== topic(draft, language),
  );
}

/**
 * Whether a survey takes answers now; `answers` counts those that count towards its quota. What its authors decided comes
 * before its days, and those before the quota.
 */
export function surveyState(times: SurveyTimes, answers: number, now: Date): SurveyState {
  if (times.closedAt) return 'closed';
  if (times.pausedAt) return 'paused';
  if (times.opensAt && now < times.opensAt) return 'early';
  if (times.closesAt && now >= times.closesAt) return 'over';
  if (times.quota !== null && answers >= times.quota) return 'full';
  return 'open';
}

/** Whether one place takes answers now: it is open itself, and its survey is. */
export function placementState(
  placement: { closedAt: Date | null; times: SurveyTimes; answers: number },
  now: Date,
): SurveyState {
  return placement.closedAt ? 'closed' : surveyState(placement.times, placement.answers, now);
}
