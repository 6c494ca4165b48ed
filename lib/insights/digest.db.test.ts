import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { listReviews } from '@/db/queries/reviews';
import { updateUserLanguage } from '@/db/queries/users';
import { rows, type Scope } from '@/db/scope';
import { testDatabase, testWorkspace } from '@/db/testing/database';
import { smtpSink } from '@/db/testing/smtp-sink';
import { addCaseRule } from '../cases/commands/case-rule';
import { newId } from '../id';
import { proveClock } from '../identity/prove';
import { createJourney, editJourney } from '../journey/commands/journey';
import { signOff, withdrawReview } from '../journey/commands/review';
import { addStage } from '../journey/commands/stage';
import { addTouchpoint } from '../journey/commands/touchpoint';
import { putShared } from '../registry';
import { ENGLISH } from '../translate';
import { settleDigest } from './commands';
import { digestSender, runDigestRound } from './jobs';
import { loadJourneyMap, loadMine } from './views';
import { loadDigestMatter } from './views/digest';

testDatabase();

const jobsOf = (scope: Scope) =>
  scope.run((tx) =>
    rows<{ kind: string; key: string; payload: { on: string; userId?: string } }>(
      tx,
      sql`SELECT kind, dedupe_key AS key, payload FROM jobs WHERE workspace_id = ${scope.workspaceId} ORDER BY kind, key`,
    ),
  );

async function ownedJourney() {
  const workspace = await testWorkspace();
  const { scope, userId } = workspace;
  const journey = await createJourney(scope, { title: 'Owned' });
  const stage = await addStage(scope, { journeyId: journey.id, title: 'Stage' });
  const mine = await addTouchpoint(scope, { stageId: stage.id, title: 'Mine', ownerUserId: userId });
  const other = await addTouchpoint(scope, { stageId: stage.id, title: 'Not mine' });
  return { workspace, scope, userId, journey, mine, other };
}

describe('what a member answers for', () => {
  test('holds their own touchpoints with what is missing there, and nothing of others or of another workspace', async () => {
    const { scope, userId } = await ownedJourney();
    await ownedJourney();
    const mine = await loadMine(scope, userId, new Date(), ENGLISH);
    expect(mine.map(({ touchpoints }) => touchpoints.map(({ touchpoint }) => touchpoint.title))).toEqual([
      ['Mine'],
    ]);
    expect(mine[0]?.findings.map(({ subject }) => subject)).toEqual(expect.arrayContaining(['Mine']));
    expect(mine[0]?.findings.some(({ subject }) => subject === 'Not mine')).toBe(false);
  });

  test('who owns the journey sees everything that is missing on it', async () => {
    const { scope, userId, journey } = await ownedJourney();
    await editJourney(scope, { id: journey.id, ownerUserId: userId });
    const [one] = await loadMine(scope, userId, new Date(), ENGLISH);
    expect(one?.findings.some(({ subject }) => subject === 'Not mine')).toBe(true);
  });
});

describe('a sign-off', () => {
  test('stands on the map with its day until the person who gave it takes it back', async () => {
    const { workspace, scope, journey, mine } = await ownedJourney();
    const reviewed = async () => {
      const map = await loadJourneyMap(scope, journey.id, new URLSearchParams(), new Date());
      return map.stages[0]?.touchpoints.map(({ reviewedOn }) => reviewedOn !== null);
    };
    expect(await reviewed()).toEqual([false, false]);
    const { id } = await signOff(scope, {
      journeyId: journey.id,
      touchpointId: mine.id,
      note: 'Still true.',
    });
    expect(await reviewed()).toEqual([true, false]);
    await expect(withdrawReview(await workspace.as('editor'), { id })).rejects.toMatchObject({
      code: 'forbidden',
    });
    await expect(signOff(await workspace.as('viewer'), { journeyId: journey.id })).rejects.toMatchObject({
      code: 'forbidden',
    });
    expect(await listReviews(scope, journey.id, 10)).toMatchObject([{ id, note: 'Still true.' }]);
    expect(await listReviews((await testWorkspace()).scope, journey.id, 10)).toEqual([]);
    await withdrawReview(scope, { id });
    expect(await reviewed()).toEqual([false, false]);
  });
});

const sendDigest = digestSender(async () => []);

