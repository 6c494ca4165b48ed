import { and, desc, eq, sql } from 'drizzle-orm';
import type { JourneyDocument } from '@/lib/journey/model/document';
import { journeyVersions } from '../schema';
import type { Scope, TxScope } from '../scope';

export type VersionKind = 'automatic' | 'named' | 'safety';

/** When the newest version of a journey was kept, and which revision it holds; null where there is none. */
export async function findNewestVersion(
  scope: Scope,
  journeyId: string,
): Promise<{ createdAt: Date; revision: number } | null> {
  const found = await scope.run((tx) =>
    tx
      .select({ createdAt: journeyVersions.createdAt, revision: journeyVersions.revision })
      .from(journeyVersions)
      .where(
        and(eq(journeyVersions.workspaceId, scope.workspaceId), eq(journeyVersions.journeyId, journeyId)),
      )
      .orderBy(desc(journeyVersions.number))
      .limit(1),
  );
  return found[0] ?? null;
}

/** Keeps a version under the next number. The caller holds the journey's lock. */
export async function insertJourneyVersion(
  scope: TxScope,
  version: {
    id: string;
    journeyId: string;
    kind: VersionKind;
    name: string;
    note: string;
    revision: number;
    document: JourneyDocument;
  },
): Promise<void> {
  const { workspaceId, actor } = scope;
  await scope.run((tx) =>
    tx.insert(journeyVersions).values({
      workspaceId,
      ...version,
      number: sql`(SELECT coalesce(max(v.number), 0) + 1 FROM journey_versions v
        WHERE v.workspace_id = ${workspaceId} AND v.journey_id = ${version.journeyId})`,
      createdBy: actor.kind === 'member' ? actor.userId : null,
    }),
  );
}
