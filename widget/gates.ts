import type { PlacementConfig, SiteConfig } from './config';
import { DEFAULT_DAYS, triggerKind } from './config';
import type { Memory } from './memory';

/** Why a survey does not come up now, or `ok`; the same words in the API, the debug overlay and the app's simulator. */
export const REASONS = [
  'ok',
  'unknown_key',
  'closed',
  'consent',
  'do_not_track',
  'page',
  'answered',
  'dismissed',
  'touchpoint_rest',
  'rest',
  'sample',
  'event',
  'dwell',
  'scroll',
  'exit',
  'click',
  'seen',
  'delay',
  'busy',
] as const;
export type Reason = (typeof REASONS)[number];

export type Consent = 'granted' | 'denied' | 'pending';

/** How far the triggers have come on this page; `percent` of its height that was in view, `left` by an exit sign. */
export type Reached = {
  events: readonly string[];
  seconds: number;
  percent: number;
  left: boolean;
  clicked: readonly string[];
  seen: readonly string[];
};

/** A survey as the site's configuration holds it, with its key. */
export type ConfiguredSurvey = PlacementConfig & { k: string };

/** One person on one page at one moment, as far as it decides whether a survey comes up. */
export type Situation = {
  site: Pick<SiteConfig, 'r' | 'g' | 'n' | 'c'>;
  /** A word where the site's configuration holds no such survey. */
  placement: ConfiguredSurvey | 'unknown_key' | 'closed';
  /** Path and query. */
  page: string;
  /** What the widget knows: where nothing may be kept, nothing is read either, and it knows this page alone. */
  memory: Memory;
  /** Epoch milliseconds. */
  now: number;
  /** null: the site has not said anything. */
  consent: Consent | null;
  doNotTrack: boolean;
  reached: Reached;
  /** Seconds since every gate before the delay stood open. */
  waitedSeconds: number;
  /** Whether another survey that came up is still open. */
  busy: boolean;
};

/**
 * One gate. `needs` and `has` are what it asks for and what it found: days for the clocks and rests, a ratio for
 * `sample`, percent for `scroll`, else seconds; null where there is nothing to measure. `until`: when time alone opens
 * it, in epoch milliseconds; null where time alone does not.
 */
export type Verdict = {
  reason: Exclude<Reason, 'ok'>;
  ok: boolean;
  needs: number | null;
  has: number | null;
  until: number | null;
};

const DAY_MS = 864e5;

/**
 * Every gate that this survey has to pass to come up by itself, in the order in which they are reported. Inline surveys
 * and side tabs do not come by themselves: they have nothing but their own clocks, and side tabs their pages.
 */
export function gates(situation: Situation): Verdict[] {
  const { site, placement, memory, now, reached } = situation;
  if (typeof placement === 'string') return [plain(placement, false)];
  const verdicts: Verdict[] = [];
  const comes = !placement.q;
  if (comes && (site.c || situation.consent !== null))
    verdicts.push(plain('consent', consented(site, situation.consent)));
  if (comes && site.n) verdicts.push(plain('do_not_track', !situation.doNotTrack));
  if (placement.u && placement.q !== 1)
    verdicts.push(plain('page', new RegExp(placement.u).test(situation.page)));
  verdicts.push(...clocks(placement, memory, now));
  if (comes) verdicts.push(...rests(placement, site, memory, now));
  if (comes && placement.s) {
    const draw = memory[placement.k]?.draw ?? null;
    verdicts.push({
      reason: 'sample',
      ok: draw === null || draw < placement.s,
      needs: placement.s,
      has: draw,
      until: null,
    });
  }
  if (placement.t) verdicts.push(triggered(placement.t, reached));
  if (placement.d) {
    verdicts.push({
      reason: 'delay',
      ok: situation.waitedSeconds >= placement.d,
      needs: placement.d,
      has: situation.waitedSeconds,
      until: null,
    });
  }
  if (comes) verdicts.push(plain('busy', !situation.busy));
  return verdicts;
}

