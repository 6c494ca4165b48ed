import { z } from 'zod';
import {
  deleteEvidence,
  type EvidenceRow,
  findAnswerDay,
  findAttached,
  findEvidence,
  insertEvidence,
  updateEvidence,
} from '@/db/queries/evidence';
import { findStatement, type StatementRow } from '@/db/queries/statements';
import { getWorkspace } from '@/db/queries/workspaces';
import type { TxScope } from '@/db/scope';
import { dayOf } from '../../clock';
import { command } from '../../command';
import { AppError, notFound } from '../../errors';
import { newId } from '../../id';
import { daySchema, EMPTY_EVIDENCE, evidenceSchema, STANCES } from '../model/statement';
import { changeOf, previousOf } from '../rules';
import { refuseLostUpdate } from '../rules/lost-update';
import { beginEdit } from './begin-edit';

/** An id of one's own choice, so that what was removed can come back as what it was. */
const ownIdSchema = z.uuid().optional();

/** Adds evidence from elsewhere to a statement. @throws AppError `not_found`, `invalid`, `conflict` for a used id */
export const addEvidence = command(
  'evidence.add',
  evidenceSchema.partial().extend({
    id: ownIdSchema,
    statementId: z.uuid(),
    kind: evidenceSchema.shape.kind,
    gatheredOn: evidenceSchema.shape.gatheredOn,
  }),
  async (tx, { id = newId(), statementId, kind, gatheredOn, ...rest }) => {
    const statement = await getLockedStatement(tx, statementId);
    await refuseFuture(tx, gatheredOn);
    const fields = { ...EMPTY_EVIDENCE, ...changeOf(rest), kind, gatheredOn };
    await insert(tx, { ...fields, id, statementId, placementId: null, responseId: null });
    return { id, journeyId: statement.journeyId, told: { ...toldOf(statement), kind } };
  },
);

/**
 * Makes one of our own answers evidence of a statement; one that already is stays as it is. Its words are never copied:
 * they are read from the answer, and erasing the answer removes the evidence.
 *
 * @throws AppError `not_found`, `conflict` for a used id
 */
export const attachAnswer = command(
  'evidence.attach',
  z.strictObject({
    id: ownIdSchema,
    statementId: z.uuid(),
    placementId: z.uuid(),
    responseId: z.uuid(),
    stance: z.enum(STANCES).default('supports'),
    expiresOn: daySchema.nullable().default(null),
  }),
  async (tx, { id = newId(), statementId, placementId, responseId, stance, expiresOn }) => {
    const statement = await getLockedStatement(tx, statementId);
    const gatheredOn = await findAnswerDay(tx, { placementId, responseId });
    if (!gatheredOn) throw notFound();
    if (await findEvidence(tx, id)) throw taken();
    const attached = await findAttached(tx, statementId, { placementId, responseId });
    if (attached === null) {
      const fields = { ...EMPTY_EVIDENCE, kind: 'survey', stance, gatheredOn, n: 1, expiresOn } as const;
      await insert(tx, { ...fields, id, statementId, placementId, responseId });
    }
    const told = { ...toldOf(statement), kind: 'survey' };
    return { id: attached ?? id, journeyId: statement.journeyId, told };
  },
);

/**
 * Changes a piece of evidence; `previous` undoes it. Of one of our own answers only what the team says about it can be
 * changed: whether it supports or contradicts, and until when it counts.
 *
 * @throws AppError `not_found`, `invalid`; `conflict` where a field is no longer as `seen`
 */
export const editEvidence = command(
  'evidence.edit',
  evidenceSchema.partial().extend({
    id: z.uuid(),
    seen: z.record(z.string(), z.unknown()).optional(),
  }),
  async (tx, { id, seen, ...wanted }) => {
    const { evidence: before, statement } = await getLocked(tx, id);
    const change = changeOf(wanted);
    refuseLostUpdate(change, before, seen);
    const fixed = Object.keys(change).find((field) => field !== 'stance' && field !== 'expiresOn');
    if (before.responseId && fixed) {
      refuseField(fixed, 'This is an answer of a customer: it is shown as it was given.');
    }
    if (change.gatheredOn) await refuseFuture(tx, change.gatheredOn);
    if (Object.keys(change).length > 0) await updateEvidence(tx, id, change);
    return {
      id,
      journeyId: statement.journeyId,
      told: { ...toldOf(statement), change },
      previous: previousOf(change, before),
    };
  },
);

/** Removes a piece of evidence; an answer it points at stays. `previous` is what it was. @throws AppError `not_found` */
export const removeEvidence = command(
  'evidence.remove',
  z.strictObject({ id: z.uuid() }),
  async (tx, { id }) => {
    const { evidence, statement } = await getLocked(tx, id);
    await deleteEvidence(tx, id);
    return {
      id,
      journeyId: statement.journeyId,
      told: { ...toldOf(statement), kind: evidence.kind },
      previous: evidence,
    };
  },
);

async function getLockedStatement(tx: TxScope, id: string): Promise<StatementRow> {
  const before = await findStatement(tx, id);
  if (!before) throw notFound();
  await beginEdit(tx, before.journeyId);
  return before;
}

async function getLocked(
  tx: TxScope,
  id: string,
): Promise<{ evidence: EvidenceRow; statement: StatementRow }> {
  const before = await findEvidence(tx, id);
  if (!before) throw notFound();
  const statement = await getLockedStatement(tx, before.statementId);
  const evidence = await findEvidence(tx, id);
  if (!evidence) throw notFound();
  return { evidence, statement };
}

async function insert(tx: TxScope, evidence: EvidenceRow): Promise<void> {
  const createdBy = tx.actor.kind === 'member' ? tx.actor.userId : null;
  if (!(await insertEvidence(tx, { ...evidence, createdBy }))) throw taken();
}

/** What the log of the map says of evidence: its statement, and the touchpoint that this is about. */
const toldOf = ({ text, touchpointId }: Pick<StatementRow, 'text' | 'touchpointId'>) => ({
  text,
  ...(touchpointId === null ? {} : { touchpointId }),
});

const taken = () => new AppError('conflict', 'This evidence is already there.');

async function refuseFuture(tx: TxScope, gatheredOn: string): Promise<void> {
  const today = dayOf(new Date(), (await getWorkspace(tx)).timeZone);
  if (gatheredOn > today) refuseField('gatheredOn', 'Give a day that is not in the future.');
}

function refuseField(path: string, message: string): never {
  throw new AppError('invalid', 'Some fields need correcting.', { errors: [{ path, message }] });
}
