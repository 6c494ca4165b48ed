import type { SavedEdit } from '@/components/journey/edits';
import type { LineageEdit } from '@/components/journey/edits-lineage';
import type { Member } from '@/lib/gates/member';
import {
  copyTouchpoint,
  mergeTouchpoints,
  splitTouchpoint,
  unmergeTouchpoint,
} from '@/lib/journey/commands/lineage';

/** Saves an edit of what a touchpoint is; the reply holds the edit that takes it back. */
export async function applyLineage(scope: Member['scope'], edit: LineageEdit): Promise<SavedEdit> {
  switch (edit.kind) {
    case 'copyTouchpoint': {
      const { kind: _, ...input } = edit;
      const { id } = await copyTouchpoint(scope, input);
      return { id, undo: { kind: 'retireTouchpoint', id } };
    }
    case 'splitTouchpoint': {
      const { kind: _, ...input } = edit;
      const { id } = await splitTouchpoint(scope, input);
      return { id, undo: { kind: 'retireTouchpoint', id } };
    }
    case 'mergeTouchpoints': {
      const { id, fromId, position } = edit;
      await mergeTouchpoints(scope, { id, fromId, position });
      return { id, undo: { kind: 'unmergeTouchpoint', id: fromId } };
    }
    case 'unmergeTouchpoint': {
      const { id, previous } = await unmergeTouchpoint(scope, { id: edit.id });
      return {
        id,
        undo: { kind: 'mergeTouchpoints', id: previous.intoId, fromId: id, position: previous.position },
      };
    }
  }
}
