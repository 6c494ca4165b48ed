/** What was done, newest last, as the steps that take it back; and what was taken back, as the steps that redo it. */
export type History<Step> = { readonly past: readonly Step[]; readonly future: readonly Step[] };

/** Whether an edit is new, takes the newest one back, or does one again. */
export type StepKind = 'new' | 'undo' | 'redo';

/** How many steps can be taken back. */
const DEPTH = 100;

export const emptyHistory = { past: [], future: [] } as const;

/** Something new was done; what had been taken back can no longer be redone. */
export function did<Step>(history: History<Step>, undo: Step): History<Step> {
  return { past: [...history.past, undo].slice(-DEPTH), future: [] };
}

/** The newest step was taken back; `redo` does it again. */
export function undid<Step>(history: History<Step>, redo: Step): History<Step> {
  return { past: history.past.slice(0, -1), future: [...history.future, redo] };
}

/** The step taken back last was done again; `undo` takes it back once more. */
export function redid<Step>(history: History<Step>, undo: Step): History<Step> {
  return { past: [...history.past, undo], future: history.future.slice(0, -1) };
}

/** The newest step cannot be taken back (or done again) any more, because somebody else has changed the same since. */
export function stepDropped<Step>(history: History<Step>, kind: 'undo' | 'redo'): History<Step> {
  return kind === 'undo'
    ? { ...history, past: history.past.slice(0, -1) }
    : { ...history, future: history.future.slice(0, -1) };
}
