import type { JourneyMapView, MomentView, StageView, TouchpointView } from '@/lib/insights/model';
import { findColumn } from './columns';

export type TouchpointPatch = {
  title?: string;
  channel?: string;
  ownerTeamId?: string | null;
  moment?: MomentView | null;
  expectedEmotion?: number | null;
};

export type StagePatch = { title?: string; goal?: string; ownerTeamId?: string | null };

export type JourneyPatch = {
  title?: string;
  objective?: string;
  startTrigger?: string;
  endOutcome?: string;
  /** All personas that it is drawn for, not only new ones. */
  personaIds?: string[];
};

/** One change to a map, as it is shown at once, saved, taken back and done again. */
export type MapEdit =
  | { kind: 'editJourney'; id: string; patch: JourneyPatch }
  | { kind: 'retireJourney'; id: string }
  | { kind: 'restoreJourney'; id: string }
  | { kind: 'addStage'; journeyId: string; title: string; index?: number }
  | { kind: 'editStage'; id: string; patch: StagePatch }
  | { kind: 'moveStage'; id: string; index: number }
  | { kind: 'retireStage'; id: string }
  | { kind: 'restoreStage'; id: string }
  | { kind: 'addTouchpoint'; stageId: string; title: string; channel: string; index?: number }
  | { kind: 'editTouchpoint'; id: string; patch: TouchpointPatch }
  | { kind: 'moveTouchpoint'; id: string; stageId: string; index: number }
  | { kind: 'retireTouchpoint'; id: string }
  | { kind: 'restoreTouchpoint'; id: string };

/** What a saved edit leaves: the id it touched and the edit that takes it back. */
export type SavedEdit = { id: string; undo: MapEdit };

/** Marks a column that is on its way to the server. */
export const PENDING_ID = 'pending';

/** The map as it will be once the edit is saved. What only the server knows, such as a restored part, comes later. */
export function applyEdit(map: JourneyMapView, edit: MapEdit): JourneyMapView {
  switch (edit.kind) {
    case 'editJourney': {
      const { personaIds, ...texts } = edit.patch;
      const personas = personaIds ? map.personas.filter(({ id }) => personaIds.includes(id)) : map.personas;
      return { ...map, ...texts, personas };
    }
    case 'retireJourney':
      return { ...map, retired: true };
    case 'restoreJourney':
      return { ...map, retired: false };
    case 'addStage':
      return { ...map, stages: insert(map.stages, newStage(edit.title), edit.index) };
    case 'editStage':
      return withStage(map, edit.id, (stage) => ({
        ...stage,
        ...ownerOf(map, edit.patch),
        ...plain(edit.patch),
      }));
    case 'moveStage': {
      const stage = map.stages.find(({ id }) => id === edit.id);
      const others = map.stages.filter(({ id }) => id !== edit.id);
      return stage ? { ...map, stages: insert(others, stage, edit.index) } : map;
    }
    case 'retireStage':
      return { ...map, stages: map.stages.filter(({ id }) => id !== edit.id) };
    case 'addTouchpoint':
      return withStage(map, edit.stageId, (stage) => ({
        ...stage,
        touchpoints: insert(stage.touchpoints, newTouchpoint(edit.title, edit.channel), edit.index),
      }));
    case 'editTouchpoint':
      return withTouchpoints(map, (touchpoint) =>
        touchpoint.id === edit.id
          ? [{ ...touchpoint, ...ownerOf(map, edit.patch), ...plain(edit.patch) }]
          : [touchpoint],
      );
    case 'moveTouchpoint': {
      const moved = findColumn(map, edit.id)?.touchpoint;
      if (!moved) return map;
      const without = withTouchpoints(map, (touchpoint) => (touchpoint.id === edit.id ? [] : [touchpoint]));
      return withStage(without, edit.stageId, (stage) => ({
        ...stage,
        touchpoints: insert(stage.touchpoints, moved, edit.index),
      }));
    }
    case 'retireTouchpoint':
      return withTouchpoints(map, (touchpoint) => (touchpoint.id === edit.id ? [] : [touchpoint]));
    case 'restoreStage':
    case 'restoreTouchpoint':
      return map;
  }
}

