import { z } from 'zod';
import { findAnswerDay, insertEvidence, listWeighed } from '@/db/queries/evidence';
import { findPersona } from '@/db/queries/personas';
import { findStage } from '@/db/queries/stages';
import {
  findStatement,
  insertStatement,
  listStatementIds,
  placeStatements,
  type StatementRow,
  updateStatement,
} from '@/db/queries/statements';
import { findTouchpoint } from '@/db/queries/touchpoints';
import { getWorkspace } from '@/db/queries/workspaces';
import type { TxScope } from '@/db/scope';
import { dayOf } from '../../clock';
import { command } from '../../command';
import { AppError, notFound } from '../../errors';
import { newId } from '../../id';
import { indexSchema } from '../model';
import {
  EMPTY_EVIDENCE,
  EMPTY_STATEMENT,
  evidenceSchema,
  isBackstage,
  STATEMENT_KINDS,
  type StatementFields,
  statementSchema,
  UNWORDED,
} from '../model/statement';
import { changeOf, placedAt, previousOf } from '../rules';
import { refuseLostUpdate } from '../rules/lost-update';
import { effectFor, missingFor, type Weighed } from '../rules/statement';
import { beginEdit } from './begin-edit';

const givenEvidenceSchema = evidenceSchema
  .partial()
  .required({ kind: true, gatheredOn: true })
  .transform((given) => ({ ...EMPTY_EVIDENCE, ...withoutHoles(given) }));

/**
 * Adds a statement about a touchpoint, a stage or the whole journey, as the last of its kind there. It may come with its
 * evidence, and may then claim what that carries.
 *
 * @throws AppError `not_found`; `invalid`; `conflict` where it claims more than its evidence carries
 */
export const addStatement = command(
  'statement.add',
  statementSchema.partial().extend({
    journeyId: z.uuid(),
    stageId: z.uuid().nullish(),
    touchpointId: z.uuid().nullish(),
    kind: statementSchema.shape.kind,
    text: statementSchema.shape.text,
    evidence: z.array(givenEvidenceSchema).max(50, 'Give at most 50 pieces of evidence.').optional(),
  }),
  async (tx, { journeyId, stageId = null, touchpointId = null, evidence = [], ...wanted }) => {
    await beginEdit(tx, journeyId);
    await requirePersona(tx, wanted.personaId);
    await requireSubject(tx, journeyId, stageId, touchpointId);
    const fields: StatementFields = { ...EMPTY_STATEMENT, ...withoutHoles(wanted) };
    refuseEffect(fields.kind, fields.effect);
    const today = await todayIn(tx);
    for (const one of evidence) refuseFuture(one.gatheredOn, today);
    refuseClaim(fields, evidence, today);
    const id = await insert(tx, { journeyId, stageId, touchpointId, ...fields });
    for (const one of evidence) {
      const row = { ...one, id: newId(), statementId: id, placementId: null, responseId: null };
      await insertEvidence(tx, { ...row, createdBy: authorOf(tx) });
    }
    return { id, journeyId, told: toldOf({ text: fields.text, touchpointId }) };
  },
);

/**
 * Makes one of our own answers a statement about a touchpoint, with the answer as its evidence. Until the team finds
 * words of its own, the answer's are shown: they are read from where they are kept, and end with it.
 *
 * @throws AppError `not_found`
 */
export const promoteAnswer = command(
  'statement.promote',
  z.strictObject({
    touchpointId: z.uuid(),
    placementId: z.uuid(),
    responseId: z.uuid(),
    kind: z.enum(STATEMENT_KINDS, 'Choose what the statement is.'),
  }),
  async (tx, { touchpointId, placementId, responseId, kind }) => {
    const touchpoint = await findTouchpoint(tx, touchpointId);
    if (!touchpoint) throw notFound();
    const { journeyId } = touchpoint;
    await beginEdit(tx, journeyId);
    const gatheredOn = await findAnswerDay(tx, { placementId, responseId });
    if (!gatheredOn) throw notFound();
    const weighed = { kind: 'survey', stance: 'supports', gatheredOn, expiresOn: null } as const;
    // One customer is a beginning: that it holds for customers is for the team to claim.
    const state = missingFor(kind, 'partly', [weighed], await todayIn(tx)) ? 'assumption' : 'partly';
    const about = { journeyId, stageId: null, touchpointId };
    const id = await insert(tx, { ...about, ...EMPTY_STATEMENT, kind, text: UNWORDED, state });
    await insertEvidence(tx, {
      ...EMPTY_EVIDENCE,
      ...weighed,
      ...{ id: newId(), statementId: id, placementId, responseId, n: 1, createdBy: authorOf(tx) },
    });
    return { id, journeyId, told: { text: UNWORDED, title: touchpoint.title, touchpointId } };
  },
);

/**
 * Changes a statement; `previous` undoes it.
 *
 * @throws AppError `not_found`; `conflict` where it claims more than its evidence carries, or where a field is no longer
 *   as `seen`
 */