/** What the site's own `show` has to pass: not rules of page and trigger, which it stands for, but the person's rest. */
export function gatesOfShow(situation: Situation): Verdict[] {
  const skipped: readonly Reason[] = ['consent', 'do_not_track', 'page', 'delay'];
  return gates(situation).filter(({ reason }) => !skipped.includes(reason) && !isTrigger(reason));
}

/** The first gate that is closed, or `ok`. */
export function reasonOf(verdicts: readonly Verdict[]): Reason {
  return verdicts.find(({ ok }) => !ok)?.reason ?? 'ok';
}

/** Whether anything may be kept on this device. */
export function mayKeep(
  site: Pick<SiteConfig, 'n' | 'c'>,
  consent: Consent | null,
  doNotTrack: boolean,
): boolean {
  return consented(site, consent) && !(site.n && doNotTrack);
}

const consented = (site: Pick<SiteConfig, 'c'>, consent: Consent | null) =>
  consent === null ? !site.c : consent === 'granted';

const isTrigger = (reason: Reason) =>
  reason === 'event' ||
  reason === 'dwell' ||
  reason === 'scroll' ||
  reason === 'exit' ||
  reason === 'click' ||
  reason === 'seen';

const plain = (reason: Verdict['reason'], ok: boolean): Verdict => ({
  reason,
  ok,
  needs: null,
  has: null,
  until: null,
});

/** The survey's own clocks: one after an answer, one after it was shown or closed and not answered since. */
function clocks({ k, w, x }: ConfiguredSurvey, memory: Memory, now: number): Verdict[] {
  const { shown, closed, answered } = memory[k] ?? {};
  const settled = answered !== undefined && shown !== undefined && answered >= shown;
  return [
    clock('answered', [answered], w ?? DEFAULT_DAYS.w, now),
    ...(settled ? [] : [clock('dismissed', [shown, closed], x ?? DEFAULT_DAYS.x, now)]),
  ];
}

/** The rests between surveys: since another one about the same touchpoint was shown, and since another one at all. */
function rests(
  { k, g }: ConfiguredSurvey,
  site: Pick<SiteConfig, 'r' | 'g'>,
  memory: Memory,
  now: number,
): Verdict[] {
  const others = Object.entries(memory).flatMap(([key, record]) => (key === k ? [] : [record]));
  const shownAt = (records: typeof others) => records.map(({ shown }) => shown);
  return [
    clock('touchpoint_rest', shownAt(others.filter(({ touchpoint }) => touchpoint === g)), site.g, now),
    clock('rest', shownAt(others), site.r, now),
  ];
}

/** A time that lies further ahead than the wait itself makes no sense and does not block. */
function clock(
  reason: Verdict['reason'],
  instants: readonly (number | undefined)[],
  days: number,
  now: number,
): Verdict {
  const known = instants.filter((at) => at !== undefined);
  const within = known.filter((at) => Math.abs(now - at) < days * DAY_MS);
  const last = Math.max(...(within.length ? within : known));
  const ok = within.length === 0;
  return {
    reason,
    ok,
    needs: days,
    has: known.length ? (now - last) / DAY_MS : null,
    until: ok ? null : last + days * DAY_MS,
  };
}

function triggered(code: string, reached: Reached): Verdict {
  const reason = triggerKind(code);
  const value = code.slice(1);
  const measured = (has: number, needs: number): Verdict => ({
    reason,
    ok: has >= needs,
    needs,
    has,
    until: null,
  });
  if (reason === 'dwell') return measured(reached.seconds, +value);
  if (reason === 'scroll') return measured(reached.percent, Math.round(+value * 100));
  if (reason === 'exit') return plain(reason, reached.left);
  const list = { event: reached.events, click: reached.clicked, seen: reached.seen }[reason];
  return plain(reason, list.includes(value));
}
