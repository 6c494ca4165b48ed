import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { NoteKind, ReplyState } from '@/lib/cases/model';
import type { Letter } from '@/lib/distribution/model';
import { caseNotes, letters, users } from '../schema';
import type { Scope, TxScope } from '../scope';

export type NewNote = {
  id: string;
  caseId: string;
  kind: NoteKind;
  createdBy: string | null;
  createdAt: Date;
  aboutUserId?: string | null;
  /** Words end with the answer, so whoever writes some names it. */
  words?: { text: string; subject?: string; placementId: string; responseId: string };
  mailState?: ReplyState;
};

/** One line of a case's history. */
export type NoteRow = {
  id: string;
  caseId: string;
  kind: NoteKind;
  text: string | null;
  subject: string | null;
  aboutUserId: string | null;
  /** null: a rule did it, or the person is gone. */
  author: string | null;
  createdAt: Date;
  mailState: ReplyState | null;
  mailReason: string | null;
  mailedAt: Date | null;
  /** The letter in the outbox; null where none was written. */
  letterId: string | null;
};

/** What happened to a case and was said about it, the oldest first. */
export async function listCaseNotes(scope: Scope, caseId: string): Promise<NoteRow[]> {
  const found = await scope.run((tx) =>
    tx
      .select({
        id: caseNotes.id,
        caseId: caseNotes.caseId,
        kind: caseNotes.kind,
        text: caseNotes.text,
        subject: caseNotes.subject,
        aboutUserId: caseNotes.aboutUserId,
        author: sql<string | null>`coalesce(${users.name}, ${users.email})`,
        createdAt: caseNotes.createdAt,
        mailState: caseNotes.mailState,
        mailReason: caseNotes.mailReason,
        mailedAt: caseNotes.mailedAt,
        letterId: letters.id,
      })
      .from(caseNotes)
      .leftJoin(users, eq(users.id, caseNotes.createdBy))
      .leftJoin(
        letters,
        and(eq(letters.workspaceId, caseNotes.workspaceId), eq(letters.caseNoteId, caseNotes.id)),
      )
      .where(and(eq(caseNotes.workspaceId, scope.workspaceId), eq(caseNotes.caseId, caseId)))
      .orderBy(asc(caseNotes.createdAt), asc(caseNotes.id)),
  );
  return found as NoteRow[];
}

export async function insertCaseNotes(scope: TxScope, added: readonly NewNote[]): Promise<void> {
  if (added.length === 0) return;
  await scope.run((tx) =>
    tx
      .insert(caseNotes)
      .values(added.map(({ words, ...note }) => ({ workspaceId: scope.workspaceId, ...note, ...words }))),
  );
}

/** A reply on its way, locked until the transaction ends; null where it ended with its answer. */
export async function lockReply(
  scope: TxScope,
  id: string,
): Promise<{ caseId: string; subject: string; text: string; state: ReplyState } | null> {
  const found = await scope.run((tx) =>
    tx
      .select({
        caseId: caseNotes.caseId,
        subject: caseNotes.subject,
        text: caseNotes.text,
        state: caseNotes.mailState,
      })
      .from(caseNotes)
      .where(
        and(eq(caseNotes.workspaceId, scope.workspaceId), eq(caseNotes.id, id), eq(caseNotes.kind, 'mail')),
      )
      .for('update'),
  );
  return (
    (found[0] as { caseId: string; subject: string; text: string; state: ReplyState } | undefined) ?? null
  );
}

/** Says how far a reply came; false where it was in none of the states `from`. */
export async function moveReply(
  scope: TxScope,
  id: string,
  {
    from,
    to,
    reason = null,
    at = null,
  }: { from: ReplyState[]; to: ReplyState; reason?: string | null; at?: Date | null },
): Promise<boolean> {
  const moved = await scope.run((tx) =>
    tx
      .update(caseNotes)
      .set({ mailState: to, mailReason: reason, ...(at ? { mailedAt: at } : {}) })
      .where(
        and(
          eq(caseNotes.workspaceId, scope.workspaceId),
          eq(caseNotes.id, id),
          inArray(caseNotes.mailState, from),
        ),
      )
      .returning({ id: caseNotes.id }),
  );
  return moved.length === 1;
}

/** The written letter of a reply; null where none was written. */
export async function findReplyLetter(
  scope: Scope,
  noteId: string,
): Promise<Omit<Letter, 'invitationId'> | null> {
  const found = await scope.run((tx) =>
    tx
      .select({
        id: letters.id,
        recipient: letters.recipient,
        subject: letters.subject,
        html: letters.html,
        text: letters.text,
        transport: letters.transport,
        writtenAt: letters.writtenAt,
      })
      .from(letters)
      .where(and(eq(letters.workspaceId, scope.workspaceId), eq(letters.caseNoteId, noteId))),
  );
  return (found[0] as Omit<Letter, 'invitationId'> | undefined) ?? null;
}

/** Writes the one letter of a reply; it goes with its case's note. */
export async function insertReplyLetter(
  scope: TxScope,
  noteId: string,
  letter: Omit<Letter, 'invitationId'>,
): Promise<void> {
  await scope.run((tx) =>
    tx.insert(letters).values({ workspaceId: scope.workspaceId, caseNoteId: noteId, ...letter }),
  );
}

/** Takes a letter back that was certainly not sent, so that the next attempt writes it anew. */
export async function deleteReplyLetter(scope: TxScope, noteId: string): Promise<void> {
  await scope.run((tx) =>
    tx.delete(letters).where(and(eq(letters.workspaceId, scope.workspaceId), eq(letters.caseNoteId, noteId))),
  );
}
