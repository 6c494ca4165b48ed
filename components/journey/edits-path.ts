import type { HandoffView, JourneyMapView, LinkView } from '@/lib/insights/model';
import type { HandoffFields } from '@/lib/journey/model/handoff';
import type { Seen } from './seen';

export type LinkPatch = Partial<Omit<LinkView, 'id'>>;

/** A change of what leads from one touchpoint to another. */
export type PathEdit =
  | { kind: 'addLink'; journeyId: string; link: Omit<LinkView, 'id'> }
  | { kind: 'editLink'; id: string; patch: LinkPatch; seen?: Seen | undefined }
  | { kind: 'removeLink'; id: string }
  | { kind: 'restoreLink'; journeyId: string; link: LinkView }
  /** `id` is the receiving touchpoint's: the handoff may not be recorded yet. */
  | {
      kind: 'recordHandoff';
      id: string;
      fromId: string;
      patch: Partial<HandoffFields>;
      seen?: Seen | undefined;
    }
  | { kind: 'removeHandoff'; id: string }
  | {
      kind: 'restoreHandoff';
      handoff: HandoffFields &
        Pick<HandoffView, 'id' | 'fromId' | 'toId'> & { handoffLineageId: string | null };
    };

const KINDS: ReadonlySet<string> = new Set<PathEdit['kind']>([
  'addLink',
  'editLink',
  'removeLink',
  'restoreLink',
  'recordHandoff',
  'removeHandoff',
  'restoreHandoff',
]);

export function isPathEdit(edit: { kind: string }): edit is PathEdit {
  return KINDS.has(edit.kind);
}

/** The map as it will be once the edit is saved. */
export function applyPathEdit(map: JourneyMapView, edit: PathEdit): JourneyMapView {
  switch (edit.kind) {
    case 'addLink':
      return { ...map, links: [...map.links, { ...edit.link, id: `pending ${map.links.length}` }] };
    case 'editLink':
      return {
        ...map,
        links: map.links.map((link) => (link.id === edit.id ? { ...link, ...edit.patch } : link)),
      };
    case 'removeLink':
      return { ...map, links: map.links.filter(({ id }) => id !== edit.id) };
    case 'restoreLink':
      return { ...map, links: [...map.links, edit.link] };
    case 'recordHandoff': {
      const known = handoffBetween(map, edit.fromId, edit.id);
      if (known) {
        const changed = { ...known, ...edit.patch };
        return { ...map, handoffs: map.handoffs.map((one) => (one === known ? changed : one)) };
      }
      const made: HandoffView = {
        ...EMPTY,
        ...edit.patch,
        id: `pending ${map.handoffs.length}`,
        fromId: edit.fromId,
        toId: edit.id,
      };
      return { ...map, handoffs: [...map.handoffs, made] };
    }
    case 'removeHandoff':
      return { ...map, handoffs: map.handoffs.filter(({ id }) => id !== edit.id) };
    case 'restoreHandoff': {
      // Its answers come with the next reading of the map.
      const { handoffLineageId: lineageId, ...handoff } = edit.handoff;
      return { ...map, handoffs: [...map.handoffs, { ...EMPTY, ...handoff, lineageId }] };
    }
  }
}

/** What the map shows of a link or handoff whose fields an edit changes; undefined where there is nothing to lose. */
export function storedOfPath(map: JourneyMapView, edit: PathEdit): LinkView | HandoffView | undefined {
  if (edit.kind === 'editLink') return map.links.find(({ id }) => id === edit.id);
  if (edit.kind === 'recordHandoff') return handoffBetween(map, edit.fromId, edit.id);
  return undefined;
}

function handoffBetween(map: JourneyMapView, fromId: string, toId: string): HandoffView | undefined {
  return map.handoffs.find((one) => one.fromId === fromId && one.toId === toId);
}

const EMPTY = {
  passes: '',
  promisedMinutes: null,
  recovery: '',
  lineageId: null,
  measures: [],
  asking: false,
};
