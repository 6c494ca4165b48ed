import { PIPES } from '@/lib/survey/model/content';

/**
 * What is odd about the fields in an author's text. not a field: braces that stand as they are. unknown attribute: no
 * contact has it. nothing instead: where the contact is not known, nothing stands there.
 */
export type PipeNote = { kind: 'not a field' | 'unknown attribute' | 'nothing instead'; field: string };

/** At most one note per field, in the order of the text; `attributes` are those that contacts have, besides `name`. */
export function pipeNotes(text: string, attributes: readonly string[]): PipeNote[] {
  const notes: PipeNote[] = [];
  const rest = text.replace(PIPES, (_, field: string, otherwise: string | undefined) => {
    const attribute = field.startsWith('contact.') ? field.slice('contact.'.length) : null;
    if (attribute !== null && attribute !== 'name' && !attributes.includes(attribute))
      notes.push({ kind: 'unknown attribute', field: attribute });
    else if (attribute !== null && !otherwise?.trim()) notes.push({ kind: 'nothing instead', field });
    return '';
  });
  for (const [found] of rest.matchAll(/\{[^{}]*\}?|\}/g)) notes.push({ kind: 'not a field', field: found });
  return notes;
}

/** Whether a text names something about the person who answers. */
export const namesContact = (text: string): boolean =>
  [...text.matchAll(PIPES)].some(([, field]) => field?.startsWith('contact.'));
