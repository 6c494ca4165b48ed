import { addDays } from '../../clock';
import { formatChange, formatInterval, formatScore } from '../../format';
import type { Translate } from '../../translate';
import type { Digest } from '../model/digest';
import { FINDING_TEXTS } from './health';
import { fallen, type MineView } from './mine';

/** Findings that one letter has room for. */
const MOST_FINDINGS = 10;

/**
 * The first such day of the week from a day on, 1 is Monday.
 * @example nextDigestOn('2026-11-22', 1, 'after today') // '2026-11-23', a Monday
 */
export function nextDigestOn(day: string, weekday: number, mode: 'today counts' | 'after today'): string {
  const sundayFirst = new Date(`${day}T00:00:00Z`).getUTCDay();
  const ahead = (weekday - (sundayFirst === 0 ? 7 : sundayFirst) + 7) % 7;
  return addDays(day, ahead === 0 && mode === 'after today' ? 7 : ahead);
}

/** What an owner is told of all that they own: what fell beyond chance, then what is due or missing. */
export function digestOf(mine: readonly MineView[], t: Translate): Digest {
  const worse = mine.flatMap((one) =>
    fallen(one).map(({ title, measure: { metric, title: question, score, change } }) => {
      const value = formatScore(metric, score.value, t.tongue);
      const interval = formatInterval(metric, score.low, score.high, t.tongue);
      const now = `${title}: ${question} ${value} (${interval}, n ${score.n})`;
      if (!change) return now;
      return t('{now}, {change} on the 90 days before', {
        now,
        change: formatChange(metric, change.delta, t.tongue),
      });
    }),
  );
  const all = mine.flatMap(({ findings, map }) =>
    findings.map(({ kind, subject, detail }) => {
      const what = `${t(FINDING_TEXTS[kind].title)}: ${subject}${detail ? ` (${detail})` : ''}`;
      return { grave: FINDING_TEXTS[kind].grave, text: mine.length > 1 ? `${map.title}: ${what}` : what };
    }),
  );
  const sorted = [...all.filter(({ grave }) => grave), ...all.filter(({ grave }) => !grave)];
  const findings = sorted.slice(0, MOST_FINDINGS).map(({ text }) => text);
  return { worse, findings, more: sorted.length - findings.length };
}
