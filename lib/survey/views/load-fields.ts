import { findFields } from '@/db/queries/surveys';
import type { Scope } from '@/db/scope';
import type { SurveyFields } from '../model';

/** What the texts of a survey about this subject may name; an attribute whose name cannot stand in braces is left out. */
export async function loadFields(scope: Scope, lineageId: string): Promise<SurveyFields> {
  const { attributes, contactRole } = await findFields(scope, lineageId);
  return {
    contactRole,
    attributes: attributes.filter((name) => name !== 'name' && /^[\p{L}\p{N}_ -]{1,60}$/u.test(name)),
  };
}
