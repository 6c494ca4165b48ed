import type { ActionResult } from '@/lib/gates/reply';

/** What a form knows after it was sent: the reply, and what was typed, so that a refusal loses nothing without JavaScript. */
export type FormState<T> = { result: ActionResult<T> | null; values: Record<string, string> };

/** Makes an action for `useActionState` of one that takes the fields of a form. */
export function formAction<T>(
  action: (fields: FormData) => Promise<ActionResult<T>>,
): (before: FormState<T>, fields: FormData) => Promise<FormState<T>> {
  return async (_before, fields) => ({ result: await action(fields), values: typedIn(fields) });
}

/** The text of a field, empty where it is missing or a file. */
export function textOf(fields: FormData, name: string): string {
  const value = fields.get(name);
  return typeof value === 'string' ? value : '';
}

/** The text of a field, null where it is blank. */
export const textOrNull = (fields: FormData, name: string): string | null =>
  textOf(fields, name).trim() || null;

function typedIn(fields: FormData): Record<string, string> {
  const typed = [...fields].filter((field): field is [string, string] => typeof field[1] === 'string');
  // A password is not sent back, and Next's own fields are none of the form's.
  return Object.fromEntries(typed.filter(([name]) => !/^\$|password|^old$|token/i.test(name)));
}
