import { SOURCES } from '../../response/model';
import { trendDirection } from '../../scoring/display';
import type { Filter, MeasureView, Period } from '../model';
import {
  type ComparedMeasure,
  type ComparedSubject,
  type Days,
  DIMENSIONS,
  type Dimension,
  OTHERS,
  type Side,
  type SideBySide,
  type SideProblem,
  type SideValue,
} from '../model/side-by-side';
import type { Counted, SliceCounts } from './counted';
import { parseFilter } from './filter';
import { resolvePeriod } from './period';

/** Parameters of an address that say what is held against what. */
export const SIDE_PARAMS = ['by', 'a', 'b'] as const;

/** What may be chosen in each dimension but the period. */
export type SideChoices = Record<Exclude<Dimension, 'period'>, readonly string[]>;

/** What two sides are of, as an address asks for it and the usual choice fills it up. */
export type AskedSides = {
  by: Dimension;
  a: SideValue | null;
  b: SideValue | null;
  problem: SideProblem | null;
};

/**
 * The two sides that an address asks for: `by=persona&a=…&b=…`; of a period each side is given as two days,
 * `a=2026-01-01&a=2026-03-31`. What it leaves open is chosen: the first dimension with two values, what the filter already
 * names against the first other value, or against everybody else where there is none, the period of the filter against the
 * one it is compared with.
 *
 * @param choices values that can be chosen, the usual ones first
 * @throws AppError `bad_request` for a value that no filter could have, or days that are none
 */
export function sidesOf(
  params: URLSearchParams,
  filter: Filter,
  period: Pick<Period, 'from' | 'to' | 'previousFrom' | 'previousTo'>,
  choices: SideChoices,
): AskedSides {
  const asked = DIMENSIONS.find((one) => one === params.get('by'));
  const by = asked ?? DIMENSIONS.find((one) => one !== 'period' && choices[one].length >= 2) ?? 'period';
  if (by === 'period') {
    const a = daysOf(params.getAll('a')) ?? { from: period.previousFrom, to: period.previousTo };
    const b = daysOf(params.getAll('b')) ?? { from: period.from, to: period.to };
    return { by, a, b, problem: a.from <= b.to && b.from <= a.to ? overlapOf(a, b) : null };
  }
  const given = (name: 'a' | 'b') => sideValue(by, params.getAll(name));
  const named = { persona: filter.persona, channel: filter.channels[0], segment: filter.segments[0] };
  const own = by === 'source' ? filter.sources[0] : named[by];
  const firstBut = (other: string | null) => choices[by].find((value) => value !== other) ?? null;
  const a = given('a') ?? own ?? firstBut(given('b'));
  const b = given('b') ?? firstBut(a) ?? (a === null || a === OTHERS ? null : OTHERS);
  if (a === null || b === null) return { by, a, b, problem: 'nothing to choose' };
  return { by, a, b, problem: a === b ? 'same' : null };
}

const overlapOf = (a: Days, b: Days): SideProblem =>
  a.from === b.from && a.to === b.to ? 'same' : 'overlap';

/**
 * Channels that have answers, first those that customers meet at one and the same touchpoint: only there can a difference
 * be told.
 */
export function channelsTogether(
  touchpoints: readonly { channels: readonly string[] }[],
  counted: readonly string[],
): string[] {
  const together = touchpoints
    .map(({ channels }) => channels.filter((channel) => channel !== '' && counted.includes(channel)))
    .filter((channels) => channels.length > 1);
  return [...new Set([...together.flat(), ...counted.filter((channel) => channel !== '')])];
}

/** The value of one side; null where the address names none. */
function sideValue(by: Exclude<Dimension, 'period'>, given: readonly string[]): string | null {
  const [value] = given.filter((text) => text !== '');
  if (value === undefined || value === OTHERS) return value ?? null;
  parseFilter(new URLSearchParams([[by, value]]));
  return value;
}

function daysOf(given: readonly string[]): Days | null {
  const [from, to] = given.filter((text) => text !== '');
  if (from === undefined || to === undefined) return null;
  const asked = parseFilter(new URLSearchParams({ from, to }));
  const { filter } = resolvePeriod(asked, to, null);
  return { from: filter.from, to: filter.to };
}

/** A filter without what the two sides differ in: what both have in common. The period stays; sides of days replace it. */
export function sharedFilter(filter: Filter, by: Dimension): Filter {
  const shared: Filter = { ...filter, compare: 'previous' };
  if (by === 'persona') return { ...shared, persona: null };
  if (by === 'channel') return { ...shared, channels: [] };
  if (by === 'segment') return { ...shared, segments: [] };
  return by === 'source' ? { ...shared, sources: [] } : shared;
}

