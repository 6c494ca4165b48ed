'use server';

import { refresh, revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import type { MapEdit, SavedEdit } from '@/components/journey/edits';
import { isLineageEdit } from '@/components/journey/edits-lineage';
import { isPathEdit } from '@/components/journey/edits-path';
import { isStatementEdit } from '@/components/journey/edits-statement';
import { type Member, memberAction } from '@/lib/gates/member';
import { parseInput } from '@/lib/input';
import { askAboutHandoff } from '@/lib/journey/commands/handoff';
import { editJourney, restoreJourney, retireJourney } from '@/lib/journey/commands/journey';
import { addPersona } from '@/lib/journey/commands/persona';
import { addStage, editStage, moveStage, restoreStage, retireStage } from '@/lib/journey/commands/stage';
import { addTeam } from '@/lib/journey/commands/team';
import {
  addTouchpoint,
  editTouchpoint,
  moveTouchpoint,
  restoreTouchpoint,
  retireTouchpoint,
} from '@/lib/journey/commands/touchpoint';
import { eraseResponse } from '@/lib/response/commands/erase-response';
import type { SurveyMetricId } from '@/lib/scoring/metrics';
import { draftSurvey } from '@/lib/survey/commands';
import { applyLineage } from './apply-lineage';
import { applyPath } from './apply-path';
import { applyStatement } from './apply-statement';

const editSchema = z.looseObject({ kind: z.string('Say what to change.') });

/** Saves one edit of a map; other open maps of it learn of the change from the database. */
export const saveEdit = memberAction(async (member, edit: MapEdit): Promise<SavedEdit> => {
  const saved = await applied(member.scope, parseInput(editSchema, edit) as MapEdit);
  refresh();
  return saved;
});

/** Adds a team and makes it choosable. */
export const saveTeam = memberAction(async (member, name: string) => {
  const { id } = await addTeam(member.scope, { name });
  refresh();
  return { id };
});

/** Adds a persona and makes it choosable. */
export const savePersona = memberAction(async (member, name: string) => {
  const { id } = await addPersona(member.scope, { name });
  refresh();
  return { id };
});

const erase = memberAction(async (member, placementId: string, responseId: string) => {
  await eraseResponse(member.scope, { placementId, id: responseId });
  refresh();
});

/** Erases one answer; null when it is done, else why not. */
export async function eraseAnswer(placementId: string, responseId: string): Promise<string | null> {
  const result = await erase(placementId, responseId);
  return result.ok ? null : result.problem.title;
}

const draft = memberAction((member, lineageId: string, metric: string) =>
  draftSurvey(member.scope, { lineageId, metric: metric as SurveyMetricId }),
);

/** Starts a survey at a touchpoint or journey and goes on to it; the sentence that says why not, if it may not. */
export async function askCustomers(lineageId: string, metric: string): Promise<string | null> {
  const result = await draft(lineageId, metric);
  if (!result.ok) return result.problem.title;
  redirect(`/surveys/${result.value.id}`);
}

const askHandoff = memberAction((member, fromId: string, toId: string) =>
  askAboutHandoff(member.scope, { fromId, toId }),
);

/** Drafts the question about a handoff and goes on to it; the sentence that says why not, if it may not. */
export async function askAtHandoff(fromId: string, toId: string): Promise<string | null> {
  const result = await askHandoff(fromId, toId);
  if (!result.ok) return result.problem.title;
  redirect(`/surveys/${result.value.surveyId}`);
}

async function applied(scope: Member['scope'], edit: MapEdit): Promise<SavedEdit> {
  if (isStatementEdit(edit)) return applyStatement(scope, edit);
  if (isPathEdit(edit)) return applyPath(scope, edit);
  if (isLineageEdit(edit)) return applyLineage(scope, edit);
  switch (edit.kind) {
    case 'editJourney': {
      const done = await editJourney(scope, { id: edit.id, seen: edit.seen, ...edit.patch });
      return { id: edit.id, undo: { kind: 'editJourney', id: edit.id, ...undone<typeof edit.patch>(done) } };
    }
    case 'retireJourney': {
      const { id } = await retireJourney(scope, { id: edit.id });
      revalidatePath('/journeys');
      return { id, undo: { kind: 'restoreJourney', id } };
    }
    case 'restoreJourney': {
      const { id } = await restoreJourney(scope, { id: edit.id });
      revalidatePath('/journeys');
      return { id, undo: { kind: 'retireJourney', id } };
    }
    case 'addStage': {
      const { kind: _, ...input } = edit;
      const { id } = await addStage(scope, input);
      return { id, undo: { kind: 'retireStage', id } };
    }
    case 'editStage': {
      const done = await editStage(scope, { id: edit.id, seen: edit.seen, ...edit.patch });
      return { id: edit.id, undo: { kind: 'editStage', id: edit.id, ...undone<typeof edit.patch>(done) } };
    }
    case 'moveStage': {
      const { id, previous } = await moveStage(scope, { id: edit.id, index: edit.index });
      return { id, undo: { kind: 'moveStage', id, ...previous } };
    }
    case 'retireStage': {
      const { id } = await retireStage(scope, { id: edit.id, position: edit.position });
      return { id, undo: { kind: 'restoreStage', id } };
    }
    case 'restoreStage': {
      const { id, previous } = await restoreStage(scope, { id: edit.id });
      return { id, undo: { kind: 'retireStage', id, ...previous } };
    }
    case 'addTouchpoint': {
      const { kind: _, ...input } = edit;
      const { id } = await addTouchpoint(scope, input as Parameters<typeof addTouchpoint>[1]);
      return { id, undo: { kind: 'retireTouchpoint', id } };
    }
    case 'editTouchpoint': {
      const input = { id: edit.id, seen: edit.seen, ...edit.patch } as Parameters<typeof editTouchpoint>[1];
      const done = await editTouchpoint(scope, input);
      return {
        id: edit.id,
        undo: { kind: 'editTouchpoint', id: edit.id, ...undone<typeof edit.patch>(done) },
      };
    }
    case 'moveTouchpoint': {
      const { kind: _, ...input } = edit;
      const { id, previous } = await moveTouchpoint(scope, input);
      return { id, undo: { kind: 'moveTouchpoint', id, ...previous } };
    }
    case 'retireTouchpoint': {
      const { id } = await retireTouchpoint(scope, { id: edit.id, position: edit.position });
      return { id, undo: { kind: 'restoreTouchpoint', id } };
    }
    case 'restoreTouchpoint': {
      const { id, previous } = await restoreTouchpoint(scope, { id: edit.id });
      return { id, undo: { kind: 'retireTouchpoint', id, ...previous } };
    }
    default:
      return parseInput(z.never('Give a known change.'), edit);
  }
}

/** Taking back is refused too where somebody has changed the field since: it saw what the edit wrote. */
const undone = <P>({ previous, told }: { previous: unknown; told: { change: object } }) => ({
  patch: previous as P,
  seen: { ...told.change },
});
