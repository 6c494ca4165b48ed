import { addDays } from '../../clock';
import {
  formatChange,
  formatChangeInterval,
  formatInterval,
  formatPercent,
  formatPeriod,
  formatScore,
} from '../../format';
import type { ImprovementView } from '../../improvements/model';
import { verdictText } from '../../improvements/rules/verdict-text';
import type { MetricId } from '../../scoring/metrics';
import type { Score } from '../../scoring/score';
import { benjaminiHochberg } from '../../statistics/benjamini-hochberg';
import { twoShareTest } from '../../statistics/two-share-test';
import { wilson } from '../../statistics/wilson';
import type { Translate } from '../../translate';
import type { Digest, OwnedCases, RisenTheme } from '../model/digest';
import type { WatchView } from '../model/watch';
import { FINDING_TEXTS } from './health';
import { changed, type MineView } from './mine';

/** Findings that one letter has room for. */
const MOST_FINDINGS = 10;
/** Lines of any other kind. */
const MOST_LINES = 6;
/** Done improvements are told of for so many days. */
const DONE_DAYS = 28;
/** The share of rises that come about by chance alone that is accepted. */
const FALSE_RISES = 0.05;

/**
 * The first such day of the week from a day on, 1 is Monday.
 * @example nextDigestOn('2026-11-22', 1, 'after today') // '2026-11-23', a Monday
 */
export function nextDigestOn(day: string, weekday: number, mode: 'today counts' | 'after today'): string {
  const sundayFirst = new Date(`${day}T00:00:00Z`).getUTCDay();
  const ahead = (weekday - (sundayFirst === 0 ? 7 : sundayFirst) + 7) % 7;
  return addDays(day, ahead === 0 && mode === 'after today' ? 7 : ahead);
}

/** Everything that one owner may have to know. */
export type DigestMatter = {
  mine: readonly MineView[];
  /** What the watch noticed in the week, at what they own. */
  signals: WatchView['signals'];
  cases: readonly OwnedCases[];
  /** Those that concern them. */
  improvements: readonly ImprovementView[];
  theme: RisenTheme | null;
  today: string;
};

/** What an owner is told: what changed beyond chance and what the watch noticed, cases, verdicts, what customers begin to say, then what is due or missing. */
export function digestOf(matter: DigestMatter, t: Translate): Digest {
  const { mine, signals, cases, improvements, theme, today } = matter;
  const [worse, better] = (['down', 'up'] as const).map((direction) =>
    mine.flatMap((one) => changed(one, direction).map((change) => changeLine(change, t))),
  ) as [string[], string[]];
  const watched = signals.map((signal) => signalLine(signal, t));
  const waiting = cases.filter(({ fresh, overdue }) => fresh + overdue > 0);
  const overdue = waiting.reduce((sum, one) => sum + one.overdue, 0);
  const fresh = waiting.reduce((sum, one) => sum + one.fresh, 0);
  const verdicts = toldVerdicts(improvements, today).map((one) => verdictLine(one, t));
  const { findings, more } = findingLines(mine, t);
  const parts: [title: string, lines: string[], head: string][] = [
    [
      t('Fell beyond chance:'),
      cut(worse, t),
      t('{n, plural, one {# score fell} other {# scores fell}}', { n: worse.length }),
    ],
    [
      t('Rose beyond chance:'),
      cut(better, t),
      t('{n, plural, one {# score rose} other {# scores rose}}', { n: better.length }),
    ],
    [
      t('Noticed by the watch this week:'),
      cut(watched, t),
      t('{n, plural, one {# signal of the watch} other {# signals of the watch}}', { n: watched.length }),
    ],
    [
      t('Customers who wait for somebody:'),
      cut(
        waiting.map((one) => caseLine(one, t)),
        t,
      ),
      overdue > 0
        ? t('{n, plural, one {# case overdue} other {# cases overdue}}', { n: overdue })
        : t('{n, plural, one {# new case} other {# new cases}}', { n: fresh }),
    ],
    [
      t('Whether improvements worked:'),
      cut(verdicts, t),
      t('{n, plural, one {# verdict} other {# verdicts}}', { n: verdicts.length }),
    ],
    [
      t('Customers begin to write about:'),
      theme ? [themeLine(theme, t)] : [],
      t('one theme that comes up more'),
    ],
    [
      t('To look at:'),
      [...findings, ...(more > 0 ? [t('and {n} more.', { n: more })] : [])],
      t('{n, plural, one {# thing to look at} other {# things to look at}}', { n: findings.length + more }),
    ],
  ];
  const told = parts.filter(([, lines]) => lines.length > 0);
  return {
    sections: told.map(([title, lines]) => ({ title, lines })),
    heads: told.map(([, , head]) => head),
  };
}

