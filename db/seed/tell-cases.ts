import { sql } from 'drizzle-orm';
import { insertAlertRule } from '@/db/queries/alerts';
import { insertCaseNotes, type NewNote } from '@/db/queries/case-notes';
import { findBusinessHours, findOwnersOf, insertCaseRule, moveLookedUntil } from '@/db/queries/case-rules';
import { insertCases, updateCase } from '@/db/queries/cases';
import { insertJobs } from '@/db/queries/jobs';
import { getWorkspace } from '@/db/queries/workspaces';
import { rows, type Scope, type TxScope, transact } from '@/db/scope';
import { CASE_LOOK, type CaseOutcome, type CaseState } from '@/lib/cases/model';
import { ALERT_ROUND, type AlertCondition } from '@/lib/cases/model/alert';
import { dueAfter } from '@/lib/cases/rules/business-hours';
import { newId } from '@/lib/id';
import { randomOf } from './random';

/** Days back from now within which the story's low answers have opened cases. */
const CASE_DAYS = 45;
const MOST_CASES = 36;
const DUE_HOURS = 16;

/**
 * Tells the cases that the story's rules would have opened: the older ones closed, most of them in time, the newest in
 * every state. The same story gives the same cases.
 */
export async function tellCases(scope: Scope, now: Date): Promise<void> {
  const userId = scope.actor.kind === 'member' ? scope.actor.userId : null;
  await transact(scope, async (tx) => {
    const began = new Date(now.getTime() - CASE_DAYS * 86_400_000);
    const everywhere = { journeyId: null, lineageId: null, assigneeUserId: null };
    const ruleId = newId();
    await insertCaseRule(tx, {
      ...{ id: ruleId, condition: { kind: 'score', metric: 'nps', most: 4 }, ...everywhere },
      ...{ dueHours: DUE_HOURS, createdAt: began },
    });
    await insertCaseRule(tx, {
      ...{ id: newId(), condition: { kind: 'words', words: ['cancel*', 'refund'] }, ...everywhere },
      ...{ dueHours: 8, createdAt: now },
    });
    const answers = await tx.run((t) =>
      rows<{ placementId: string; id: string; lineageId: string; ms: number; comment: string | null }>(
        t,
        sql`SELECT placement_id AS "placementId", id, lineage_id AS "lineageId", comment,
              (extract(epoch FROM received_at) * 1000)::float8 AS ms
            FROM responses
            WHERE workspace_id = ${tx.workspaceId} AND metric = 'nps' AND score <= 4 AND comment IS NOT NULL
              AND source <> 'import' AND suspect IS NULL AND received_at >= ${began.toISOString()}::timestamptz
            ORDER BY received_at DESC, id LIMIT ${MOST_CASES}`,
      ),
    );
    const { timeZone } = await getWorkspace(tx);
    const hours = await findBusinessHours(tx);
    const owners = await findOwnersOf(
      tx,
      answers.map(({ lineageId }) => lineageId),
    );
    for (const [place, answer] of answers.entries()) {
      const openedAt = new Date(Math.min(answer.ms + 60_000, now.getTime()));
      const dueAt = dueAfter(openedAt, DUE_HOURS, hours, timeZone);
      const id = newId(openedAt.getTime());
      const assigneeUserId = owners.get(answer.lineageId) ?? (place % 4 === 3 ? null : userId);
      await insertCases(tx, [
        {
          ...{ id, ruleId, lineageId: answer.lineageId, placementId: answer.placementId },
          ...{ responseId: answer.id, assigneeUserId, openedAt, dueAt },
        },
      ]);
      const told = lifeOf(place, { openedAt, dueAt, now });
      const { notes, ...change } = told;
      await updateCase(tx, id, change);
      const opened = { kind: 'opened' as const, at: openedAt };
      await insertCaseNotes(
        tx,
        [opened, ...notes].map(
          ({ kind, at, ...rest }): NewNote => ({
            id: newId(at.getTime()),
            caseId: id,
            kind,
            createdBy: kind === 'opened' ? null : userId,
            createdAt: at,
            aboutUserId: kind === 'opened' ? assigneeUserId : null,
            ...('text' in rest && rest.text
              ? { words: { text: rest.text, placementId: answer.placementId, responseId: answer.id } }
              : {}),
          }),
        ),
      );
    }
    // What came before opened these cases and no others.
    await moveLookedUntil(tx, now);
    await tellAlerts(tx, began);
    await insertJobs(tx, [
      { kind: CASE_LOOK, dedupeKey: 'story', payload: {} },
      { kind: ALERT_ROUND, dedupeKey: 'story', payload: {} },
    ]);
  });
}

type Told = { kind: NewNote['kind']; at: Date; text?: string };

/** What became of a case, by its place in the story: 0 is the newest. */
function lifeOf(
  place: number,
  { openedAt, dueAt, now }: { openedAt: Date; dueAt: Date; now: Date },
): {
  state: CaseState;
  firstResponseAt: Date | null;
  closedAt: Date | null;
  outcome: CaseOutcome | null;
  notes: Told[];
} {
  const random = randomOf(`case ${place}`);
  const began = new Date(openedAt.getTime() + (0.5 + 6 * random.unit()) * 3_600_000);
  const open = { firstResponseAt: null, closedAt: null, outcome: null, notes: [] };
  if (place < 2 || began >= now) return { state: 'open', ...open };
  if (place < 7) {
    const state = place % 2 === 0 ? 'in_progress' : 'waiting';
    const text = NOTES[place % NOTES.length] ?? '';
    return {
      ...{ state, firstResponseAt: began, closedAt: null, outcome: null },
      notes: [
        { kind: state, at: began },
        { kind: 'note', at: new Date(began.getTime() + 60_000), text },
      ],
    };
  }
  // Three of four are closed in time.
  const inTime = random.unit() < 0.75;
  const latest = dueAt.getTime() + (inTime ? -1 : 30) * 3_600_000;
  const closedAt = new Date(Math.max(began.getTime() + 1_800_000, latest - 4 * 3_600_000 * random.unit()));
  if (closedAt >= now) return { state: 'open', ...open };
  const outcome = OUTCOMES[place % OUTCOMES.length] ?? 'solved';
  return {
    ...{ state: 'closed', firstResponseAt: began, closedAt, outcome },
    notes: [
      { kind: 'in_progress', at: began },
      { kind: 'closed', at: closedAt },
      ...(outcome === 'understood'
        ? [
            {
              kind: 'note' as const,
              at: new Date(closedAt.getTime() + 1),
              text: 'Known since the last release; the fix is out.',
            },
          ]
        : []),
    ],
  };
}

const OUTCOMES: CaseOutcome[] = ['solved', 'explained', 'solved', 'understood', 'not_reached', 'solved'];
const NOTES = [
  'Called, no answer. Trying again in the afternoon.',
  'Asked field operations for the visit’s log.',
  'Offered a new date; waiting for a yes.',
];

async function tellAlerts(tx: TxScope, createdAt: Date): Promise<void> {
  const conditions: AlertCondition[] = [
    { kind: 'score', metric: 'nps', below: 0.1, probability: 0.95 },
    { kind: 'drop' },
    { kind: 'silence', days: 7 },
  ];
  for (const condition of conditions) {
    await insertAlertRule(tx, { id: newId(), condition, journeyId: null, createdAt });
  }
}
