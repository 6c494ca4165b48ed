import type { Core } from './core';
import { type Consent, gates, type Reason, reasonOf, type Situation, type Verdict } from './gates';
import type { Memory, MemoryRecord } from './memory';

/** What the widget knows at this moment, as `gates` reads it. `null` stands for a survey that the site does not bring. */
export function situationOf(core: Core, key: string): Situation {
  const { _site: site, _said: said, _page: page } = core;
  const placement = site.s[key];
  const code = placement?.t ?? '';
  const fired = Boolean(said[page + code]);
  const value = code.slice(1);
  const reached = (now: number, needs: number) => (fired ? Math.max(now, needs) : now);
  const list = fired ? [value] : [];
  return {
    site,
    placement: placement ? { ...placement, g: placement.g ?? '', k: key } : 'unknown_key',
    page,
    memory: recordsOf(core),
    now: Date.now(),
    consent: said.consent[0] ? (said.consent[1] as Consent) : null,
    doNotTrack: doNotTrack(),
    reached: {
      events: Object.keys(said).flatMap((name) =>
        (said[name] as unknown[])?.[0] === 'track' ? [name.slice(1)] : [],
      ),
      seconds: reached(((said[page] as number) || 0) / 2, +value),
      percent: reached(
        Math.min(((scrollY + innerHeight) / document.documentElement.scrollHeight) * 100, 100),
        +value * 100,
      ),
      left: fired,
      clicked: list,
      seen: list,
    },
    waitedSeconds: Math.max(((placement?._waited ?? 0) - 1) / 2, 0),
    busy: isBusy(core),
  };
}

/** Whether another survey that came up is open. */
export const isBusy = ({ _busy }: Core): boolean => Boolean(_busy?.isConnected);

export const doNotTrack = (): boolean =>
  Boolean((navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl) ||
  (navigator as { doNotTrack?: string }).doNotTrack === '1';

/** Every gate of one survey, and the first that is closed. */
export function judge(
  core: Core,
  key: string,
  through: (situation: Situation) => Verdict[] = gates,
): { verdicts: Verdict[]; reason: Reason } {
  const verdicts = through(situationOf(core, key));
  return { verdicts, reason: reasonOf(verdicts) };
}

/** What is remembered of surveys. */
function recordsOf(core: Core): Memory {
  const records: Record<string, MemoryRecord> = {};
  for (const [key, record] of Object.entries(core._read() as Record<string, unknown>)) {
    if (key === 'v' || key === 'w') continue;
    records[key] = { ...(record as MemoryRecord) };
  }
  return records;
}
