import { and, desc, eq, sql } from 'drizzle-orm';
import type { Letter } from '@/lib/distribution/model';
import { letters } from '../schema';
import type { Scope, TxScope } from '../scope';

const head = {
  id: letters.id,
  invitationId: letters.invitationId,
  recipient: letters.recipient,
  subject: letters.subject,
  transport: letters.transport,
  writtenAt: letters.writtenAt,
};

/** One page of letters without their bodies, the newest first; `total` counts all pages. */
export async function listLetters(
  scope: Scope,
  asked: { offset: number; limit: number },
): Promise<{ letters: Omit<Letter, 'html' | 'text'>[]; total: number }> {
  return scope.run(async (tx) => {
    const where = eq(letters.workspaceId, scope.workspaceId);
    const found = await tx
      .select(head)
      .from(letters)
      .where(where)
      .orderBy(desc(letters.writtenAt), desc(letters.id))
      .limit(asked.limit)
      .offset(asked.offset);
    const total = await tx.select({ n: sql<number>`count(*)::int` }).from(letters).where(where);
    return { letters: found as Omit<Letter, 'html' | 'text'>[], total: total[0]?.n ?? 0 };
  });
}

/** One letter; null where this workspace has none of that id. */
export function findLetter(scope: Scope, id: string): Promise<Letter | null> {
  return find(scope, eq(letters.id, id));
}

/** The letter of an invitation; null where none was written. */
export function findLetterOfInvitation(scope: Scope, invitationId: string): Promise<Letter | null> {
  return find(scope, eq(letters.invitationId, invitationId));
}

async function find(scope: Scope, which: ReturnType<typeof eq>): Promise<Letter | null> {
  const found = await scope.run((tx) =>
    tx
      .select({ ...head, html: letters.html, text: letters.text })
      .from(letters)
      .where(and(eq(letters.workspaceId, scope.workspaceId), which)),
  );
  return (found[0] as Letter | undefined) ?? null;
}

/** Writes the one letter of an invitation. */
export async function insertLetter(scope: TxScope, letter: Letter): Promise<void> {
  await scope.run((tx) => tx.insert(letters).values({ workspaceId: scope.workspaceId, ...letter }));
}

/** Takes a letter back that was certainly not sent, so that the next attempt writes it anew. */
export async function deleteLetterOfInvitation(scope: TxScope, invitationId: string): Promise<void> {
  await scope.run((tx) =>
    tx
      .delete(letters)
      .where(and(eq(letters.workspaceId, scope.workspaceId), eq(letters.invitationId, invitationId))),
  );
}