export const editStatement = command(
  'statement.edit',
  statementSchema.partial().extend({
    id: z.uuid(),
    seen: z.record(z.string(), z.unknown()).optional(),
  }),
  async (tx, { id, seen, ...wanted }) => {
    const before = await getLockedStatement(tx, id);
    const change = changeOf(wanted);
    refuseLostUpdate(change, before, seen);
    await requirePersona(tx, change.personaId);
    const after: StatementFields = { ...before, ...change };
    if (change.effect) refuseEffect(after.kind, change.effect);
    const effect = effectFor(after.kind, after.effect);
    if (effect !== before.effect) change.effect = effect;
    if (change.state !== undefined && change.state !== before.state) {
      refuseClaim(after, await listWeighed(tx, id), await todayIn(tx));
    }
    const moved = change.kind !== undefined && change.kind !== before.kind;
    const position = moved ? (await listStatementIds(tx, { ...before, kind: after.kind })).length : null;
    if (Object.keys(change).length > 0) {
      await updateStatement(tx, id, {
        ...change,
        ...(position === null ? {} : { position }),
        ...(after.state === before.state ? {} : { stateChangedAt: new Date() }),
      });
    }
    return {
      id,
      journeyId: before.journeyId,
      told: { ...toldOf(before), change },
      previous: previousOf(change, before),
    };
  },
);

/** Puts a statement at a place among those of its kind about the same; `previous` undoes it. @throws AppError `not_found` */
export const moveStatement = command(
  'statement.move',
  z.strictObject({ id: z.uuid(), index: indexSchema }),
  async (tx, { id, index }) => {
    const statement = await getLockedStatement(tx, id);
    if (statement.retiredAt) {
      throw new AppError('conflict', 'This statement was deleted. Restore it first.');
    }
    const shown = await listStatementIds(tx, statement);
    await placeStatements(tx, placedAt(shown, id, index));
    return {
      id,
      journeyId: statement.journeyId,
      told: toldOf(statement),
      previous: { index: shown.indexOf(id) },
    };
  },
);

/** Takes a statement off the map; its evidence stays with it. @throws AppError `not_found` */
export const retireStatement = command(
  'statement.retire',
  z.strictObject({ id: z.uuid() }),
  async (tx, { id }) => {
    const statement = await getLockedStatement(tx, id);
    if (!statement.retiredAt) await updateStatement(tx, id, { retiredAt: new Date() });
    return { id, journeyId: statement.journeyId, told: toldOf(statement) };
  },
);

/** Puts a retired statement back. @throws AppError `not_found` */
export const restoreStatement = command(
  'statement.restore',
  z.strictObject({ id: z.uuid() }),
  async (tx, { id }) => {
    const statement = await getLockedStatement(tx, id);
    if (statement.retiredAt) await updateStatement(tx, id, { retiredAt: null });
    return { id, journeyId: statement.journeyId, told: toldOf(statement) };
  },
);

async function getLockedStatement(tx: TxScope, id: string): Promise<StatementRow> {
  const before = await findStatement(tx, id);
  if (!before) throw notFound();
  await beginEdit(tx, before.journeyId);
  const statement = await findStatement(tx, id);
  if (!statement) throw notFound();
  return statement;
}

async function insert(
  tx: TxScope,
  statement: StatementFields & Pick<StatementRow, 'journeyId' | 'stageId' | 'touchpointId'>,
): Promise<string> {
  const id = newId();
  const position = (await listStatementIds(tx, statement)).length;
  await insertStatement(tx, { ...statement, id, position, createdBy: authorOf(tx) });
  return id;
}

async function requireSubject(
  tx: TxScope,
  journeyId: string,
  stageId: string | null,
  touchpointId: string | null,
): Promise<void> {
  if (stageId && (await findStage(tx, stageId))?.journeyId !== journeyId) throw notFound();
  if (touchpointId && (await findTouchpoint(tx, touchpointId))?.journeyId !== journeyId) throw notFound();
  if (stageId && touchpointId) {
    refuseField('stageId', 'A statement is about a stage or about a touchpoint. Choose one.');
  }
}

async function requirePersona(tx: TxScope, personaId: string | null | undefined): Promise<void> {
  if (personaId && !(await findPersona(tx, personaId))) throw notFound();
}

function refuseEffect(kind: StatementFields['kind'], effect: StatementFields['effect']): void {
  if (effect && !isBackstage(kind)) {
    refuseField('effect', 'Only what happens backstage supports or hinders. Choose another kind first.');
  }
}

function refuseClaim(
  { kind, state }: Pick<StatementFields, 'kind' | 'state'>,
  evidence: readonly Weighed[],
  today: string,
): void {
  const missing = missingFor(kind, state, evidence, today);
  if (missing) {
    throw new AppError('conflict', missing, { errors: [{ path: 'state', message: missing }] });
  }
}

function refuseFuture(gatheredOn: string, today: string): void {
  if (gatheredOn > today) refuseField('gatheredOn', 'Give a day that is not in the future.');
}

function refuseField(path: string, message: string): never {
  throw new AppError('invalid', 'Some fields need correcting.', { errors: [{ path, message }] });
}

async function todayIn(tx: TxScope): Promise<string> {
  return dayOf(new Date(), (await getWorkspace(tx)).timeZone);
}

/** What the log of the map says of a statement; a touchpoint that it is about lists it too. */
const toldOf = ({ text, touchpointId }: Pick<StatementRow, 'text' | 'touchpointId'>) => ({
  text,
  ...(touchpointId === null ? {} : { touchpointId }),
});

const authorOf = (tx: TxScope) => (tx.actor.kind === 'member' ? tx.actor.userId : null);

function withoutHoles<T extends object>(given: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as never;
}
