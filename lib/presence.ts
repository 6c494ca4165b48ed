import { tell } from './live';
import { shared } from './registry';

/** Somebody who has a map open, and the touchpoint they are at; null: nowhere in particular. */
export type Present = { userId: string; name: string; touchpointId: string | null };

/** Each open map gives a sign of life this often. */
export const HEARTBEAT_MS = 10_000;

/** Whoever gave no sign for this long is gone. */
export const GONE_MS = 25_000;

/** More people than these are not told apart on one map. */
export const MOST_PEOPLE = 50;

/** Open pages of one map that are remembered; a person may have several. */
const MOST_PAGES = 200;

/** Of these at most so many are one person's: who opens more is told of by the newest, and crowds nobody out. */
const MOST_OWN_PAGES = 10;

export type Sign = {
  w: string;
  j: string;
  /** One open page. */
  c: string;
  u: string;
  n: string;
  t: string | null;
  gone: boolean;
};

type Page = { userId: string; name: string; touchpointId: string | null; seenAt: number; movedAt: number };

export type Presence = {
  /** Takes in a sign of life; true where what {@link Presence.at} says changed by it. */
  hear: (sign: Sign, now: number) => boolean;
  /** Who has the map open now, each person once, at the place they went to last; at most 50, by name. */
  at: (workspaceId: string, journeyId: string, now: number) => Present[];
  /** The place of one open page; undefined where it is unknown. */
  placeOf: (
    workspaceId: string,
    journeyId: string,
    userId: string,
    connection: string,
  ) => string | null | undefined;
};

/** Remembers who has which map open. In memory only. */
export function presence(): Presence {
  const maps = new Map<string, Map<string, Page>>();
  const keyOf = (workspaceId: string, journeyId: string) => `${workspaceId} ${journeyId}`;

  function sweep(now: number): void {
    for (const [key, pages] of maps) {
      for (const [id, page] of pages) if (now - page.seenAt >= GONE_MS) pages.delete(id);
      if (pages.size === 0) maps.delete(key);
    }
  }

  /** Makes room for one more page of this person. */
  function dropOldest(pages: Map<string, Page>, userId: string): void {
    const own = [...pages].filter(([, page]) => page.userId === userId);
    if (own.length < MOST_OWN_PAGES) return;
    const [oldest] = own.sort(([, a], [, b]) => a.seenAt - b.seenAt);
    if (oldest) pages.delete(oldest[0]);
  }

  function at(workspaceId: string, journeyId: string, now: number): Present[] {
    const people = new Map<string, Page>();
    for (const page of maps.get(keyOf(workspaceId, journeyId))?.values() ?? []) {
      if (now - page.seenAt >= GONE_MS) continue;
      const known = people.get(page.userId);
      if (!known || known.movedAt < page.movedAt) people.set(page.userId, page);
    }
    return [...people.values()]
      .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.userId < b.userId ? -1 : 1))
      .slice(0, MOST_PEOPLE)
      .map(({ userId, name, touchpointId }) => ({ userId, name, touchpointId }));
  }

  return {
    hear(sign, now) {
      const before = JSON.stringify(at(sign.w, sign.j, now));
      sweep(now);
      const key = keyOf(sign.w, sign.j);
      const pages = maps.get(key) ?? new Map<string, Page>();
      const id = `${sign.u} ${sign.c}`;
      const known = pages.get(id);
      if (!known && !sign.gone) dropOldest(pages, sign.u);
      if (sign.gone) pages.delete(id);
      else if (known || pages.size < MOST_PAGES) {
        const moved = known?.touchpointId !== sign.t;
        pages.set(id, {
          userId: sign.u,
          name: sign.n,
          touchpointId: sign.t,
          seenAt: now,
          movedAt: known && !moved ? known.movedAt : now,
        });
      }
      if (pages.size > 0) maps.set(key, pages);
      else maps.delete(key);
      return JSON.stringify(at(sign.w, sign.j, now)) !== before;
    },
    at,
    placeOf: (workspaceId, journeyId, userId, connection) =>
      maps.get(keyOf(workspaceId, journeyId))?.get(`${userId} ${connection}`)?.touchpointId,
  };
}

/** The one of this process. */
export const peoplePresent = (): Presence => shared('presence', presence);

/** Takes in what another process, or this one, said on the database's channel. */
export function hearPresence(payload: string): void {
  const sign = JSON.parse(payload) as Sign;
  if (peoplePresent().hear(sign, Date.now())) tell(sign.w, { kind: 'presence', journeyId: sign.j });
}
