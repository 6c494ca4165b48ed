import type { JourneyMapView, MomentView, StageView, TouchpointView } from '@/lib/insights/model';
import type { JourneyState, Outcome } from '@/lib/journey/model/journey';
import { EMPTY_TOUCHPOINT, type TouchpointFields } from '@/lib/journey/model/touchpoint';
import type { MetricId } from '@/lib/scoring/metrics';
import { findColumn } from './columns';
import { applyLineageEdit, isLineageEdit, type LineageEdit } from './edits-lineage';
import { applyPathEdit, isPathEdit, type PathEdit } from './edits-path';
import { applyStatementEdit, isStatementEdit, type StatementEdit } from './edits-statement';
import type { Seen } from './seen';

export type TouchpointPatch = Partial<Omit<TouchpointFields, 'moment'>> & { moment?: MomentView | null };

export type StagePatch = {
  title?: string;
  goal?: string;
  successCriterion?: string;
  /** Both or neither. */
  targetMetric?: MetricId | null;
  targetValue?: number | null;
  ownerTeamId?: string | null;
  contributorTeamIds?: string[];
};

export type JourneyPatch = {
  title?: string;
  objective?: string;
  startTrigger?: string;
  endOutcome?: string;
  state?: JourneyState;
  ownerUserId?: string | null;
  reviewCadenceDays?: number | null;
  outcomes?: Outcome[];
  setupStep?: number | null;
  /** All personas that it is drawn for, not only new ones. */
  personaIds?: string[];
};

/** One change to a map, as it is shown at once, saved, taken back and done again. */
export type MapEdit =
  | StatementEdit
  | PathEdit
  | LineageEdit
  | { kind: 'editJourney'; id: string; patch: JourneyPatch; seen?: Seen | undefined }
  | { kind: 'retireJourney'; id: string }
  | { kind: 'restoreJourney'; id: string }
  | { kind: 'addStage'; journeyId: string; title: string; index?: number }
  | { kind: 'editStage'; id: string; patch: StagePatch; seen?: Seen | undefined }
  | { kind: 'moveStage'; id: string; index: number }
  | { kind: 'retireStage'; id: string; position?: number | undefined }
  | { kind: 'restoreStage'; id: string }
  | { kind: 'addTouchpoint'; stageId: string; title: string; channels: string[]; index?: number }
  | { kind: 'editTouchpoint'; id: string; patch: TouchpointPatch; seen?: Seen | undefined }
  | { kind: 'moveTouchpoint'; id: string; stageId: string; index: number }
  | { kind: 'retireTouchpoint'; id: string; position?: number | undefined }
  | { kind: 'restoreTouchpoint'; id: string };

/** What a saved edit leaves: the id it touched and the edit that takes it back. */
export type SavedEdit = { id: string; undo: MapEdit };

/** Marks a column that is on its way to the server. */
export const PENDING_ID = 'pending';

/** The map as it will be once the edit is saved. What only the server knows, such as a restored part, comes later. */
export function applyEdit(map: JourneyMapView, edit: MapEdit): JourneyMapView {
  if (isStatementEdit(edit)) return applyStatementEdit(map, edit);
  if (isPathEdit(edit)) return applyPathEdit(map, edit);
  if (isLineageEdit(edit)) return applyLineageEdit(map, edit, PENDING_ID);
  switch (edit.kind) {
    case 'editJourney': {
      const { personaIds, ownerUserId, ...texts } = edit.patch;
      const personas = personaIds ? map.personas.filter(({ id }) => personaIds.includes(id)) : map.personas;
      const owner = ownerUserId === undefined ? map.owner : personOf(map, ownerUserId);
      return { ...map, ...texts, personas, owner };
    }
    case 'retireJourney':
      return { ...map, retired: true };
    case 'restoreJourney':
      return { ...map, retired: false };
    case 'addStage':
      return { ...map, stages: insert(map.stages, newStage(edit.title), edit.index) };
    case 'editStage':
      return withStage(map, edit.id, (stage) => editedStage(map, stage, edit.patch));
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
        touchpoints: insert(stage.touchpoints, newTouchpoint(edit.title, edit.channels), edit.index),
      }));
    case 'editTouchpoint':
      return withTouchpoints(map, (touchpoint) =>
        touchpoint.id === edit.id ? [editedTouchpoint(map, touchpoint, edit.patch)] : [touchpoint],
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

function editedStage(map: JourneyMapView, stage: StageView, patch: StagePatch): StageView {
  const { ownerTeamId, contributorTeamIds, targetMetric, targetValue, ...plain } = patch;
  const target =
    targetMetric === undefined
      ? stage.target
      : targetMetric && targetValue !== undefined && targetValue !== null
        ? { metric: targetMetric, value: targetValue }
        : null;
  return {
    ...stage,
    ...plain,
    target,
    owner: ownerTeamId === undefined ? stage.owner : teamOf(map, ownerTeamId),
    contributors: contributorTeamIds?.flatMap((id) => teamOf(map, id) ?? []) ?? stage.contributors,
  };
}

function editedTouchpoint(
  map: JourneyMapView,
  touchpoint: TouchpointView,
  patch: TouchpointPatch,
): TouchpointView {
  const { ownerTeamId, ownerUserId, contributorTeamIds, subJourneyId, ...plain } = patch;
  return {
    ...touchpoint,
    ...plain,
    owner: ownerTeamId === undefined ? touchpoint.owner : teamOf(map, ownerTeamId),
    ownerPerson: ownerUserId === undefined ? touchpoint.ownerPerson : personOf(map, ownerUserId),
    contributors: contributorTeamIds?.flatMap((id) => teamOf(map, id) ?? []) ?? touchpoint.contributors,
    subJourney: subJourneyId === null ? null : touchpoint.subJourney,
  };
}

const teamOf = (map: JourneyMapView, teamId: string | null) =>
  map.teams.find(({ id }) => id === teamId) ?? null;

const personOf = (map: JourneyMapView, userId: string | null) =>
  map.members.find(({ id }) => id === userId) ?? null;

function newStage(title: string): StageView {
  return {
    id: PENDING_ID,
    title,
    goal: '',
    successCriterion: '',
    target: null,
    owner: null,
    contributors: [],
    measures: [],
    touchpoints: [],
  };
}

function newTouchpoint(title: string, channels: string[]): TouchpointView {
  const {
    ownerTeamId: _,
    ownerUserId: __,
    contributorTeamIds: ___,
    subJourneyId: ____,
    ...empty
  } = EMPTY_TOUCHPOINT;
  return {
    ...empty,
    id: PENDING_ID,
    lineageId: PENDING_ID,
    title,
    channels,
    owner: null,
    ownerPerson: null,
    contributors: [],
    moment: null,
    subJourney: null,
    measures: [],
    asking: false,
    answeredOn: null,
    reviewedOn: null,
    absorbed: [],
    split: null,
    topWord: null,
    quote: null,
  };
}
