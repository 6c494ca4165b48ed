import { and, desc, eq, sql } from 'drizzle-orm';
import type { JourneyDocument } from '@/lib/journey/model/document';
import { journeyVersions } from '../schema';
import { rows, type Scope, type TxScope } from '../scope';

export type VersionKind = 'automatic' | 'named' | 'safety';

/** A version of a journey without its document. */
export type VersionRow = {
  id: string;
  journeyId: string;
  number: number;
  kind: VersionKind;
  name: string;
  note: string;
  /** The journey's revision that it holds. */
  revision: number;
  /** null: nobody who still belongs to the workspace. */
  by: string | null;
  createdAt: Date;
};

/** Every version of a journey, the newest first. */
export function listVersions(scope: Scope, journeyId: string): Promise<VersionRow[]> {
  return selectVersions(scope, sql`v.journey_id = ${journeyId}`);
}

/** One version without its document; null where this workspace has none of that id. */
export async function findVersion(scope: Scope, id: string): Promise<VersionRow | null> {
  return (await selectVersions(scope, sql`v.id = ${id}`))[0] ?? null;
}

/** The newest version that holds a revision; null where none does. */
export async function findVersionOfRevision(
  scope: Scope,
  journeyId: string,
  revision: number,
): Promise<string | null> {
  const found = await selectVersions(scope, sql`v.journey_id = ${journeyId} AND v.revision = ${revision}`);
  return found[0]?.id ?? null;
}

/** What a version holds, as it was stored; null where this workspace has none of that id. */
export async function findVersionDocument(scope: Scope, id: string): Promise<unknown> {
  const found = await scope.run((tx) =>
    tx
      .select({ document: journeyVersions.document })
      .from(journeyVersions)
      .where(and(eq(journeyVersions.workspaceId, scope.workspaceId), eq(journeyVersions.id, id))),
  );
  return found[0]?.document ?? null;
}

/** Says anew what a version is called. */
export async function updateVersion(
  scope: TxScope,
  id: string,
  change: Partial<Pick<VersionRow, 'kind' | 'name' | 'note'>>,
): Promise<void> {
  await scope.run((tx) =>
    tx
      .update(journeyVersions)
      .set(change)
      .where(and(eq(journeyVersions.workspaceId, scope.workspaceId), eq(journeyVersions.id, id))),
  );
}

async function selectVersions(scope: Scope, which: ReturnType<typeof sql>): Promise<VersionRow[]> {
  const found = await scope.run((tx) =>
    rows<Omit<VersionRow, 'createdAt'> & { createdAt: string }>(
      tx,
      sql`
        SELECT v.id, v.journey_id AS "journeyId", v.number, v.kind, v.name, v.note, v.revision,
          coalesce(u.name, u.email) AS by, (extract(epoch FROM v.created_at) * 1000)::text AS "createdAt"
        FROM journey_versions v
        LEFT JOIN members m ON m.workspace_id = v.workspace_id AND m.user_id = v.created_by
        LEFT JOIN users u ON u.id = m.user_id
        WHERE v.workspace_id = ${scope.workspaceId} AND ${which}
        ORDER BY v.number DESC`,
    ),
  );
  return found.map((one) => ({ ...one, createdAt: new Date(Number(one.createdAt)) }));
}

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
