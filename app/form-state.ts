import type { ActionResult } from '@/lib/gates/reply';

/** What a form knows after it was sent: the reply, and what was typed, so that a refusal loses nothing without JavaScript. */
export type FormState<T> = { result: ActionResult<T> | null; values: Record<string, string> };

/**
 * Makes an action for `useActionState` of one that takes the fields of a form. Anybody can call an action with anything:
 * what is no form counts as an empty one, which the action refuses in its own words.
 */
export function formAction<T>(
  action: (fields: FormData) => Promise<ActionResult<T>>,
): (before: FormState<T>, fields: FormData) => Promise<FormState<T>> {
  return async (_before, sent) => {
    const fields = formOf(sent);
    return { result: await action(fields), values: typedIn(fields) };
  };
}

/** The form that was sent; an empty one where it was something else. */
export const formOf = (sent: unknown): FormData => (sent instanceof FormData ? sent : new FormData());

/** The text of a field, empty where it is missing or a file, or where no form was sent. */
export function textOf(fields: FormData, name: string): string {
  const value = formOf(fields).get(name);
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
