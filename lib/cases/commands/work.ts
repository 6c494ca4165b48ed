import { z } from 'zod';
import { insertCaseNotes, lockReply, type NewNote } from '@/db/queries/case-notes';
import { findBusinessHours } from '@/db/queries/case-rules';
import { type CaseRow, findCase, lockCase, updateCase } from '@/db/queries/cases';
import { insertJobs } from '@/db/queries/jobs';
import { findRole } from '@/db/queries/members';
import { findStopCause } from '@/db/queries/opt-outs';
import { getWorkspace } from '@/db/queries/workspaces';
import type { TxScope } from '@/db/scope';
import { command } from '../../command';
import { addressHash } from '../../distribution/rules/secrets';
import { secret } from '../../env';
import { AppError, notFound } from '../../errors';
import { newId } from '../../id';
import { CASE_LETTER, CASE_OUTCOMES, CASE_REPLY, replySchema } from '../model';
import { dueAfter } from '../rules/business-hours';
import { whyNoReply } from '../rules/reply';
import { caseMessage } from './case-message';
import { tellHooks } from './tell-hooks';

/** How long a case that is opened again has, in business hours. */
const AGAIN_HOURS = 8;

/** Gives a case to a member, who hears of it; null: to nobody. @throws AppError `not_found` */
export const assignCase = command(
  'case.assign',
  z.strictObject({ id: z.uuid(), assigneeUserId: z.uuid().nullable() }),
  async (tx, { id, assigneeUserId }) => {
    const found = await mustLock(tx, id);
    if (assigneeUserId !== null && !(await findRole(tx, assigneeUserId))) throw notFound();
    if (found.assigneeUserId === assigneeUserId) return { id, changed: false };
    await updateCase(tx, id, { assigneeUserId });
    const note = await happened(tx, found, { kind: 'assigned', aboutUserId: assigneeUserId });
    if (assigneeUserId !== null && assigneeUserId !== me(tx)) {
      await insertJobs(tx, [
        { kind: CASE_LETTER, dedupeKey: note, payload: { userId: assigneeUserId, caseIds: [id] } },
      ]);
    }
    return { id, changed: true };
  },
);

/** Says how far a case is that is not closed. @throws AppError `not_found`, or `conflict` where it is closed */
export const progressCase = command(
  'case.progress',
  z.strictObject({ id: z.uuid(), state: z.enum(['open', 'in_progress', 'waiting']) }),
  async (tx, { id, state }) => {
    const found = mustBeOpen(await mustLock(tx, id));
    if (found.state === state) return { id, changed: false };
    await updateCase(tx, id, { state, ...(state === 'open' ? {} : responded(found)) });
    await happened(tx, found, { kind: state });
    return { id, changed: true };
  },
);

/** Notes something for the team. @throws AppError `not_found`, or `conflict` where the answer was erased */
export const noteCase = command(
  'case.note',
  z.strictObject({
    id: z.uuid(),
    text: z.string().trim().min(1, 'Write something.').max(4000, 'Use at most 4,000 characters.'),
  }),
  async (tx, { id, text }) => {
    const found = await mustLock(tx, id);
    await mustHaveAnswer(tx, id);
    await happened(tx, found, { kind: 'note', words: wordsOf(found, text) });
    return { id };
  },
);

/**
 * Closes a case. `understood` says that nothing has to be done, and needs the reason.
 * @throws AppError `not_found`; `conflict` where it is closed; `invalid` where the reason is missing
 */
export const closeCase = command(
  'case.close',
  z.strictObject({
    id: z.uuid(),
    outcome: z.enum(CASE_OUTCOMES),
    reason: z.string().trim().max(2000, 'Use at most 2,000 characters.'),
  }),
  async (tx, { id, outcome, reason }) => {
    const found = mustBeOpen(await mustLock(tx, id));
    if (outcome === 'understood' && reason === '') {
      throw new AppError('invalid', 'Some fields need correcting.', {
        errors: [{ path: 'reason', message: 'Say why nothing has to be done.' }],
      });
    }
    const line = await findCase(tx, id);
    await updateCase(tx, id, { state: 'closed', outcome, closedAt: new Date(), ...responded(found) });
    await happened(tx, found, { kind: 'closed' });
    // A line of its own, so that the words can end with the answer and the closing stays.
    if (reason !== '' && line && !line.erased) {
      await happened(tx, found, { kind: 'note', words: wordsOf(found, reason) });
    }
    await tell(tx, id, 'case.closed');
    return { id };
  },
);