describe('the owners’ digest', () => {
  const told: string[] = [];
  beforeEach(() => {
    told.length = 0;
    vi.spyOn(console, 'log').mockImplementation((line: string) => void told.push(line));
  });
  afterEach(() => vi.restoreAllMocks());

  test('goes once to each owner on its day in their language, plans the next week, and ends when it is switched off', async () => {
    const { scope, userId, workspace } = await ownedJourney();
    await settleDigest(scope, { weekday: 3 });
    const [round] = await jobsOf(scope);
    expect(round).toMatchObject({ kind: 'digest_round' });
    const on = round?.payload.on as string;
    expect(new Date(`${on}T00:00:00Z`).getUTCDay()).toBe(3);

    const clock = proveClock(workspace.workspaceId);
    await runDigestRound.run(clock, { on });
    await runDigestRound.run(clock, { on });
    const letters = (await jobsOf(scope)).filter(({ kind }) => kind === 'digest_letter');
    expect(letters).toHaveLength(1);

    const letter = letters[0]?.payload as { userId: string; on: string };
    expect(await sendDigest.run(clock, letter)).toEqual({ next: 'done' });
    expect(told.join('\n')).toContain('Touchpoints without a survey: Mine');
    expect(told.join('\n')).not.toContain('Not mine');

    told.length = 0;
    await updateUserLanguage(userId, 'de');
    await sendDigest.run(clock, letter);
    expect(told.join('\n')).toContain('Touchpoints ohne Umfrage: Mine');

    told.length = 0;
    await settleDigest(scope, { weekday: null });
    await runDigestRound.run(clock, { on });
    expect(await sendDigest.run(clock, letter)).toEqual({ next: 'done' });
    expect(told).toEqual([]);
  });

  test('is one mail with a plain and a marked-up part that say the same', async () => {
    const { scope, userId, workspace } = await ownedJourney();
    await settleDigest(scope, { weekday: 3 });
    const smtp = await smtpSink();
    process.env.SMTP_URL = smtp.url;
    putShared('env', null);
    try {
      const clock = proveClock(workspace.workspaceId);
      expect(await sendDigest.run(clock, { userId, on: '2026-03-04' })).toEqual({ next: 'done' });
      expect(smtp.mails).toHaveLength(1);
      const { subject, text, html } = smtp.mails[0]?.mail ?? {};
      expect(subject).toMatch(/^Your touchpoints: \d things? to look at$/);
      for (const part of [text, html]) {
        expect(part).toContain('To look at:');
        expect(part).toContain('Touchpoints without a survey: Mine');
      }
      expect(html).toContain('<html lang="en">');
    } finally {
      delete process.env.SMTP_URL;
      putShared('env', null);
      await smtp.close();
    }
  });

  test('tells of cases at what one owns, and neither of others’ nor of another workspace’s', async () => {
    const { scope, userId, mine, other } = await ownedJourney();
    const elsewhere = await ownedJourney();
    const hour = 3_600_000;
    const rule = await addCaseRule(scope, {
      ...{
        condition: { kind: 'comment' },
        journeyId: null,
        lineageId: null,
        assigneeUserId: null,
        dueHours: 8,
      },
    });
    const open = (lineageId: string, dueInHours: number) =>
      scope.run((tx) =>
        rows(
          tx,
          sql`INSERT INTO cases (workspace_id, id, placement_id, response_id, lineage_id, rule_id, opened_at, due_at)
              VALUES (${scope.workspaceId}, ${newId()}, ${newId()}, ${newId()}, ${lineageId}, ${rule.id},
                ${new Date(Date.now() - 3 * hour).toISOString()}::timestamptz,
                ${new Date(Date.now() + dueInHours * hour).toISOString()}::timestamptz)`,
        ),
      );
    await open(mine.lineageId, -1);
    await open(mine.lineageId, 5);
    await open(other.lineageId, -1);
    const now = new Date();
    const matterOf = async (of: Scope) =>
      loadDigestMatter(of, userId, await loadMine(of, userId, now, ENGLISH), async () => [], now);
    expect((await matterOf(scope)).cases).toEqual([{ title: 'Mine', open: 2, overdue: 1, fresh: 2 }]);
    const foreign = await matterOf(elsewhere.scope);
    expect([foreign.mine, foreign.cases, foreign.signals]).toEqual([[], [], []]);
  });
});
