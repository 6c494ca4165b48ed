import type { SavedEdit } from '@/components/journey/edits';
import type { StatementEdit } from '@/components/journey/edits-statement';
import type { Member } from '@/lib/gates/member';
import { addEvidence, attachAnswer, editEvidence, removeEvidence } from '@/lib/journey/commands/evidence';
import {
  addStatement,
  editStatement,
  moveStatement,
  promoteAnswer,
  restoreStatement,
  retireStatement,
} from '@/lib/journey/commands/statement';

/** Saves an edit of statements or evidence; the reply holds the edit that takes it back. */
export async function applyStatement(scope: Member['scope'], edit: StatementEdit): Promise<SavedEdit> {
  switch (edit.kind) {
    case 'addStatement': {
      const { id } = await addStatement(scope, {
        ...edit.statement,
        ...edit.about,
        journeyId: edit.journeyId,
      });
      return { id, undo: { kind: 'retireStatement', id } };
    }
    case 'promoteAnswer': {
      const { touchpointId, answer, as } = edit;
      const { id } = await promoteAnswer(scope, { ...answer, touchpointId, kind: as });
      return { id, undo: { kind: 'retireStatement', id } };
    }
    case 'editStatement': {
      const { id, seen, patch } = edit;
      const { previous, told } = await editStatement(scope, { ...patch, id, seen });
      return { id, undo: { kind: 'editStatement', id, patch: previous, seen: { ...told.change } } };
    }
    case 'moveStatement': {
      const { id, previous } = await moveStatement(scope, { id: edit.id, index: edit.index });
      return { id, undo: { kind: 'moveStatement', id, ...previous } };
    }
    case 'retireStatement': {
      const { id } = await retireStatement(scope, { id: edit.id });
      return { id, undo: { kind: 'restoreStatement', id } };
    }
    case 'restoreStatement': {
      const { id } = await restoreStatement(scope, { id: edit.id });
      return { id, undo: { kind: 'retireStatement', id } };
    }
    case 'addEvidence': {
      const { id } = await addEvidence(scope, {
        ...edit.evidence,
        statementId: edit.statementId,
        ...(edit.id === undefined ? {} : { id: edit.id }),
      });
      return { id, undo: { kind: 'removeEvidence', id } };
    }
    case 'attachAnswer': {
      const { id } = await attachAnswer(scope, {
        ...edit.answer,
        statementId: edit.statementId,
        stance: edit.stance,
        expiresOn: edit.expiresOn ?? null,
        ...(edit.id === undefined ? {} : { id: edit.id }),
      });
      return { id, undo: { kind: 'removeEvidence', id } };
    }
    case 'editEvidence': {
      const { id, seen, patch } = edit;
      const { previous, told } = await editEvidence(scope, { ...patch, id, seen });
      return { id, undo: { kind: 'editEvidence', id, patch: previous, seen: { ...told.change } } };
    }
    case 'removeEvidence': {
      const { id, previous } = await removeEvidence(scope, { id: edit.id });
      const { placementId, responseId, statementId, id: _, ...evidence } = previous;
      if (placementId === null || responseId === null) {
        return { id, undo: { kind: 'addEvidence', statementId, evidence, id } };
      }
      const { stance, gatheredOn, expiresOn } = evidence;
      const answer = { placementId, responseId };
      return { id, undo: { kind: 'attachAnswer', statementId, answer, stance, gatheredOn, expiresOn, id } };
    }
  }
}
