import type { SavedEdit } from '@/components/journey/edits';
import type { PathEdit } from '@/components/journey/edits-path';
import type { Member } from '@/lib/gates/member';
import { recordHandoff, removeHandoff, restoreHandoff } from '@/lib/journey/commands/handoff';
import { addLink, editLink, removeLink, restoreLink } from '@/lib/journey/commands/link';

/** Saves an edit of paths or handoffs; the reply holds the edit that takes it back. */
export async function applyPath(scope: Member['scope'], edit: PathEdit): Promise<SavedEdit> {
  switch (edit.kind) {
    case 'addLink': {
      const { id } = await addLink(scope, { ...edit.link, journeyId: edit.journeyId });
      return { id, undo: { kind: 'removeLink', id } };
    }
    case 'editLink': {
      const { id, previous, told } = await editLink(scope, { ...edit.patch, id: edit.id, seen: edit.seen });
      return { id, undo: { kind: 'editLink', id, patch: previous, seen: { ...told.change } } };
    }
    case 'removeLink': {
      const { id, previous } = await removeLink(scope, { id: edit.id });
      const { journeyId, ...link } = previous;
      return { id, undo: { kind: 'restoreLink', journeyId, link } };
    }
    case 'restoreLink': {
      const { id } = await restoreLink(scope, { ...edit.link, journeyId: edit.journeyId });
      return { id, undo: { kind: 'removeLink', id } };
    }
    case 'recordHandoff': {
      const { fromId, patch, seen } = edit;
      const done = await recordHandoff(scope, { ...patch, fromId, toId: edit.id, seen });
      if (done.previous === null) return { id: done.id, undo: { kind: 'removeHandoff', id: done.id } };
      return {
        id: done.id,
        undo: {
          kind: 'recordHandoff',
          id: edit.id,
          fromId,
          patch: done.previous,
          seen: { ...done.told.change },
        },
      };
    }
    case 'removeHandoff': {
      const { id, previous } = await removeHandoff(scope, { id: edit.id });
      const { journeyId: _, lineageId: handoffLineageId, ...handoff } = previous;
      return { id, undo: { kind: 'restoreHandoff', handoff: { ...handoff, handoffLineageId } } };
    }
    case 'restoreHandoff': {
      const { id } = await restoreHandoff(scope, edit.handoff);
      return { id, undo: { kind: 'removeHandoff', id } };
    }
  }
}
