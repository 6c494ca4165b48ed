import { and, desc, eq, or, sql } from 'drizzle-orm';
import type { Letter, MailReport } from '@/lib/distribution/model';
import { letters, mailReports } from '../schema';
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

/** The letter that a mail's id names, an invitation or a reply, held until the transaction ends; null where there is none. */
export async function lockLetterOfMail(
  scope: TxScope,
  mailId: string,
): Promise<{ id: string; recipient: string } | null> {
  const found = await scope.run((tx) =>
    tx
      .select({ id: letters.id, recipient: letters.recipient })
      .from(letters)
      .where(
        and(
          eq(letters.workspaceId, scope.workspaceId),
          or(eq(letters.invitationId, mailId), eq(letters.caseNoteId, mailId)),
        ),
      )
      .for('update'),
  );
  return found[0] ?? null;
}

/** Keeps one event that a provider reported of a letter; false where it was known already. */
export async function insertMailReport(
  scope: TxScope,
  letterId: string,
  { eventId, kind }: Pick<MailReport, 'eventId' | 'kind'>,
): Promise<boolean> {
  const made = await scope.run((tx) =>
    tx
      .insert(mailReports)
      .values({ workspaceId: scope.workspaceId, letterId, eventId, kind })
      .onConflictDoNothing()
      .returning({ letterId: mailReports.letterId }),
  );
  return made.length === 1;
}
