import { z } from 'zod';
import {
  insertCaseRule,
  listCaseRules,
  listLineagesOfJourney,
  retireCaseRule as retire,
  updateBusinessHours,
  updateCaseRule,
} from '@/db/queries/case-rules';
import { hasUnfinishedJob, insertJobs } from '@/db/queries/jobs';
import { findRole } from '@/db/queries/members';
import type { TxScope } from '@/db/scope';
import { command } from '../../command';
import { AppError, notFound } from '../../errors';
import { newId } from '../../id';
import { CASE_LOOK, caseRuleSchema } from '../model';
import { businessHoursSchema } from '../model/hours';
import { changeRule } from './change-rule';

const MOST_RULES = 50;

/**
 * Adds a rule. It looks at answers from now on: those of before open nothing.
 * @throws AppError `not_found` for a foreign journey, subject or person; `conflict` where there are too many rules
 */
export const addCaseRule = command('caseRule.add', caseRuleSchema, async (tx, rule) => {
  await mustExist(tx, rule);
  if ((await listCaseRules(tx)).length >= MOST_RULES) {
    throw new AppError('conflict', 'There are 50 rules already. Remove one first.');
  }
  const id = newId();
  await insertCaseRule(tx, { id, ...rule, createdAt: new Date() });
  await beginLooking(tx);
  return { id };
});

/**
 * Changes a rule. It looks at answers from now on by what it is then; the cases that it opened stay as they are.
 * @throws AppError `not_found` for a foreign rule, journey, subject or person
 */
export const editCaseRule = command(
  'caseRule.edit',
  caseRuleSchema.extend({ id: z.uuid() }),
  async (tx, { id, ...rule }) => {
    const before = (await listCaseRules(tx)).find((one) => one.id === id);
    if (!before) throw notFound();
    await mustExist(tx, rule);
    return {
      id,
      changed: await changeRule(tx, id, before, rule, (fields) => updateCaseRule(tx, id, fields)),
    };
  },
);

/** Ends a rule; the cases that it opened stay. @throws AppError `not_found` */
export const retireCaseRule = command(
  'caseRule.retire',
  z.strictObject({ id: z.uuid() }),
  async (tx, { id }) => {
    if (!(await retire(tx, id, new Date()))) throw notFound();
    return { id };
  },
);

/** Says when people work. Cases that are open keep their due time. */
export const settleBusinessHours = command('workspace.settle', businessHoursSchema, async (tx, hours) => {
  await updateBusinessHours(tx, { ...hours, holidays: [...new Set(hours.holidays)].sort() });
  return { id: tx.workspaceId };
});

/** Lets a round look at the answers, where none does yet. */
export async function beginLooking(tx: TxScope): Promise<void> {
  if (await hasUnfinishedJob(tx, CASE_LOOK)) return;
  await insertJobs(tx, [{ kind: CASE_LOOK, dedupeKey: newId(), payload: {} }]);
}

async function mustExist(
  tx: TxScope,
  about: { journeyId: string | null; lineageId: string | null; assigneeUserId: string | null },
): Promise<void> {
  if (about.journeyId !== null) {
    const lineages = await listLineagesOfJourney(tx, about.journeyId);
    if (lineages.length === 0) throw notFound();
    if (about.lineageId !== null && !lineages.includes(about.lineageId)) throw notFound();
  } else if (about.lineageId !== null) throw notFound();
  if (about.assigneeUserId !== null && !(await findRole(tx, about.assigneeUserId))) throw notFound();
}
