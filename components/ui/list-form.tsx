'use client';

import type { ComponentProps, ReactNode } from 'react';
import { Notice, Refusal } from './notice';
import { SubmitButton } from './submit-button';

/**
 * The form below a list that adds one thing to it: says why it was refused, and that it is there. It is empty again once
 * something was added.
 */
export function ListForm({
  form,
  done,
  refusal,
  label,
  said = null,
  button,
  framed = false,
  children,
}: {
  form: Pick<ComponentProps<'form'>, 'action' | 'onSubmit'>;
  /** What the action returned, another for each thing added; null before. */
  done: string | number | null;
  refusal: string | null;
  /** What adding it is called. */
  label: string;
  /** What is said once it is added; null: the list says enough. */
  said?: string | null;
  button: string;
  /** It stands in a frame of its own, under its label. */
  framed?: boolean;
  children: ReactNode;
}) {
  return (
    <form
      key={done ?? 'none'}
      {...form}
      aria-label={label}
      className={`flex flex-col gap-4 ${framed ? 'rounded-xl border border-line bg-panel p-5 shadow-card' : 'border-t border-line pt-4'}`}
    >
      {framed ? <h2 className="text-base font-semibold">{label}</h2> : null}
      {children}
      <Refusal>{refusal}</Refusal>
      {done === null || said === null ? null : (
        <Notice tone="good" live>
          {said}
        </Notice>
      )}
      <div>
        <SubmitButton>{button}</SubmitButton>
      </div>
    </form>
  );
}
