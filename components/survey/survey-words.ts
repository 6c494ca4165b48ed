import type { Tongue } from '@/lib/identity/model';
import { type Metric, metricOf } from '@/lib/scoring/metrics';
import { type FollowUpKind, GROUPS } from '@/lib/survey/model/follow-up';
import type { Group, TextPath } from '@/lib/survey/rules/changes';
import type { Translate } from '@/lib/translate';
import { scoreRange } from './score-range';

/** What a group of scores is called after “after” and “for”, with the scores in it: 'low scores (0–6)'. */
export function groupName(t: Translate, metric: Metric, group: Group): string {
  const range = rangeOf(metric, group, t.tongue);
  if (group === 'low') return t('low scores ({range})', { range });
  if (group === 'middle') return t('middle scores ({range})', { range });
  return t('high scores ({range})', { range });
}

/** The same where no sentence is around it, such as on a button. */
export function groupLabel(t: Translate, metric: Metric, group: Group): string {
  const range = rangeOf(metric, group, t.tongue);
  if (group === 'low') return t('low scores ({range})##by itself', { range });
  if (group === 'middle') return t('middle scores ({range})##by itself', { range });
  return t('high scores ({range})##by itself', { range });
}

/** The scores of a group alone: '0–6'. */
export function rangeOf(metric: Metric, group: Group, tongue: Tongue): string {
  const place = metric.groups.findIndex(({ id }) => id === group);
  return scoreRange(metricOf(metric.id), place, tongue);
}

/** After which scores something is asked, as one sentence. */
export function afterSentence(t: Translate, metric: Metric, after: readonly Group[]): string {
  const groups = GROUPS.filter((group) => after.includes(group));
  if (groups.length === GROUPS.length) return t('Asked after every score.');
  const [first, second] = groups.map((group) => groupName(t, metric, group));
  return second === undefined
    ? t('Asked after {group} only.', { group: first ?? '' })
    : t('Asked after {first} and {second}.', { first: first ?? '', second });
}

export function followUpName(t: Translate, kind: FollowUpKind): string {
  return {
    reasons: t('Reasons'),
    expectation: t('Expectation'),
    information: t('Information'),
    handoff: t('Handoff'),
    text: t('Open question'),
  }[kind];
}

/** What a follow-up finds out, for who has to choose one. */
export function followUpPurpose(t: Translate, kind: FollowUpKind): string {
  return {
    reasons: t('Chips to tap: what was in the way, or what went well. The quickest way to a cause.'),
    expectation: t('Much worse to much better than expected. Tells a bad day from a broken promise.'),
    information: t('Whether what the customer needed to know was there: yes, partly, no.'),
    handoff: t('Whether something had to be said again. For places where one team hands on to another.'),
    text: t('One free answer in the customer’s own words. It finds what no choice covers.'),
  }[kind];
}

/** What an author's text is called. `reason` is the label of an own reason in the first language. */
export function pathName(t: Translate, metric: Metric, path: TextPath, reason = ''): string {
  if (path === 'topic') return t('What it is about');
  const [part = '', id = ''] = path.split('.');
  if (part === 'reasons') return t('Your own reason “{reason}”', { reason: reason || id });
  const group = groupName(t, metric, id as Group);
  if (part === 'why') return t('Open question after {group}', { group });
  if (part === 'thanks') return t('After “Thank you!” for {group}', { group });
  return t('Name of the link for {group}', { group });
}
