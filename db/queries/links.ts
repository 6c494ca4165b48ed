import { and, asc, eq, getTableColumns, isNull } from 'drizzle-orm';
import type { LinkKind } from '@/lib/journey/model/path';
import { links, stages, touchpoints } from '../schema';
import type { Scope, TxScope } from '../scope';

export type LinkRow = {
  id: string;
  journeyId: string;
  kind: LinkKind;
  fromId: string | null;
  toId: string | null;
  label: string;
  shareRatio: number | null;
};

const { workspaceId: _, ...columns } = getTableColumns(links);

/** One link; null where this workspace has none of that id. */
export async function findLink(scope: Scope, id: string): Promise<LinkRow | null> {
  const found = await scope.run((tx) =>
    tx
      .select(columns)
      .from(links)
      .where(and(eq(links.workspaceId, scope.workspaceId), eq(links.id, id))),
  );
  return (found[0] as LinkRow | undefined) ?? null;
}

/** Every link of a journey, those of retired touchpoints included, in a fixed order. */
export async function listLinks(scope: Scope, journeyId: string): Promise<LinkRow[]> {
  const found = await scope.run((tx) =>
    tx
      .select(columns)
      .from(links)
      .where(and(eq(links.workspaceId, scope.workspaceId), eq(links.journeyId, journeyId)))
      .orderBy(asc(links.id)),
  );
  return found as LinkRow[];
}

export async function insertLink(scope: TxScope, link: LinkRow): Promise<void> {
  await scope.run((tx) => tx.insert(links).values({ workspaceId: scope.workspaceId, ...link }));
}

export async function updateLink(
  scope: TxScope,
  id: string,
  change: Partial<Omit<LinkRow, 'id' | 'journeyId'>>,
): Promise<void> {
  await scope.run((tx) =>
    tx
      .update(links)
      .set(change)
      .where(and(eq(links.workspaceId, scope.workspaceId), eq(links.id, id))),
  );
}

export async function deleteLink(scope: TxScope, id: string): Promise<void> {
  await scope.run((tx) =>
    tx.delete(links).where(and(eq(links.workspaceId, scope.workspaceId), eq(links.id, id))),
  );
}

/** The touchpoints that the map of a journey shows, from left to right. */
export async function listMapOrder(
  scope: Scope,
  journeyId: string,
): Promise<{ id: string; title: string }[]> {
  return scope.run((tx) =>
    tx
      .select({ id: touchpoints.id, title: touchpoints.title })
      .from(touchpoints)
      .innerJoin(
        stages,
        and(eq(stages.workspaceId, touchpoints.workspaceId), eq(stages.id, touchpoints.stageId)),
      )
      .where(
        and(
          eq(touchpoints.workspaceId, scope.workspaceId),
          eq(touchpoints.journeyId, journeyId),
          isNull(touchpoints.retiredAt),
          isNull(stages.retiredAt),
        ),
      )
      .orderBy(asc(stages.position), asc(stages.id), asc(touchpoints.position), asc(touchpoints.id)),
  );
}
