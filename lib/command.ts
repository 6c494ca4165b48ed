import type { z } from 'zod';
import { insertAuditLine } from '@/db/queries/audit';
import { type Scope, type TxScope, transact } from '@/db/scope';
import { AppError } from './errors';
import { isUuid, newId } from './id';
import { may, type Permission } from './identity/rules';
import { parseInput } from './input';

/** A way to write: give it a proven scope and what came from outside. It says itself what it permits and takes. */
export type Command<Input, Result> = ((scope: Scope, input: Input) => Promise<Result>) & {
  readonly permission: Permission;
  readonly schema: z.ZodType;
};

/**
 * The one way to write. The command it makes refuses who may not, parses the input once, opens the transaction, runs
 * the body and leaves the audit line in the same transaction. Commands do not call commands; no network inside.
 * A body that changes a map returns its `journeyId`, and with `told` and `previous` what its log says.
 * `trace` is 'none' only where what the body writes is the whole trace, such as a mark with its instant.
 *
 * @throws AppError `forbidden`, `invalid`, or what the body refuses
 */
export function command<S extends z.ZodType, Result>(
  permission: Permission,
  schema: S,
  body: (tx: TxScope, input: z.output<S>) => Promise<Result>,
  trace: 'line' | 'none' = 'line',
): Command<z.input<S>, Result> {
  const run = async (scope: Scope, input: z.input<S>): Promise<Result> => {
    if (!may(scope.actor, permission)) {
      throw new AppError('forbidden', 'Your role does not permit this. Ask an owner of the workspace.');
    }
    const parsed = parseInput(schema, input);
    return transact(scope, async (tx) => {
      const result = await body(tx, parsed);
      if (trace === 'line') {
        await insertAuditLine(tx, {
          id: newId(),
          action: permission,
          objectId: idOf(result) ?? idOf(parsed),
          journeyId: uuidAt(result, 'journeyId'),
          detail: uuidAt(result, 'journeyId') && detailOf(result),
        });
      }
      return result;
    });
  };
  return Object.assign(run, { permission, schema });
}

const idOf = (value: unknown) => uuidAt(value, 'id');

function uuidAt(value: unknown, field: string): string | null {
  const id = at(value, field);
  return typeof id === 'string' && isUuid(id) ? id : null;
}

/** What the body says for the log of a map: `told`, such as a name, and what the change replaced. */
function detailOf(result: unknown): unknown {
  const told = at(result, 'told');
  const previous = at(result, 'previous');
  if (told === undefined && previous === undefined) return null;
  return { ...(told as object | undefined), ...(previous === undefined ? {} : { previous }) };
}

function at(value: unknown, field: string): unknown {
  return value !== null && typeof value === 'object' ? (value as Record<string, unknown>)[field] : undefined;
}
