import { type SQL, sql } from 'drizzle-orm';
import { PgDialect, type PgTransactionConfig } from 'drizzle-orm/pg-core';
import type { Handle, Orm } from './client';

/** Who acts: decides what a command permits, and stands in the audit line. */
export type Actor =
  | { kind: 'member'; userId: string; role: 'owner' | 'editor' | 'viewer' }
  /** A program; `writes` says whether it may also bring data in. */
  | { kind: 'key'; keyId: string; writes: boolean }
  | { kind: 'respondent' }
  /** Whoever holds the link of a share; looks and may nothing else. */
  | { kind: 'guest' }
  | { kind: 'clock' };

const DIALECT = new PgDialect();

/**
 * Enters a workspace, its id the one parameter, for statements of which one plan is kept for every question: making it
 * costs more than running it.
 */
export const ENTER_WITH_KEPT_PLAN = `SELECT set_config('role', 'milepost_app', true), set_config('milepost.workspace', $1, true),
  set_config('plan_cache_mode', 'force_generic_plan', true)`;

declare const proven: unique symbol;
declare const inTransaction: unique symbol;

/** The open transaction a query runs in; its role and workspace are set. */
export type Tx = Parameters<Parameters<Orm['transaction']>[0]>[0];

/** A proven right to one workspace. Queries take it first and can reach nothing else. */
export type Scope = {
  readonly [proven]: true;
  readonly workspaceId: string;
  readonly actor: Actor;
  /** Runs one read in a transaction of its own; inside a `TxScope`, in that transaction. */
  readonly run: <T>(read: (tx: Tx) => Promise<T>) => Promise<T>;
  /**
   * Runs several reads that all see one state of the database; they go through the scope that is handed in. Inside a
   * `TxScope` they run in its transaction and see what that sees: there a lock keeps things still.
   */
  readonly snapshot: <T>(read: (still: Scope) => Promise<T>) => Promise<T>;
  /**
   * The rows of one reading statement whose plan the connection keeps, in one round trip; inside a `TxScope`, in that
   * transaction. For statements that are asked often and whose text does not change: lists go in as one parameter.
   */
  readonly read: <T>(statement: SQL) => Promise<T[]>;
};

/** A scope inside a transaction; whatever writes accepts nothing else. */
export type TxScope = Scope & { readonly [inTransaction]: true };

/** Only `lib/identity/prove` may call this: whoever holds a scope was let in there. */
export function makeScope(handle: Handle, workspaceId: string, actor: Actor): Scope {
  const open = <T>(read: (tx: Tx) => Promise<T>, config?: PgTransactionConfig) =>
    handle.orm.transaction(async (tx) => {
      await enter(tx, workspaceId);
      return read(tx);
    }, config);
  const scope = {
    workspaceId,
    actor,
    run: <T>(read: (tx: Tx) => Promise<T>) => open(read),
    snapshot: <T>(read: (still: Scope) => Promise<T>) =>
      open((tx) => read(within(scope as unknown as Scope, tx)), {
        isolationLevel: 'repeatable read',
        accessMode: 'read only',
      }),
    read: async <T>(statement: SQL) => {
      const { sql: text, params } = DIALECT.sqlToQuery(statement);
      const [, found] = await handle.atomically([
        { text: ENTER_WITH_KEPT_PLAN, parameters: [workspaceId] },
        { text, parameters: params },
      ]);
      return (found ?? []) as T[];
    },
  };
  return scope as unknown as Scope;
}

/** Opens the transaction of a command. Only `lib/command` calls this. */
export function transact<T>(scope: Scope, body: (tx: TxScope) => Promise<T>): Promise<T> {
  return scope.run((tx) => body(within(scope, tx) as TxScope));
}

/** The scope with everything running in this transaction. */
function within(scope: Scope, tx: Tx): Scope {
  const inner: Scope = {
    ...scope,
    run: (read) => read(tx),
    snapshot: (read) => read(inner),
    read: (statement) => rows(tx, statement),
  };
  return inner;
}

/** Rows of a hand-written statement, the same from either driver. Cast big numbers and days in the statement. */
export async function rows<T>(tx: Pick<Orm, 'execute'>, statement: SQL): Promise<T[]> {
  const result = (await tx.execute(statement)) as unknown;
  return (Array.isArray(result) ? [...result] : (result as { rows: T[] }).rows) as T[];
}

async function enter(tx: Tx, workspaceId: string): Promise<void> {
  await tx.execute(
    sql`SELECT set_config('role', 'milepost_app', true), set_config('milepost.workspace', ${workspaceId}, true)`,
  );
}
