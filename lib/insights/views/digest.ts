import { countOpenCases, listCaseTimes } from '@/db/queries/cases';
import { listThemes } from '@/db/queries/themes';
import { countKinds, countThemes } from '@/db/queries/voices';
import type { Scope } from '@/db/scope';
import { addDays, daysBetween } from '../../clock';
import type { ImprovementView } from '../../improvements/model';
import type { OwnedCases, RisenTheme } from '../model/digest';
import { lineagesOf } from '../rules/build-map';
import { type DigestMatter, risenTheme, type Talk } from '../rules/digest';
import { EVERYTHING } from '../rules/filter';
import type { MineView } from '../rules/mine';
import { loadWatch } from './watch';

const WEEK = 7;
/** Days before the week that its comments are held against. */
const BEFORE = 28;
const DAY_MS = 86_400_000;

/** Loads the improvements of some journeys with their verdicts. */
export type ImprovementLoader = (
  scope: Scope,
  journeyIds: readonly string[],
  now: Date,
) => Promise<ImprovementView[]>;

/**
 * Everything that an owner may have to know of the last week: the numbers of the maps as they are without a filter.
 *
 * @param mine everything that they own
 */
export async function loadDigestMatter(
  scope: Scope,
  userId: string,
  mine: readonly MineView[],
  improvementsOf: ImprovementLoader,
  now: Date,
): Promise<DigestMatter> {
  const [first] = mine;
  if (!first) return { mine, signals: [], cases: [], improvements: [], theme: null, today: '' };
  const { today } = first.map;
  const improvements = await improvementsOf(
    scope,
    mine.map(({ map }) => map.id),
    now,
  );
  return {
    mine,
    signals: await loadSignals(scope, mine, now),
    cases: await loadOwnedCases(scope, mine, now),
    improvements: improvements.filter(
      (one) =>
        one.ownerUserId === userId || one.subjects.some(({ lineageId }) => ownLineages(mine).has(lineageId)),
    ),
    theme: await loadRisenTheme(scope, mine, today),
    today,
  };
}

const ownLineages = (mine: readonly MineView[]): Set<string> =>
  new Set(mine.flatMap(({ touchpoints }) => touchpoints.flatMap(({ touchpoint }) => lineagesOf(touchpoint))));

async function loadSignals(
  scope: Scope,
  mine: readonly MineView[],
  now: Date,
): Promise<DigestMatter['signals']> {
  const watches = await Promise.all(
    mine.map(({ map }) => loadWatch(scope, map.id, new URLSearchParams(), now)),
  );
  return watches.flatMap(({ signals }, place) => {
    const { map, touchpoints, ownsJourney } = mine[place] as MineView;
    const own = new Set(touchpoints.map(({ touchpoint }) => touchpoint.id));
    return signals.filter(
      ({ noticedOn, subject }) =>
        // A week is judged when it is over, so what is new was noticed on its last day.
        daysBetween(noticedOn, map.today) <= WEEK &&
        (subject.touchpointId === null ? ownsJourney : own.has(subject.touchpointId)),
    );
  });
}

async function loadOwnedCases(scope: Scope, mine: readonly MineView[], now: Date): Promise<OwnedCases[]> {
  const lineageIds = [...ownLineages(mine)];
  if (lineageIds.length === 0) return [];
  const [waiting, fresh] = await Promise.all([
    countOpenCases(scope, lineageIds, now),
    listCaseTimes(scope, { lineageIds, openedSince: new Date(now.getTime() - WEEK * DAY_MS) }),
  ]);
  return mine.flatMap(({ touchpoints }) =>
    touchpoints.map(({ touchpoint }) => {
      const own = lineagesOf(touchpoint);
      const sum = (of: (lineageId: string) => number) => own.reduce((total, one) => total + of(one), 0);
      return {
        title: touchpoint.title,
        open: sum((one) => waiting.get(one)?.open ?? 0),
        overdue: sum((one) => waiting.get(one)?.overdue ?? 0),
        fresh: fresh.filter(({ lineageId }) => own.includes(lineageId)).length,
      };
    }),
  );
}

async function loadRisenTheme(
  scope: Scope,
  mine: readonly MineView[],
  today: string,
): Promise<RisenTheme | null> {
  const places = mine.flatMap(({ map, touchpoints }) =>
    touchpoints.map(({ touchpoint }) => ({ journeyId: map.id, touchpointId: touchpoint.id })),
  );
  const themes = await listThemes(scope);
  if (places.length === 0 || themes.length === 0) return null;
  const week = await loadTalk(scope, places, addDays(today, -WEEK), addDays(today, -1));
  const before = await loadTalk(scope, places, addDays(today, -WEEK - BEFORE), addDays(today, -WEEK - 1));
  const minimumN = Math.max(...mine.map(({ map }) => map.minimumN));
  return risenTheme(new Map(themes.map(({ id, name }) => [id, name])), week, before, minimumN);
}

async function loadTalk(
  scope: Scope,
  places: readonly { journeyId: string; touchpointId: string }[],
  from: string,
  to: string,
): Promise<Talk> {
  const filter = { ...EVERYTHING, from, to };
  const parts = await Promise.all(
    places.map(async (place) => {
      const asked = {
        q: '',
        themeId: null,
        sentiment: null,
        language: null,
        kind: 'comment' as const,
        ...place,
      };
      return Promise.all([countKinds(scope, filter, asked), countThemes(scope, filter, asked)]);
    }),
  );
  const themes = new Map<string, number>();
  for (const { themeId, n } of parts.flatMap(([, counts]) => counts)) {
    themes.set(themeId, (themes.get(themeId) ?? 0) + n);
  }
  return { total: parts.flatMap(([kinds]) => kinds).reduce((sum, { n }) => sum + n, 0), themes };
}
