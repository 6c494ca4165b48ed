import { insertRuleChange } from '@/db/queries/rule-changes';
import type { TxScope } from '@/db/scope';
import { newId } from '../../id';

/**
 * Changes a rule or a hook by `write`, and keeps what it was with who changed it; nothing happens where it is the same.
 * Returns whether it changed.
 */
export async function changeRule<Fields extends object>(
  tx: TxScope,
  ruleId: string,
  before: Fields,
  after: Fields,
  write: (fields: Fields) => Promise<void>,
): Promise<boolean> {
  const names = Object.keys(after) as (keyof Fields & string)[];
  const was = Object.fromEntries(names.map((name) => [name, before[name]]));
  if (names.every((name) => spelled(before[name]) === spelled(after[name]))) return false;
  await insertRuleChange(tx, { id: newId(), ruleId, before: was, changedAt: new Date() });
  await write(after);
  return true;
}

/** The same text for the same value, whatever order its fields are stored in. */
function spelled(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
