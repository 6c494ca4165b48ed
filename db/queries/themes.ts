import { and, asc, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Theme, ThemeFields } from '@/lib/voices/model';
import { themes } from '../schema';
import { rows, type Scope, type TxScope } from '../scope';

const columns = {
  id: themes.id,
  name: themes.name,
  phrases: themes.phrases,
  exceptions: themes.exceptions,
};

/** The themes of the workspace by name, without retired ones. */
export async function listThemes(scope: Scope): Promise<Theme[]> {
  return scope.run((tx) =>
    tx
      .select(columns)
      .from(themes)
      .where(and(eq(themes.workspaceId, scope.workspaceId), isNull(themes.retiredAt)))
      .orderBy(asc(sql`lower(${themes.name})`), asc(themes.id)),
  );
}

/** A theme that was taken off the list. */
export type RetiredTheme = Theme & {
  retiredAt: Date;
  /** The theme it was merged into; null where it was not. */
  into: { id: string; name: string } | null;
};

/** The retired themes of the workspace, the last retired first. */
export async function listRetiredThemes(scope: Scope): Promise<RetiredTheme[]> {
  const other = alias(themes, 'other');
  const found = await scope.run((tx) =>
    tx
      .select({ ...columns, retiredAt: themes.retiredAt, intoId: other.id, intoName: other.name })
      .from(themes)
      .leftJoin(other, and(eq(other.workspaceId, themes.workspaceId), eq(other.id, themes.mergedIntoId)))
      .where(and(eq(themes.workspaceId, scope.workspaceId), isNotNull(themes.retiredAt)))
      .orderBy(desc(themes.retiredAt), asc(themes.id)),
  );
  return found.flatMap(({ retiredAt, intoId, intoName, ...theme }) =>
    retiredAt === null
      ? []
      : [{ ...theme, retiredAt, into: intoId && intoName ? { id: intoId, name: intoName } : null }],
  );
}

/** One theme, retired or not; null where this workspace has none of that id. */
export async function findTheme(
  scope: Scope,
  id: string,
): Promise<(Theme & { retiredAt: Date | null; mergedIntoId: string | null }) | null> {
  const found = await scope.run((tx) =>
    tx
      .select({ ...columns, retiredAt: themes.retiredAt, mergedIntoId: themes.mergedIntoId })
      .from(themes)
      .where(and(eq(themes.workspaceId, scope.workspaceId), eq(themes.id, id))),
  );
  return found[0] ?? null;
}

export async function insertTheme(
  scope: TxScope,
  theme: Theme & { createdBy: string | null },
): Promise<void> {
  await scope.run((tx) => tx.insert(themes).values({ workspaceId: scope.workspaceId, ...theme }));
}

export async function updateTheme(
  scope: TxScope,
  id: string,
  change: Partial<ThemeFields> & { retiredAt?: Date | null; mergedIntoId?: string | null },
): Promise<void> {
  await scope.run((tx) =>
    tx
      .update(themes)
      .set(change)
      .where(and(eq(themes.workspaceId, scope.workspaceId), eq(themes.id, id))),
  );
}

/** Carries what people said of voices from one theme to another; where they said both, that it is one counts. */
export async function moveSaid(scope: TxScope, fromId: string, toId: string): Promise<void> {
  await scope.run(async (tx) => {
    await rows(
      tx,
      sql`INSERT INTO voice_themes AS t (workspace_id, theme_id, voice_id, found, said)
          SELECT workspace_id, ${toId}::uuid, voice_id, found, said FROM voice_themes
          WHERE workspace_id = ${scope.workspaceId} AND theme_id = ${fromId}::uuid AND said IS NOT NULL
          ON CONFLICT (workspace_id, theme_id, voice_id) DO UPDATE
            SET said = coalesce(t.said, false) OR excluded.said`,
    );
    await rows(
      tx,
      sql`DELETE FROM voice_themes WHERE workspace_id = ${scope.workspaceId} AND theme_id = ${fromId}::uuid`,
    );
  });
}

/** Says that a voice is one of a theme, or is not; null takes back what was said. */
export async function sayTheme(
  scope: TxScope,
  voiceId: string,
  themeId: string,
  said: boolean | null,
): Promise<void> {
  await scope.run(async (tx) => {
    await rows(
      tx,
      sql`INSERT INTO voice_themes (workspace_id, theme_id, voice_id, found, said)
          VALUES (${scope.workspaceId}, ${themeId}, ${voiceId}, false, ${said})
          ON CONFLICT (workspace_id, theme_id, voice_id) DO UPDATE SET said = excluded.said`,
    );
    await rows(
      tx,
      sql`DELETE FROM voice_themes WHERE workspace_id = ${scope.workspaceId} AND theme_id = ${themeId}
            AND voice_id = ${voiceId} AND said IS NULL AND NOT found`,
    );
  });
}