/** The filter of one side; of everybody but the other one it is what both have in common. */
export function sideFilter(shared: Filter, by: Dimension, value: SideValue): Filter {
  if (value === OTHERS) return shared;
  if (typeof value !== 'string') return { ...shared, from: value.from, to: value.to };
  if (by === 'persona') return { ...shared, persona: value };
  if (by === 'channel') return { ...shared, channels: [value] };
  if (by === 'segment') return { ...shared, segments: [value] };
  return { ...shared, sources: SOURCES.filter((source) => source === value) };
}

/** What is left of some counts without a part of them; what nothing is left of is left out. */
export function lessThose(all: readonly SliceCounts[], part: readonly SliceCounts[]): SliceCounts[] {
  const key = ({ lineageId, metric, wording, slice }: SliceCounts) =>
    `${lineageId} ${metric} ${slice} ${wording}`;
  const taken = new Map(part.map((row) => [key(row), row.counts]));
  return all
    .map((row) => {
      const own = taken.get(key(row));
      return own ? { ...row, counts: row.counts.map((count, point) => count - (own[point] ?? 0)) } : row;
    })
    .filter(({ counts }) => counts.some((count) => count > 0));
}

/** The counts of both sides as one reading: B's are the period, A's are what it is compared with. */
export function heldAgainst(a: readonly SliceCounts[], b: readonly SliceCounts[]): SliceCounts[] {
  return [...b.map((row) => ({ ...row, slice: 0 })), ...a.map((row) => ({ ...row, slice: -1 }))];
}

/** The same counts with the sides turned round: what is asked of either has its place on both. */
export function turnedRound(counted: ReadonlyMap<string, readonly Counted[]>): Map<string, Counted[]> {
  return new Map(
    [...counted].map(([lineageId, list]) => [
      lineageId,
      list.map((one) => ({ ...one, slices: [one.previous], previous: one.slices[0] ?? [] })),
    ]),
  );
}

/**
 * Two maps of one journey, side by side. `b` was built from the counts of B held against those of A, so its changes are
 * B − A and corrected together; `a` from the same turned round, so both have the same measures in the same places.
 */
export function sideBySide(a: Side, b: Side): SideBySide {
  const touchpoints = new Map(
    a.map.stages.flatMap((stage) => stage.touchpoints).map((one) => [one.id, one.measures]),
  );
  const titles = new Map(
    b.map.stages.flatMap((stage) => stage.touchpoints).map(({ id, title }) => [id, title]),
  );
  const others = new Map(a.map.handoffs.map((one) => [one.id, one.measures]));
  const compared = (id: string, title: string, own: readonly MeasureView[], other: readonly MeasureView[]) =>
    ({ id, title, measures: pairs(other, own) }) satisfies ComparedSubject;
  return {
    ...{ a, b },
    measures: pairs(a.map.measures, b.map.measures),
    stages: b.map.stages.map(({ id, title, touchpoints: own }) => ({
      ...{ id, title },
      touchpoints: own.map((one) => compared(one.id, one.title, one.measures, touchpoints.get(one.id) ?? [])),
    })),
    handoffs: b.map.handoffs.flatMap(({ id, fromId, toId, measures }) =>
      measures.length === 0
        ? []
        : [compared(id, `${titles.get(fromId)} → ${titles.get(toId)}`, measures, others.get(id) ?? [])],
    ),
    comparisons: b.map.comparisons,
  };
}

const seriesOf = ({ metric, wording }: MeasureView) => `${metric} ${wording}`;

function pairs(a: readonly MeasureView[], b: readonly MeasureView[]): ComparedMeasure[] {
  const byKey = new Map(a.map((one) => [seriesOf(one), one]));
  return b.flatMap((one) => {
    const other = byKey.get(seriesOf(one));
    return other ? [{ a: other, b: one }] : [];
  });
}

/** Which way B lies of A: `unclear` where that may be chance, null where either side has too few answers. */
export const sideDirection = ({ b }: ComparedMeasure, minimumN: number) =>
  trendDirection(b.change, b.score.n, b.previous.n, minimumN);

/** What stands out of all that is compared, the clearest first. */
export function standingOut(
  { stages, handoffs }: Pick<SideBySide, 'stages' | 'handoffs'>,
  minimumN: number,
): { subject: ComparedSubject; compared: ComparedMeasure; direction: 'up' | 'down' }[] {
  return [...stages.flatMap((stage) => stage.touchpoints), ...handoffs]
    .flatMap((subject) =>
      subject.measures.flatMap((compared) => {
        const direction = sideDirection(compared, minimumN);
        return direction === 'up' || direction === 'down' ? [{ subject, compared, direction }] : [];
      }),
    )
    .sort((one, other) => (one.compared.b.adjustedP ?? 1) - (other.compared.b.adjustedP ?? 1));
}
