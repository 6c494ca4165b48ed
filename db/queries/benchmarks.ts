import { and, asc, desc, eq } from 'drizzle-orm';
import type { Benchmark } from '@/lib/outcomes/model';
import { benchmarks } from '../schema';
import type { Scope, TxScope } from '../scope';

const columns = {
  id: benchmarks.id,
  metric: benchmarks.metric,
  value: benchmarks.value,
  scale: benchmarks.scale,
  source: benchmarks.source,
  link: benchmarks.link,
  year: benchmarks.year,
  n: benchmarks.n,
};

/** The published values of this workspace, by metric, the newest first. */
export async function listBenchmarks(scope: Scope): Promise<Benchmark[]> {
  return (await scope.run((tx) =>
    tx
      .select(columns)
      .from(benchmarks)
      .where(eq(benchmarks.workspaceId, scope.workspaceId))
      .orderBy(asc(benchmarks.metric), desc(benchmarks.year), asc(benchmarks.source), asc(benchmarks.id)),
  )) as Benchmark[];
}

export async function insertBenchmark(scope: TxScope, benchmark: Benchmark): Promise<void> {
  await scope.run((tx) => tx.insert(benchmarks).values({ workspaceId: scope.workspaceId, ...benchmark }));
}

/** Replaces a published value; false where there is no such one. */
export async function updateBenchmark(scope: TxScope, { id, ...fields }: Benchmark): Promise<boolean> {
  const changed = await scope.run((tx) =>
    tx.update(benchmarks).set(fields).where(mine(scope, id)).returning({ id: benchmarks.id }),
  );
  return changed.length === 1;
}

/** Removes a published value; false where there is no such one. */
export async function deleteBenchmark(scope: TxScope, id: string): Promise<boolean> {
  const gone = await scope.run((tx) =>
    tx.delete(benchmarks).where(mine(scope, id)).returning({ id: benchmarks.id }),
  );
  return gone.length === 1;
}

const mine = (scope: Scope, id: string) =>
  and(eq(benchmarks.workspaceId, scope.workspaceId), eq(benchmarks.id, id));
