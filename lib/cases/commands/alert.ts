import { z } from 'zod';
import {
  acknowledge,
  countMailEnds,
  endAlerts,
  insertAlertRule,
  insertAlerts,
  listAlertRules,
  listAlerts,
  listLastDays,
  listStanding,
  listWatchAlarms,
  listWatched,
  type NamedAlertRule,
  retireAlertRule as retire,
  updateAlertRule,
} from '@/db/queries/alerts';
import { findOwnersOf } from '@/db/queries/case-rules';
import { hasUnfinishedJob, insertJobs } from '@/db/queries/jobs';
import { listMembers } from '@/db/queries/members';
import { listTallySlices } from '@/db/queries/tallies';
import { getWorkspace } from '@/db/queries/workspaces';
import type { Scope, TxScope } from '@/db/scope';
import { addDays, dayOf } from '../../clock';
import { command } from '../../command';
import { env } from '../../env';
import { AppError, notFound } from '../../errors';
import { newId } from '../../id';
import { type Counted, countedBySubject } from '../../insights/rules/counted';
import { EVERYTHING } from '../../insights/rules/filter';
import { WATCHED_WEEKS, watchSignals } from '../../insights/rules/watch';
import { watchedWeeks } from '../../insights/rules/watched';
import { sayIn } from '../../messages/say-in';
import { METRICS } from '../../scoring/metrics';
import { addTallies, emptyTally } from '../../scoring/tally';
import {
  ALERT_LETTER,
  ALERT_ROUND,
  type AlertFinding,
  alertRuleSchema,
  BOUNCE_DAYS,
  type Found,
  SCORE_DAYS,
} from '../model/alert';
import { findBounces, findDrop, findLow, findSilence, USUAL_DAYS } from '../rules/alerting';
import { findingText } from '../rules/words';
import { changeRule } from './change-rule';
import { tellHooks } from './tell-hooks';

const MOST_RULES = 50;

/** Adds an alert rule. @throws AppError `not_found` for a foreign journey; `conflict` where there are too many */
export const addAlertRule = command('alertRule.add', alertRuleSchema, async (tx, rule) => {
  await mustExist(tx, rule);
  if ((await listAlertRules(tx)).length >= MOST_RULES) {
    throw new AppError('conflict', 'There are 50 rules already. Remove one first.');
  }
  const id = newId();
  await insertAlertRule(tx, { id, ...rule, createdAt: new Date() });
  if (!(await hasUnfinishedJob(tx, ALERT_ROUND))) {
    await insertJobs(tx, [{ kind: ALERT_ROUND, dedupeKey: newId(), payload: {} }]);
  }
  return { id };
});

/**
 * Changes a rule. What stands by it ends; what holds by the rule as it is then is raised anew at the next look.
 * @throws AppError `not_found` for a foreign rule or journey
 */
export const editAlertRule = command(
  'alertRule.edit',
  alertRuleSchema.extend({ id: z.uuid() }),
  async (tx, { id, ...rule }) => {
    const before = (await listAlertRules(tx)).find((one) => one.id === id);
    if (!before) throw notFound();
    await mustExist(tx, rule);
    const write = (fields: typeof rule) => updateAlertRule(tx, id, fields, new Date());
    return { id, changed: await changeRule(tx, id, before, rule, write) };
  },
);

/** Ends a rule; what it found ends with it. @throws AppError `not_found` */
export const retireAlertRule = command(
  'alertRule.retire',
  z.strictObject({ id: z.uuid() }),
  async (tx, { id }) => {
    if (!(await retire(tx, id, new Date()))) throw notFound();
    return { id };
  },
);

/** Says that somebody has seen an alert; a second time changes nothing. @throws AppError `not_found` */
export const acknowledgeAlert = command(
  'alert.acknowledge',
  z.strictObject({ id: z.uuid() }),
  async (tx, { id }) => {
    const [found] = await listAlerts(tx, { ids: [id], limit: 1 });
    if (!found) throw notFound();
    const by = tx.actor.kind === 'member' ? tx.actor.userId : null;
    const changed = by !== null && (await acknowledge(tx, id, by, new Date()));
    return { id, changed };
  },
);

/**
 * Looks over scores, series and mail as they are now: raises what is found and did not stand, ends what is found no
 * longer, and tells the owners and the hooks. `idle`: there is no rule.
 */
export const raiseAlerts = command(
  'alert.raise',
  z.strictObject({}),
  async (tx) => {
    const rules = await listAlertRules(tx);
    const now = new Date();
    const found: Found[] = [];
    for (const rule of rules) found.push(...(await findBy(tx, rule, now)));
    const keyOf = ({ ruleId, subjectKey }: Pick<Found, 'ruleId' | 'subjectKey'>) => `${ruleId} ${subjectKey}`;
    const still = new Set(found.map(keyOf));
    const gone = (await listStanding(tx)).filter((one) => !still.has(keyOf(one)));
    await endAlerts(
      tx,
      gone.map(({ id }) => id),
      now,
    );
    const asked = found.map((one) => ({ ...one, id: newId(), raisedAt: now }));
    const raised = await insertAlerts(tx, asked);
    await tell(tx, [...raised]);
    return { raised: raised.size, ended: gone.length, idle: rules.length === 0 };
  },
  'none',
);

