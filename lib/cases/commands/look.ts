import { z } from 'zod';
import { insertCaseNotes } from '@/db/queries/case-notes';
import {
  findBusinessHours,
  findLookedUntil,
  findOwnersOf,
  listCaseRules,
  listLineagesOfJourney,
  moveLookedUntil,
  type NamedCaseRule,
} from '@/db/queries/case-rules';
import {
  findLookedAt,
  insertCases,
  type LookedAtRow,
  listCasesByIds,
  listChanged,
  type NewCase,
} from '@/db/queries/cases';
import { hastenJobs, insertJobs } from '@/db/queries/jobs';
import { getWorkspace } from '@/db/queries/workspaces';
import type { TxScope } from '@/db/scope';
import { command } from '../../command';
import { newId } from '../../id';
import { CASE_LETTER, CASE_LOOK } from '../model';
import { dueAfter } from '../rules/business-hours';
import { opens } from '../rules/opening';
import { caseMessage } from './case-message';
import { tellHooks } from './tell-hooks';

/**
 * An answer carries the instant at which it came in and is seen once its commit is through: so much is looked over again
 * each time. What opened a case already opens no second one.
 */
const OVERLAP_MS = 120_000;
const ANSWERS_A_PAGE = 500;
const PAGES_A_LOOK = 8;

/**
 * Looks at the answers that were written since the last look, and opens the cases that the rules ask for.
 * `more`: there are answers left, so look again at once. `idle`: there is no rule, so nobody needs to look.
 */
export const lookAtAnswers = command(
  'case.look',
  z.strictObject({}),
  async (tx) => {
    const rules = await listCaseRules(tx);
    if (rules.length === 0) return { opened: 0, more: false, idle: true };
    const now = new Date();
    const known = await findLookedUntil(tx);
    const first = Math.min(...rules.map((rule) => rule.since.getTime()));
    const since = new Date(Math.max(first, known?.getTime() ?? first) - OVERLAP_MS);
    const about = await subjectsOf(tx, rules);
    let opened = 0;
    let last: LookedAtRow | null = null;
    for (let page = 0; page < PAGES_A_LOOK; page += 1) {
      const answers = await listChanged(tx, since, last, ANSWERS_A_PAGE);
      opened += await openFor(tx, answers, rules, about, now);
      if (answers.length < ANSWERS_A_PAGE) {
        await moveLookedUntil(tx, now);
        return { opened, more: false, idle: false };
      }
      last = answers.at(-1) ?? null;
    }
    // Whoever was this far behind goes on from here; the overlap is looked over again, which opens nothing twice.
    if (last) await moveLookedUntil(tx, new Date(last.changedAt.getTime() + OVERLAP_MS));
    return { opened, more: true, idle: false };
  },
  'none',
);

/** Looks at one answer that a member let count after it was held back. Nothing happens where it is gone meanwhile. */
export const lookAtReleased = command(
  'case.look',
  z.strictObject({ placementId: z.uuid(), responseId: z.uuid() }),
  async (tx, { placementId, responseId }) => {
    const answer = await findLookedAt(tx, placementId, responseId);
    const rules = answer ? await listCaseRules(tx) : [];
    const opened = await openFor(tx, answer ? [answer] : [], rules, await subjectsOf(tx, rules), new Date());
    return { opened };
  },
  'none',
);

/** Lets the next look begin now. busy: one is under way, and may have begun before the answer that is meant. */
export const hastenLook = command(
  'case.look',
  z.strictObject({}),
  async (tx) => ({ state: await hastenJobs(tx, CASE_LOOK) }),
  'none',
);

/** What each rule is about; null: everything. */
async function subjectsOf(
  tx: TxScope,
  rules: readonly NamedCaseRule[],
): Promise<Map<string, ReadonlySet<string> | null>> {
  const found = new Map<string, ReadonlySet<string> | null>();
  for (const { id, journeyId, lineageId } of rules) {
    if (lineageId !== null) found.set(id, new Set([lineageId]));
    else if (journeyId === null) found.set(id, null);
    else found.set(id, new Set(await listLineagesOfJourney(tx, journeyId)));
  }
  return found;
}

async function openFor(
  tx: TxScope,
  answers: readonly LookedAtRow[],
  rules: readonly NamedCaseRule[],
  about: ReadonlyMap<string, ReadonlySet<string> | null>,
  now: Date,
): Promise<number> {
  const wanted = answers.flatMap((answer) =>
    rules
      .filter((rule) => rule.since <= answer.changedAt && opens(rule, answer, about.get(rule.id) ?? null))
      .map((rule) => ({ rule, answer })),
  );
  if (wanted.length === 0) return 0;
  const { timeZone } = await getWorkspace(tx);
  const hours = await findBusinessHours(tx);
  const owners = await findOwnersOf(
    tx,
    wanted.map(({ answer }) => answer.lineageId),
  );
  const asked = wanted.map(
    ({ rule, answer }): NewCase => ({
      id: newId(),
      ruleId: rule.id,
      lineageId: answer.lineageId,
      placementId: answer.placementId,
      responseId: answer.id,
      assigneeUserId: rule.assigneeUserId ?? owners.get(answer.lineageId) ?? null,
      openedAt: now,
      dueAt: dueAfter(now, rule.dueHours, hours, timeZone),
    }),
  );
  const made = await insertCases(tx, asked);
  const opened = asked.filter(({ id }) => made.has(id));
  await insertCaseNotes(
    tx,
    opened.map(({ id, assigneeUserId }) => ({
      id: newId(),
      caseId: id,
      kind: 'opened' as const,
      createdBy: null,
      createdAt: now,
      aboutUserId: assigneeUserId,
    })),
  );
  await tellAssignees(tx, opened);
  await tellHooks(tx, await messagesOf(tx, opened));
  return opened.length;
}

/** One letter to each person, however many cases came at once. */
async function tellAssignees(tx: TxScope, opened: readonly NewCase[]): Promise<void> {
  const byPerson = new Map<string, string[]>();
  for (const { id, assigneeUserId } of opened) {
    if (assigneeUserId !== null) byPerson.set(assigneeUserId, [...(byPerson.get(assigneeUserId) ?? []), id]);
  }
  if (byPerson.size === 0) return;
  await insertJobs(
    tx,
    [...byPerson].map(([userId, caseIds]) => ({
      kind: CASE_LETTER,
      dedupeKey: caseIds[0] as string,
      payload: { userId, caseIds: caseIds.slice(0, 50) },
    })),
  );
}

async function messagesOf(tx: TxScope, opened: readonly NewCase[]) {
  const lines = await listCasesByIds(
    tx,
    opened.map(({ id }) => id),
  );
  return Promise.all(lines.map((line) => caseMessage(tx, 'case.opened', line)));
}
