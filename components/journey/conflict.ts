import type { MapEdit } from './edits';
import type { StepKind } from './history';

/** An edit of the fields of one thing. */
export type FieldEdit = Extract<MapEdit, { patch: object }>;

/** An edit that was refused because others changed the same fields meanwhile; nothing of it is saved yet. */
export type Conflict = { edit: FieldEdit; as: StepKind; theirs: Readonly<Record<string, unknown>> };

/** Fields that only make sense together. */
const TOGETHER = [['targetMetric', 'targetValue']] as const;

/**
 * What to send once it is decided: the writer's own values over theirs, or, where theirs stay, the rest of the edit.
 * null: nothing is left to save.
 */
export function settled({ edit, theirs }: Conflict, keep: 'mine' | 'theirs'): MapEdit | null {
  if (keep === 'mine') {
    const seen = 'seen' in edit ? edit.seen : undefined;
    return { ...edit, seen: { ...seen, ...theirs } } as MapEdit;
  }
  const dropped = new Set(Object.keys(theirs));
  for (const fields of TOGETHER) {
    if (fields.some((field) => dropped.has(field))) for (const field of fields) dropped.add(field);
  }
  const rest = Object.entries(edit.patch).filter(([field]) => !dropped.has(field));
  return rest.length === 0 ? null : ({ ...edit, patch: Object.fromEntries(rest) } as MapEdit);
}