async function mustExist(tx: TxScope, { journeyId }: { journeyId: string | null }): Promise<void> {
  if (journeyId !== null && (await listWatchAlarms(tx, journeyId)).length === 0) throw notFound();
}

async function findBy(tx: TxScope, rule: NamedAlertRule, now: Date): Promise<Found[]> {
  const { condition, journeyId, id: ruleId } = rule;
  const { timeZone, minimumN } = await getWorkspace(tx);
  const today = dayOf(now, timeZone);
  const found = (lineageId: string | null, subject: string, finding: AlertFinding | null): Found[] =>
    finding ? [{ ruleId, subjectKey: `${lineageId ?? 'workspace'} ${subject}`, lineageId, finding }] : [];
  if (condition.kind === 'bounce') {
    const ends = await countMailEnds(tx, new Date(now.getTime() - BOUNCE_DAYS * 86_400_000));
    return found(null, 'mail', findBounces(ends, condition.shareRatio));
  }
  const watched = await listWatched(tx, journeyId);
  const lineageIds = [...new Set(watched.map(({ lineageId }) => lineageId))];
  if (condition.kind === 'silence') {
    const heard = await listLastDays(tx, lineageIds, USUAL_DAYS);
    return heard.flatMap((one) => found(one.lineageId, 'silence', findSilence(one, condition.days, today)));
  }
  if (condition.kind === 'score') {
    const from = addDays(today, 1 - SCORE_DAYS);
    const counted = await countedWithin(tx, lineageIds, { from, to: today, slices: 1 });
    return [...counted].flatMap(([lineageId, measures]) =>
      measures.flatMap((one) => {
        const tally = addTallies(emptyTally(METRICS[one.metric].scale), ...one.slices);
        const finding = findLow({ ...one, tally }, condition, { minimumN, from, to: today });
        return found(lineageId, `${one.metric} ${one.wording}`, finding);
      }),
    );
  }
  return findDrops(tx, watched, today, found);
}

/** The watch of each journey by itself, as its page shows it: with the false alarms that were chosen for it. */
async function findDrops(
  tx: TxScope,
  watched: readonly { lineageId: string; journeyId: string }[],
  today: string,
  found: (lineageId: string, subject: string, finding: AlertFinding | null) => Found[],
): Promise<Found[]> {
  const weeks = watchedWeeks(today);
  const from = weeks[0]?.from ?? today;
  const to = weeks.at(-1)?.to ?? today;
  const ids = [...new Set(watched.map(({ lineageId }) => lineageId))];
  const counted = await countedWithin(tx, ids, { from, to, slices: WATCHED_WEEKS });
  const drops = new Map<string, Found>();
  for (const { id, alarmsPerYear } of await listWatchAlarms(tx, null)) {
    const subjects = watched
      .filter(({ journeyId }) => journeyId === id)
      .map(({ lineageId }) => ({ lineageId, counted: counted.get(lineageId) ?? [] }));
    if (subjects.length === 0) continue;
    for (const signal of watchSignals(subjects, weeks, alarmsPerYear)) {
      const { lineageId, metric, wording, since } = signal;
      for (const one of found(lineageId, `${metric} ${wording} ${since}`, findDrop(signal, today))) {
        drops.set(one.subjectKey, one);
      }
    }
  }
  return [...drops.values()];
}

async function countedWithin(
  scope: Scope,
  lineageIds: readonly string[],
  { from, to, slices }: { from: string; to: string; slices: number },
): Promise<Map<string, Counted[]>> {
  const rows = await listTallySlices(scope, lineageIds, {
    ...EVERYTHING,
    ...{ from, to, previousFrom: from, previousTo: addDays(from, -1), slices },
  });
  return countedBySubject(rows, [], slices);
}

async function tell(tx: TxScope, ids: readonly string[]): Promise<void> {
  const lines = await listAlerts(tx, { ids, limit: 500 });
  if (lines.length === 0) return;
  const { language } = await getWorkspace(tx);
  const t = sayIn(language);
  await tellHooks(
    tx,
    lines.map(({ id, lineageId, finding, raisedAt, subjectTitle }) => {
      const text = findingText(finding, t);
      const url = new URL('/cases/alerts', env().APP_URL).href;
      const alert = { id, kind: finding.kind, text, raisedAt: raisedAt.toISOString(), url };
      const subject = lineageId === null ? null : { lineageId, title: subjectTitle ?? '' };
      return {
        message: { event: 'alert.raised' as const, alert, subject },
        text: subjectTitle === null ? text : t('{title}: {text}', { title: subjectTitle, text }),
      };
    }),
  );
  const owners = await findOwnersOf(
    tx,
    lines.flatMap(({ lineageId }) => lineageId ?? []),
  );
  const members = await listMembers(tx);
  const byPerson = new Map<string, string[]>();
  for (const { id, lineageId } of lines) {
    const owner = lineageId === null ? undefined : owners.get(lineageId);
    const readers = owner
      ? [owner]
      : members.filter(({ role }) => role === 'owner').map(({ userId }) => userId);
    for (const reader of readers) byPerson.set(reader, [...(byPerson.get(reader) ?? []), id]);
  }
  if (byPerson.size === 0) return;
  await insertJobs(
    tx,
    [...byPerson].map(([userId, alertIds]) => ({
      kind: ALERT_LETTER,
      dedupeKey: `${userId} ${alertIds[0]}`,
      payload: { userId, alertIds },
    })),
  );
}
