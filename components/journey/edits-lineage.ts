import type { JourneyMapView, TouchpointView } from '@/lib/insights/model';
import { findColumn } from './columns';

/** A change of what a touchpoint is: another one like it, two of one, or one of two. */
export type LineageEdit =
  | { kind: 'copyTouchpoint'; id: string; stageId: string; title: string; index?: number }
  | { kind: 'splitTouchpoint'; id: string; title: string; channels: string[] }
  /** `id` takes in `fromId`. */
  | { kind: 'mergeTouchpoints'; id: string; fromId: string; position?: number | undefined }
  | { kind: 'unmergeTouchpoint'; id: string };

const KINDS: ReadonlySet<string> = new Set<LineageEdit['kind']>([
  'copyTouchpoint',
  'splitTouchpoint',
  'mergeTouchpoints',
  'unmergeTouchpoint',
]);

export function isLineageEdit(edit: { kind: string }): edit is LineageEdit {
  return KINDS.has(edit.kind);
}

/** The map as it will be once the edit is saved; what only the server knows, such as pooled scores, comes later. */
export function applyLineageEdit(map: JourneyMapView, edit: LineageEdit, pendingId: string): JourneyMapView {
  switch (edit.kind) {
    case 'copyTouchpoint': {
      const original = findColumn(map, edit.id)?.touchpoint;
      return original ? inserted(map, edit.stageId, edit.index, like(original, pendingId, edit)) : map;
    }
    case 'splitTouchpoint': {
      const column = findColumn(map, edit.id);
      if (!column?.touchpoint) return map;
      return inserted(map, column.stage.id, column.index + 1, {
        ...like(column.touchpoint, pendingId, edit),
        channels: edit.channels,
        split: { fromId: edit.id, fromTitle: column.touchpoint.title, on: map.today },
      });
    }
    case 'mergeTouchpoints':
      return {
        ...map,
        stages: map.stages.map((stage) => ({
          ...stage,
          touchpoints: stage.touchpoints.filter(({ id }) => id !== edit.fromId),
        })),
      };
    case 'unmergeTouchpoint':
      return map;
  }
}

/** A touchpoint that says the same and that nobody was asked about. */
function like(original: TouchpointView, id: string, { title }: { title: string }): TouchpointView {
  const nothing = { measures: [], asking: false, answeredOn: null, reviewedOn: null, absorbed: [] };
  return { ...original, ...nothing, id, lineageId: id, title, split: null, topWord: null, quote: null };
}

function inserted(
  map: JourneyMapView,
  stageId: string,
  index: number | undefined,
  touchpoint: TouchpointView,
): JourneyMapView {
  return {
    ...map,
    stages: map.stages.map((stage) => {
      if (stage.id !== stageId) return stage;
      const at = index ?? stage.touchpoints.length;
      const [before, after] = [stage.touchpoints.slice(0, at), stage.touchpoints.slice(at)];
      return { ...stage, touchpoints: [...before, touchpoint, ...after] };
    }),
  };
}
