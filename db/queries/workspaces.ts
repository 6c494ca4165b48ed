import { eq, sql } from 'drizzle-orm';
import type { Workspace, WorkspaceSettings } from '@/lib/identity/model';
import type { SiteSettings } from '@/lib/survey/model/widget-rules';
import { database } from '../client';
import { workspaces } from '../schema';
import { rows, type Scope, type TxScope } from '../scope';

const columns = {
  id: workspaces.id,
  name: workspaces.name,
  brand: workspaces.brand,
  timeZone: workspaces.timeZone,
  language: workspaces.language,
  minimumN: workspaces.minimumN,
  senderAddress: workspaces.senderAddress,
  postalAddress: workspaces.postalAddress,
  privacyUrl: workspaces.privacyUrl,
  siteKey: workspaces.siteKey,
  digestWeekday: workspaces.digestWeekday,
  segmentAttribute: workspaces.segmentAttribute,
};

/** The workspace of the scope. @throws Error where it is gone */
export async function getWorkspace(scope: Scope): Promise<Workspace> {
  const found = await scope.run((tx) =>
    tx.select(columns).from(workspaces).where(eq(workspaces.id, scope.workspaceId)),
  );
  if (!found[0]) throw new Error('The workspace of this scope is gone.');
  return found[0] as Workspace;
}

/** Writes the workspace that the scope founds. */
export async function insertWorkspace(
  scope: TxScope,
  workspace: WorkspaceSettings & { siteKey: string; siteKeyHash: Uint8Array },
): Promise<void> {
  await scope.run((tx) => tx.insert(workspaces).values({ id: scope.workspaceId, ...workspace }));
}

/** Replaces the settings of the workspace. */
export async function updateWorkspace(scope: TxScope, settings: WorkspaceSettings): Promise<void> {
  await scope.run((tx) => tx.update(workspaces).set(settings).where(eq(workspaces.id, scope.workspaceId)));
}

/** Sets the day of the week on which owners get their digest, 1 is Monday; null ends it. */
export async function updateDigestWeekday(scope: TxScope, digestWeekday: number | null): Promise<void> {
  await scope.run((tx) =>
    tx.update(workspaces).set({ digestWeekday }).where(eq(workspaces.id, scope.workspaceId)),
  );
}

/** Sets the attribute that splits customers into segments; null: none does. */
export async function updateSegmentAttribute(scope: TxScope, segmentAttribute: string | null): Promise<void> {
  await scope.run((tx) =>
    tx.update(workspaces).set({ segmentAttribute }).where(eq(workspaces.id, scope.workspaceId)),
  );
}

/** How widgets behave in the workspace's sites, and which key its sites sign people with. */
export async function getSite(
  scope: Scope,
): Promise<{ site: SiteSettings; siteKey: string; identityKeyVersion: number }> {
  const found = await scope.run((tx) =>
    tx
      .select({
        site: workspaces.site,
        siteKey: workspaces.siteKey,
        identityKeyVersion: workspaces.identityKeyVersion,
      })
      .from(workspaces)
      .where(eq(workspaces.id, scope.workspaceId)),
  );
  if (!found[0]) throw new Error('The workspace of this scope is gone.');
  return found[0] as { site: SiteSettings; siteKey: string; identityKeyVersion: number };
}

export async function updateSite(scope: TxScope, site: SiteSettings): Promise<void> {
  await scope.run((tx) => tx.update(workspaces).set({ site }).where(eq(workspaces.id, scope.workspaceId)));
}

/** Counts up the version of the key that sites sign people with; returns the new one. */
export async function advanceIdentityKey(scope: TxScope): Promise<number> {
  const changed = await scope.run((tx) =>
    tx
      .update(workspaces)
      .set({ identityKeyVersion: sql`${workspaces.identityKeyVersion} + 1` })
      .where(eq(workspaces.id, scope.workspaceId))
      .returning({ version: workspaces.identityKeyVersion }),
  );
  if (!changed[0]) throw new Error('The workspace of this scope is gone.');
  return changed[0].version;
}

/** The workspaces a person is a member of now, the first joined first. Asked before a scope exists. */
export function listWorkspacesOf(userId: string): Promise<{ id: string; name: string }[]> {
  return rows(
    database().orm,
    sql`SELECT w.id::text AS id, w.name FROM workspaces_of_user(${userId}) WITH ORDINALITY AS own (workspace_id, place)
        JOIN workspaces w ON w.id = own.workspace_id ORDER BY own.place`,
  );
}
