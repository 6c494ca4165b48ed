'use client';

import { type FormEvent, startTransition, useActionState } from 'react';
import type { FormState } from './form-state';

type Sent<T> = (before: FormState<T>, fields: FormData) => Promise<FormState<T>>;

/**
 * A form that works without JavaScript and keeps what was typed when it is refused: give `form` to the form, `value(name)`
 * as the `defaultValue` and `error(name)` as the error of its fields, and show `refusal`.
 */
export function useForm<T>(action: Sent<T>) {
  const [state, send, pending] = useActionState<FormState<T>, FormData>(action as never, {
    result: null,
    values: {},
  });
  const problem = state.result?.ok === false ? state.result.problem : null;
  const fieldErrors = problem?.errors ?? [];
  return {
    pending,
    /** What the action returned, once it was let through; null before. */
    done: state.result?.ok ? state.result.value : null,
    refusal: problem && fieldErrors.length === 0 ? problem.title : null,
    error: (name: string) => fieldErrors.find(({ path }) => path === name)?.message ?? null,
    value: (name: string, otherwise = '') => state.values[name] ?? otherwise,
    form: {
      action: send,
      onSubmit: (event: FormEvent<HTMLFormElement>) => {
        // React empties a form that it sends by its action; one that was refused should stay as it is.
        event.preventDefault();
        const submitter = (event.nativeEvent as SubmitEvent).submitter;
        const fields = new FormData(event.currentTarget, submitter);
        startTransition(() => send(fields));
      },
    },
  };
}