/** What of a journey the wanted texts and personas really change. */
export function journeyChange(
  map: Pick<JourneyMapView, 'title' | 'objective' | 'startTrigger' | 'endOutcome' | 'personas'>,
  wanted: Required<JourneyPatch>,
): JourneyPatch {
  const { personaIds, ...texts } = wanted;
  const changed = Object.entries(texts).filter(([name, text]) => text !== map[name as keyof typeof texts]);
  const before = map.personas.map(({ id }) => id);
  const same = before.length === personaIds.length && before.every((id) => personaIds.includes(id));
  return { ...Object.fromEntries(changed), ...(same ? {} : { personaIds }) };
}

/** Where a touchpoint goes one place to the left (−1) or right (1), over a stage's edge if need be; null at the ends. */
export function besideIt(
  map: Pick<JourneyMapView, 'stages'>,
  touchpointId: string,
  direction: -1 | 1,
): Extract<MapEdit, { kind: 'moveTouchpoint' }> | null {
  const column = findColumn(map, touchpointId);
  if (!column) return null;
  const index = column.index + direction;
  if (index >= 0 && index < column.stage.touchpoints.length) {
    return { kind: 'moveTouchpoint', id: touchpointId, stageId: column.stage.id, index };
  }
  const stage = map.stages[column.stageIndex + direction];
  if (!stage) return null;
  return {
    kind: 'moveTouchpoint',
    id: touchpointId,
    stageId: stage.id,
    index: direction === 1 ? 0 : stage.touchpoints.length,
  };
}

/** Where a dragged touchpoint lands when it is dropped before or after another column; null where it already is. */
export function droppedAt(
  map: Pick<JourneyMapView, 'stages'>,
  touchpointId: string,
  target: { stageId: string; index: number; after: boolean },
): Extract<MapEdit, { kind: 'moveTouchpoint' }> | null {
  const from = findColumn(map, touchpointId);
  if (!from) return null;
  const place = target.index + (target.after ? 1 : 0);
  const sameStage = from.stage.id === target.stageId;
  const index = sameStage && from.index < place ? place - 1 : place;
  if (sameStage && index === from.index) return null;
  return { kind: 'moveTouchpoint', id: touchpointId, stageId: target.stageId, index };
}

/** The expected emotion after one step up or down of 0.5; from nothing it starts at 0. */
export function nextEmotion(expected: number | null, direction: -1 | 1): number {
  if (expected === null) return 0;
  return Math.min(2, Math.max(-2, Math.round((expected + direction * 0.5) * 10) / 10));
}

function insert<T>(list: readonly T[], item: T, index: number = list.length): T[] {
  return [...list.slice(0, index), item, ...list.slice(index)];
}

function withStage(map: JourneyMapView, id: string, change: (stage: StageView) => StageView): JourneyMapView {
  return { ...map, stages: map.stages.map((stage) => (stage.id === id ? change(stage) : stage)) };
}

function withTouchpoints(
  map: JourneyMapView,
  change: (touchpoint: TouchpointView) => TouchpointView[],
): JourneyMapView {
  return {
    ...map,
    stages: map.stages.map((stage) => ({ ...stage, touchpoints: stage.touchpoints.flatMap(change) })),
  };
}

function ownerOf(map: JourneyMapView, patch: { ownerTeamId?: string | null }) {
  if (patch.ownerTeamId === undefined) return {};
  return { owner: map.teams.find(({ id }) => id === patch.ownerTeamId) ?? null };
}

function plain<P extends { ownerTeamId?: string | null }>(patch: P): Omit<P, 'ownerTeamId'> {
  const { ownerTeamId: _, ...rest } = patch;
  return rest;
}

function newStage(title: string): StageView {
  return { id: PENDING_ID, title, goal: '', owner: null, measures: [], touchpoints: [] };
}

function newTouchpoint(title: string, channel: string): TouchpointView {
  return {
    id: PENDING_ID,
    lineageId: PENDING_ID,
    title,
    channel,
    owner: null,
    moment: null,
    expectedEmotion: null,
    measures: [],
    asking: false,
    topWord: null,
    quote: null,
  };
}
