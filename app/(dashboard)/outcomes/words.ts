import { formatPercent, inTongue } from '@/lib/format';
import type { OutcomeKind } from '@/lib/outcomes/model';
import { EMOTION_WORDS, NO_WORD } from '@/lib/scoring/emotion-words';
import { METRICS, type MetricId } from '@/lib/scoring/metrics';
import { roundHalfAway } from '@/lib/scoring/round';
import type { GroupId } from '@/lib/scoring/wording';
import type { Interval } from '@/lib/statistics/interval';
import { msg, type Translate } from '@/lib/translate';

const GROUPS: Readonly<Record<GroupId, string>> = {
  low: msg('Low##of a score'),
  middle: msg('Middle##of a score'),
  high: msg('High##of a score'),
};

/** A group of scores with its points, 'Low (0–6)'. */
export function groupName(t: Translate, metric: MetricId, group: GroupId): string {
  const { groups, scale } = METRICS[metric];
  const place = groups.findIndex(({ id }) => id === group);
  const from = place === 0 ? scale.min : (groups[place - 1]?.upTo ?? scale.min) + 1;
  const to = groups[place]?.upTo ?? scale.max;
  const range = from === to ? pointText(from) : `${pointText(from)} … ${pointText(to)}`;
  return `${t(GROUPS[group])} (${range})`;
}

export const pointText = (point: number): string => String(point).replace('-', '−');

export const KIND_NAMES: Readonly<Record<OutcomeKind, string>> = {
  renewed: msg('Renewed'),
  churned: msg('Left##a customer'),
  spent: msg('Spent'),
  contacts: msg('Contacts##calls and letters'),
};

/** A share in percent with one digit below ten, '8.4 %'. */
export function shareText(t: Translate, share: number | null): string {
  if (share === null) return '–';
  if (share === 0 || share >= 0.0995) return formatPercent(share);
  return `${inTongue(roundHalfAway(share * 100, 1).toFixed(1), t.tongue)}\u00a0%`;
}

export function shareInterval(t: Translate, interval: Interval | null): string {
  return interval === null ? '–' : `${shareText(t, interval.low)} … ${shareText(t, interval.high)}`;
}

/** A number with so many digits after the point. */
export function numberText(t: Translate, value: number | null, digits: number): string {
  if (value === null) return '–';
  return inTongue(roundHalfAway(value, digits).toFixed(digits).replace('-', '−'), t.tongue);
}

export function numberInterval(t: Translate, interval: Interval | null, digits: number): string {
  if (interval === null) return '–';
  return `${numberText(t, interval.low, digits)} … ${numberText(t, interval.high, digits)}`;
}

/** The name of a word that went with an answer. */
export function wordName(t: Translate, id: string): string {
  return [...EMOTION_WORDS, NO_WORD].find((word) => word.id === id)?.label[t.tongue] ?? id;
}