/** Opens a closed case again, with a new due time. @throws AppError `not_found`, or `conflict` where it is open */
export const reopenCase = command('case.reopen', z.strictObject({ id: z.uuid() }), async (tx, { id }) => {
  const found = await mustLock(tx, id);
  if (found.closedAt === null) throw new AppError('conflict', 'This case is open.');
  const { timeZone } = await getWorkspace(tx);
  await updateCase(tx, id, {
    state: 'open',
    outcome: null,
    closedAt: null,
    reopened: found.reopened + 1,
    dueAt: dueAfter(new Date(), AGAIN_HOURS, await findBusinessHours(tx), timeZone),
  });
  await happened(tx, found, { kind: 'reopened' });
  await tell(tx, id, 'case.reopened');
  return { id };
});

/**
 * Writes to the person who gave the answer, once for each `replyId`. The mail is sent by a job; the first one is the first
 * response.
 * @throws AppError `not_found`, or `conflict` where nobody can be written to
 */
export const replyToCase = command('case.reply', replySchema, async (tx, { id, replyId, subject, text }) => {
  const found = await mustLock(tx, id);
  if (await lockReply(tx, replyId)) return { id, repeated: true };
  const line = await findCase(tx, id);
  if (!line) throw notFound();
  const hash = line.contactEmail === null ? null : addressHash(secret(), tx.workspaceId, line.contactEmail);
  const stopped = hash && (await findStopCause(tx, hash));
  const why = whyNoReply({ ...line, stopped });
  if (why !== null) throw new AppError('conflict', WHY_NOT[why]);
  const words = { ...wordsOf(found, text), subject };
  await happened(tx, found, { kind: 'mail', words, mailState: 'queued' }, replyId);
  await updateCase(tx, id, {
    ...responded(found),
    ...(found.state === 'open' ? { state: 'in_progress' as const } : {}),
  });
  await insertJobs(tx, [{ kind: CASE_REPLY, dedupeKey: replyId, payload: { noteId: replyId } }]);
  return { id, repeated: false };
});

const WHY_NOT = {
  erased: 'The answer was erased, so there is nobody to write to.',
  no_contact: 'This person gave no address, so there is nobody to write to.',
  opted_out: 'This person asked not to be written to.',
  bounced: 'Mail to this address comes back, so this person cannot be written to.',
  complained: 'This person marked mail as spam and is not written to.',
} as const;

const me = ({ actor }: TxScope): string | null => (actor.kind === 'member' ? actor.userId : null);

async function mustLock(tx: TxScope, id: string): Promise<CaseRow> {
  const found = await lockCase(tx, id);
  if (!found) throw notFound();
  return found;
}

function mustBeOpen(found: CaseRow): CaseRow {
  if (found.closedAt !== null) throw new AppError('conflict', 'This case is closed. Open it again first.');
  return found;
}

async function mustHaveAnswer(tx: TxScope, id: string): Promise<void> {
  if ((await findCase(tx, id))?.erased !== false) {
    throw new AppError('conflict', 'The answer was erased, and words about it are not kept.');
  }
}

/** The first thing that a member does for a customer is the first response. */
const responded = (found: CaseRow) => (found.firstResponseAt === null ? { firstResponseAt: new Date() } : {});

const wordsOf = ({ placementId, responseId }: CaseRow, text: string) => ({ text, placementId, responseId });

async function happened(
  tx: TxScope,
  found: CaseRow,
  note: Omit<NewNote, 'id' | 'caseId' | 'createdBy' | 'createdAt'>,
  id = newId(),
): Promise<string> {
  await insertCaseNotes(tx, [{ id, caseId: found.id, createdBy: me(tx), createdAt: new Date(), ...note }]);
  return id;
}

async function tell(tx: TxScope, id: string, event: 'case.closed' | 'case.reopened'): Promise<void> {
  const line = await findCase(tx, id);
  if (line) await tellHooks(tx, [await caseMessage(tx, event, line)]);
}
