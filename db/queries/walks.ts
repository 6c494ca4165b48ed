import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import { users, walkSteps, walks } from '../schema';
import type { Scope, TxScope } from '../scope';

export type WalkRow = {
  id: string;
  journeyId: string;
  userId: string;
  /** null once the person is gone. */
  name: string | null;
  startedAt: Date;
  /** null: under way. */
  finishedAt: Date | null;
};

/** What somebody noted at one touchpoint; the picture itself is read on its own. */
export type StepRow = {
  walkId: string;
  touchpointId: string;
  /** −2…2; null: not rated. */
  rating: number | null;
  minutes: number | null;
  note: string;
  hasPicture: boolean;
};

const columns = {
  id: walks.id,
  journeyId: walks.journeyId,
  userId: walks.userId,
  name: sql<string | null>`coalesce(${users.name}, ${users.email})`,
  startedAt: walks.startedAt,
  finishedAt: walks.finishedAt,
};

const stepColumns = {
  walkId: walkSteps.walkId,
  touchpointId: walkSteps.touchpointId,
  rating: walkSteps.rating,
  minutes: walkSteps.minutes,
  note: walkSteps.note,
  hasPicture: sql<boolean>`${walkSteps.picture} IS NOT NULL`,
};

/** The walks through a journey, the newest first. */
export function listWalks(scope: Scope, journeyId: string): Promise<WalkRow[]> {
  return scope.run((tx) =>
    tx
      .select(columns)
      .from(walks)
      .leftJoin(users, eq(users.id, walks.userId))
      .where(and(eq(walks.workspaceId, scope.workspaceId), eq(walks.journeyId, journeyId)))
      .orderBy(desc(walks.startedAt), desc(walks.id)),
  );
}

/** One walk; null where this workspace has none of that id. */
export async function findWalk(scope: Scope, id: string): Promise<WalkRow | null> {
  const found = await scope.run((tx) =>
    tx
      .select(columns)
      .from(walks)
      .leftJoin(users, eq(users.id, walks.userId))
      .where(and(eq(walks.workspaceId, scope.workspaceId), eq(walks.id, id))),
  );
  return found[0] ?? null;
}

/** A member's walk through a journey that is under way; null where there is none. */
export async function findOpenWalk(scope: Scope, journeyId: string, userId: string): Promise<string | null> {
  const found = await scope.run((tx) =>
    tx
      .select({ id: walks.id })
      .from(walks)
      .where(
        and(
          eq(walks.workspaceId, scope.workspaceId),
          eq(walks.journeyId, journeyId),
          eq(walks.userId, userId),
          isNull(walks.finishedAt),
        ),
      )
      .orderBy(desc(walks.startedAt))
      .limit(1),
  );
  return found[0]?.id ?? null;
}

/** What was noted on every walk through a journey. */
export function listSteps(scope: Scope, journeyId: string): Promise<StepRow[]> {
  return scope.run((tx) =>
    tx
      .select(stepColumns)
      .from(walkSteps)
      .innerJoin(walks, and(eq(walks.workspaceId, walkSteps.workspaceId), eq(walks.id, walkSteps.walkId)))
      .where(and(eq(walkSteps.workspaceId, scope.workspaceId), eq(walks.journeyId, journeyId))),
  );
}

/** The picture of one step; null where there is none. */
export async function findPicture(
  scope: Scope,
  walkId: string,
  touchpointId: string,
): Promise<{ bytes: Uint8Array; type: string } | null> {
  const found = await scope.run((tx) =>
    tx
      .select({ bytes: walkSteps.picture, type: walkSteps.pictureType })
      .from(walkSteps)
      .where(
        and(
          eq(walkSteps.workspaceId, scope.workspaceId),
          eq(walkSteps.walkId, walkId),
          eq(walkSteps.touchpointId, touchpointId),
        ),
      ),
  );
  const [picture] = found;
  return picture?.bytes && picture.type ? { bytes: picture.bytes, type: picture.type } : null;
}

export async function insertWalk(
  scope: TxScope,
  walk: { id: string; journeyId: string; userId: string },
): Promise<void> {
  await scope.run((tx) => tx.insert(walks).values({ workspaceId: scope.workspaceId, ...walk }));
}

export async function updateFinishedAt(scope: TxScope, id: string, finishedAt: Date | null): Promise<void> {
  await scope.run((tx) =>
    tx
      .update(walks)
      .set({ finishedAt })
      .where(and(eq(walks.workspaceId, scope.workspaceId), eq(walks.id, id))),
  );
}

export async function deleteWalk(scope: TxScope, id: string): Promise<void> {
  await scope.run((tx) =>
    tx.delete(walks).where(and(eq(walks.workspaceId, scope.workspaceId), eq(walks.id, id))),
  );
}

/** Writes what was noted at a touchpoint; what is left out stays as it was. */
export async function upsertStep(
  scope: TxScope,
  step: { walkId: string; touchpointId: string },
  change: {
    rating?: number | null;
    minutes?: number | null;
    note?: string;
    picture?: Uint8Array | null;
    pictureType?: string | null;
  },
): Promise<void> {
  const changedAt = sql`now()`;
  await scope.run((tx) =>
    tx
      .insert(walkSteps)
      .values({ workspaceId: scope.workspaceId, ...step, ...change })
      .onConflictDoUpdate({
        target: [walkSteps.workspaceId, walkSteps.walkId, walkSteps.touchpointId],
        set: { ...change, changedAt },
      }),
  );
}