const cut = (lines: string[], t: Translate): string[] =>
  lines.length <= MOST_LINES
    ? lines
    : [...lines.slice(0, MOST_LINES), t('and {n} more.', { n: lines.length - MOST_LINES })];

function changeLine({ title, measure }: ReturnType<typeof changed>[number], t: Translate): string {
  const { metric, title: question, score, change } = measure;
  const now = `${title}: ${question} ${levelText(metric, score, t)}`;
  if (!change) return now;
  return t('{now}, {change} ({interval}) on the 90 days before', {
    now,
    change: formatChange(metric, change.delta, t.tongue),
    interval: formatChangeInterval(metric, change, t.tongue),
  });
}

/** A score as a letter tells it: '5.4 (5.3 … 5.5, n 812)'. */
function levelText(metric: MetricId, { value, low, high, n }: Score, t: Translate): string {
  return `${formatScore(metric, value, t.tongue)} (${formatInterval(metric, low, high, t.tongue)}, n ${n})`;
}

function signalLine(signal: WatchView['signals'][number], t: Translate): string {
  const { metric, title, subject, before, after, from, to } = signal;
  return t('{subject}: {question} {before} → {after}, between {period}', {
    subject: subject.title,
    question: title,
    before: levelText(metric, before, t),
    after: levelText(metric, after, t),
    period: formatPeriod(from, to, t.tongue),
  });
}

const caseLine = ({ title, open, overdue, fresh }: OwnedCases, t: Translate): string =>
  t(
    '{title}: {open, plural, one {# open case} other {# open cases}}, {overdue} overdue, {fresh} new this week',
    {
      title,
      open,
      overdue,
      fresh,
    },
  );

/** Verdicts that say something, of what goes on or was done lately. */
function toldVerdicts(improvements: readonly ImprovementView[], today: string): ImprovementView[] {
  const since = addDays(today, -DONE_DAYS);
  return improvements.filter(
    ({ state, doneOn, verdict }) =>
      verdict !== null &&
      verdict.kind !== 'unclear' &&
      (state === 'doing' || (state === 'done' && doneOn !== null && doneOn >= since)),
  );
}

function verdictLine({ title, verdict }: ImprovementView, t: Translate): string {
  return verdict ? `${title}: ${verdictText(verdict, t)}` : title;
}

const themeLine = ({ name, n, total, low, high, before }: RisenTheme, t: Translate): string =>
  t('“{name}”: {n} of {total} comments this week ({low} … {high}), {before} in the four weeks before', {
    name,
    n,
    total,
    low: formatPercent(low),
    high: formatPercent(high),
    before: formatPercent(before),
  });

function findingLines(mine: readonly MineView[], t: Translate): { findings: string[]; more: number } {
  const all = mine.flatMap(({ findings, map }) =>
    findings.map(({ kind, subject, detail }) => {
      const what = `${t(FINDING_TEXTS[kind].title)}: ${subject}${detail ? ` (${detail})` : ''}`;
      return { grave: FINDING_TEXTS[kind].grave, text: mine.length > 1 ? `${map.title}: ${what}` : what };
    }),
  );
  const sorted = [...all.filter(({ grave }) => grave), ...all.filter(({ grave }) => !grave)];
  const findings = sorted.slice(0, MOST_FINDINGS).map(({ text }) => text);
  return { findings, more: sorted.length - findings.length };
}

/** Comments of a time: how many there are, and how many are about each theme. */
export type Talk = { total: number; themes: ReadonlyMap<string, number> };

/**
 * The theme that comes up more than before, beyond chance among all themes of the week; of several the one whose share
 * rose most. null where none did, or fewer than `minimumN` comments are about it.
 */
export function risenTheme(
  names: ReadonlyMap<string, string>,
  week: Talk,
  before: Talk,
  minimumN: number,
): RisenTheme | null {
  if (week.total === 0 || before.total === 0) return null;
  const compared = [...week.themes].flatMap(([id, n]) => {
    const name = names.get(id);
    const earlier = before.themes.get(id) ?? 0;
    const test = twoShareTest({ count: n, n: week.total }, { count: earlier, n: before.total });
    const interval = wilson(n, week.total);
    if (name === undefined || n < minimumN || !test || !interval) return [];
    const share = earlier / before.total;
    return [
      {
        p: test.p,
        rise: n / week.total - share,
        theme: { name, n, total: week.total, ...interval, before: share },
      },
    ];
  });
  const adjusted = benjaminiHochberg(compared.map(({ p }) => p));
  const risen = compared.filter(({ rise }, place) => rise > 0 && (adjusted[place] ?? 1) <= FALSE_RISES);
  return risen.sort((a, b) => b.rise - a.rise)[0]?.theme ?? null;
}
