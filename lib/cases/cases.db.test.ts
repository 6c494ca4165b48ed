import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { listCaseNotes } from '@/db/queries/case-notes';
import { listCaseRules } from '@/db/queries/case-rules';
import { countOpenCases, findCase, listCases, listCaseTimes } from '@/db/queries/cases';
import { findLetter, listLetters } from '@/db/queries/letters';
import { listRuleChanges } from '@/db/queries/rule-changes';
import { contacts } from '@/db/schema';
import { rows, type Scope, transact } from '@/db/scope';
import { type TestWorkspace, testDatabase, testWorkspace } from '@/db/testing/database';
import { noteMailReport } from '../distribution/commands/note-mail-report';
import { optOutContact } from '../distribution/commands/opt-out';
import { newId } from '../id';
import { proveClock } from '../identity/prove';
import { createJourney } from '../journey/commands/journey';
import { addStage } from '../journey/commands/stage';
import { addTouchpoint, editTouchpoint } from '../journey/commands/touchpoint';
import { eraseResponse } from '../response/commands/erase-response';
import { recordResponse } from '../response/commands/record-response';
import { releaseResponse } from '../response/commands/release-response';
import type { Recording } from '../response/model';
import { draftSurvey, openPlacement, publishSurvey } from '../survey/commands';
import { newContent } from '../survey/model/content';
import { addCaseRule, editCaseRule, retireCaseRule } from './commands/case-rule';
import { hastenLook, lookAtAnswers, lookAtReleased } from './commands/look';
import { beginReply, settleReply } from './commands/reply-delivery';
import { assignCase, closeCase, noteCase, progressCase, reopenCase, replyToCase } from './commands/work';
import { lookAtReleasedAnswer, lookForCases, mailCases, sendReply } from './jobs';
import type { CaseCondition, CaseRuleInput } from './model';
import { loadCase } from './views';

testDatabase();

let home: TestWorkspace;
let scope: Scope;
let place: { id: string; lineageId: string; touchpointId: string; journeyId: string };

beforeEach(async () => {
  home = await testWorkspace();
  scope = home.scope;
  place = await askedTouchpoint(scope);
});

const LOW: CaseCondition = { kind: 'score', metric: 'nps', most: 6 };
const EVERYWHERE = { journeyId: null, lineageId: null, assigneeUserId: null, dueHours: 8 };
const rule = (condition: CaseCondition = LOW, over: Partial<typeof EVERYWHERE> = {}) =>
  addCaseRule(scope, { condition, ...EVERYWHERE, ...over });
const look = () => lookAtAnswers(proveClock(home.workspaceId), {});
const all = async (where: Scope = scope) => (await listCases(where, {}, { offset: 0, limit: 50 })).cases;

describe('opening', () => {
  test('a low answer opens one case for the owner, due in business hours, however often it is looked at', async () => {
    const editor = await home.as('editor');
    const owner = editor.actor.kind === 'member' ? editor.actor.userId : '';
    await editTouchpoint(scope, { id: place.touchpointId, ownerUserId: owner });
    await rule();
    await answer({ score: 2, comment: 'Nobody came.' });
    await answer({ score: 9 });
    expect(await look()).toMatchObject({ opened: 1, more: false, idle: false });
    expect(await look()).toMatchObject({ opened: 0 });
    const [one] = await all();
    expect(one).toMatchObject({
      state: 'open',
      score: 2,
      comment: 'Nobody came.',
      assigneeUserId: owner,
      lineageId: place.lineageId,
      subjectTitle: 'Book a visit',
      metric: 'nps',
    });
    expect(one?.dueAt.getTime()).toBeGreaterThan(one?.openedAt.getTime() ?? Number.NaN);
    expect(await jobsOf('case.letter')).toBe(1);
  });

  test('two looks at the same moment open one case', async () => {
    await rule();
    await answer({ score: 1 });
    const results = await Promise.all([look(), look()]);
    expect(results.map(({ opened }) => opened).sort()).toEqual([0, 1]);
    expect(await all()).toHaveLength(1);
  });

  test('each rule that an answer meets opens its own case', async () => {
    await rule();
    await rule({ kind: 'words', words: ['cancel*'] });
    await answer({ score: 1, comment: 'I cancelled.' });
    expect(await look()).toMatchObject({ opened: 2 });
  });

  test('a comment that comes later opens a case that the score did not', async () => {
    await rule({ kind: 'comment' });
    const id = await answer({ score: 9, state: 'partial' });
    expect(await look()).toMatchObject({ opened: 0 });
    await answer({ responseId: id, seq: 2, score: 9, comment: 'But slow.' });
    expect(await look()).toMatchObject({ opened: 1 });
  });

  test('a score that is corrected closes nothing, and opens nothing twice', async () => {
    await rule();
    const id = await answer({ score: 0, state: 'partial' });
    await look();
    await answer({ responseId: id, seq: 2, score: 10 });
    expect(await look()).toMatchObject({ opened: 0 });
    expect(await all()).toMatchObject([{ state: 'open', score: 10 }]);
  });

  test('answers of before the rule, of elsewhere and of an ended rule open nothing', async () => {
    await answer({ score: 0, receivedAt: new Date(Date.now() - 600_000) });
    const other = await askedTouchpoint(scope);
    const only = await rule(LOW, {
      journeyId: other.journeyId as never,
      lineageId: other.lineageId as never,
    });
    await answer({ score: 0 });
    expect(await look()).toMatchObject({ opened: 0 });
    await retireCaseRule(scope, { id: only.id });
    await answer({ placementId: other.id, score: 0 });
    expect(await look()).toMatchObject({ opened: 0, idle: true });
  });

  test('a held answer opens none until a member lets it count', async () => {
    await rule();
    const id = await answer({ score: 0, suspect: 'trap' });
    expect(await look()).toMatchObject({ opened: 0 });
    expect(await lookAtReleased(scope, { placementId: place.id, responseId: id })).toEqual({ opened: 0 });
    await releaseResponse(scope, { placementId: place.id, id });
    expect(await jobsOf('case.released')).toBe(1);
    const clock = proveClock(home.workspaceId);
    await lookAtReleasedAnswer.run(clock, { placementId: place.id, responseId: id });
    expect(await all()).toHaveLength(1);
  });

  test('a look that fell far behind goes on where it stopped', async () => {
    await rule();
    for (let n = 0; n < 5; n += 1) await answer({ score: 1 });
    expect(await lookForCases.run(proveClock(home.workspaceId), {})).toEqual({ next: 'again', seconds: 300 });
    expect(await all()).toHaveLength(5);
  });

  test('a rule begins one round of looking, which a told answer hastens', async () => {
    await rule();
    await rule({ kind: 'comment' });
    expect(await jobsOf('case.look')).toBe(1);
    expect(await hastenLook(proveClock(home.workspaceId), {})).toEqual({ state: 'hastened' });
    const nobody = await testWorkspace();
    expect(await hastenLook(proveClock(nobody.workspaceId), {})).toEqual({ state: 'none' });
  });

  test('a changed rule looks by what it is now, while its old cases say what opened them and its past stays', async () => {
    const { id } = await rule();
    await answer({ score: 3 });
    expect(await look()).toMatchObject({ opened: 1 });
    await answer({ score: 9, comment: 'Please refund me' });
    const words: CaseCondition = { kind: 'words', words: ['refund'] };
    const changed = { id, condition: words, ...EVERYWHERE, dueHours: 2 };
    expect(await editCaseRule(scope, changed)).toEqual({ id, changed: true });
    expect(await editCaseRule(scope, changed)).toEqual({ id, changed: false });
    // Answers of before the change are not looked at by what it is now.
    expect(await look()).toMatchObject({ opened: 0 });
    await answer({ score: 2 });
    await answer({ score: 9, comment: 'A refund, please' });
    expect(await look()).toMatchObject({ opened: 1 });
    expect((await all()).map(({ score, condition }) => [score, condition.kind]).sort()).toEqual([
      [3, 'score'],
      [9, 'words'],
    ]);
    const past = await listRuleChanges<CaseRuleInput>(scope, [id]);
    expect(past).toMatchObject([
      { ruleId: id, before: { condition: LOW, dueHours: 8 }, name: expect.any(String) },
    ]);
    const stranger = (await testWorkspace()).scope;
    expect(await listRuleChanges(stranger, [id])).toEqual([]);
    await expect(editCaseRule(stranger, changed)).rejects.toMatchObject({ code: 'not_found' });
    await expect(editCaseRule(await home.as('viewer'), changed)).rejects.toMatchObject({ code: 'forbidden' });
  });

  test('a rule about a foreign journey or person is refused', async () => {
    const stranger = await testWorkspace();
    const foreign = await askedTouchpoint(stranger.scope);
    const about = { condition: LOW, ...EVERYWHERE };
    for (const wrong of [
      { journeyId: foreign.journeyId },
      { journeyId: place.journeyId, lineageId: foreign.lineageId },
      { assigneeUserId: stranger.userId },
    ])
      await expect(addCaseRule(scope, { ...about, ...wrong })).rejects.toMatchObject({ code: 'not_found' });
    expect(await listCaseRules(scope)).toEqual([]);
  });
});

describe('working on a case', () => {
  const opened = async (over: Partial<Recording> = {}) => {
    await rule();
    const responseId = await answer({ score: 2, comment: 'Late.', ...over });
    await look();
    const [one] = await all();
    if (!one) throw new Error('No case was opened.');
    return { ...one, responseId };
  };

  test('the first thing that a member does is the first response, and stays it', async () => {
    const { id } = await opened();
    await noteCase(scope, { id, text: 'Looks like the new calendar.' });
    expect((await findCase(scope, id))?.firstResponseAt).toBeNull();
    await progressCase(scope, { id, state: 'in_progress' });
    const first = (await findCase(scope, id))?.firstResponseAt;
    expect(first).toBeInstanceOf(Date);
    await progressCase(scope, { id, state: 'waiting' });
    expect((await findCase(scope, id))?.firstResponseAt).toEqual(first);
    expect((await listCaseNotes(scope, id)).map(({ kind }) => kind)).toEqual([
      'opened',
      'note',
      'in_progress',
      'waiting',
    ]);
  });

  test('it is given to a member, who hears of it, and never to a stranger', async () => {
    const { id } = await opened();
    const editor = await home.as('editor');
    const userId = editor.actor.kind === 'member' ? editor.actor.userId : '';
    const before = await jobsOf('case.letter');
    expect(await assignCase(scope, { id, assigneeUserId: userId })).toEqual({ id, changed: true });
    expect(await assignCase(scope, { id, assigneeUserId: userId })).toEqual({ id, changed: false });
    expect(await jobsOf('case.letter')).toBe(before + 1);
    const stranger = await testWorkspace();
    await expect(assignCase(scope, { id, assigneeUserId: stranger.userId })).rejects.toMatchObject({
      code: 'not_found',
    });
    expect(await mailCases.run(proveClock(home.workspaceId), { userId, caseIds: [id] })).toEqual({
      next: 'done',
    });
  });

  test('it is closed with an outcome, and opened again with a new due time', async () => {
    const { id } = await opened();
    await closeCase(scope, { id, outcome: 'solved', reason: '' });
    expect(await findCase(scope, id)).toMatchObject({ state: 'closed', outcome: 'solved' });
    await expect(progressCase(scope, { id, state: 'open' })).rejects.toMatchObject({ code: 'conflict' });
    await reopenCase(scope, { id });
    expect(await findCase(scope, id)).toMatchObject({
      state: 'open',
      outcome: null,
      closedAt: null,
      reopened: 1,
    });
    await expect(reopenCase(scope, { id })).rejects.toMatchObject({ code: 'conflict' });
  });

  test('nothing is left undone without a reason', async () => {
    const { id } = await opened();
    await expect(closeCase(scope, { id, outcome: 'understood', reason: ' ' })).rejects.toMatchObject({
      code: 'invalid',
      errors: [{ path: 'reason' }],
    });
    await closeCase(scope, { id, outcome: 'understood', reason: 'A joke among friends.' });
    expect((await listCaseNotes(scope, id)).slice(-2)).toMatchObject([
      { kind: 'closed', text: null },
      { kind: 'note', text: 'A joke among friends.' },
    ]);
  });

  test('erasing the answer erases every word of the case, and keeps its times', async () => {
    const { id, responseId } = await opened();
    await noteCase(scope, { id, text: 'Ana was told twice.' });
    await closeCase(scope, { id, outcome: 'understood', reason: 'Ana knows.' });
    await eraseResponse(scope, { placementId: place.id, id: responseId });
    expect(await findCase(scope, id)).toMatchObject({
      erased: true,
      comment: null,
      score: null,
      state: 'closed',
    });
    const notes = await listCaseNotes(scope, id);
    expect(notes.filter(({ text }) => text !== null)).toEqual([]);
    expect(notes.map(({ kind }) => kind)).toEqual(['opened', 'closed']);
    await expect(noteCase(scope, { id, text: 'Ana again.' })).rejects.toMatchObject({ code: 'conflict' });
    expect(await listCaseTimes(scope, {})).toHaveLength(1);
  });

  test('a viewer reads and does nothing', async () => {
    const { id } = await opened();
    const viewer = await home.as('viewer');
    expect(await findCase(viewer, id)).toMatchObject({ id });
    for (const attempt of [
      () => noteCase(viewer, { id, text: 'x' }),
      () => closeCase(viewer, { id, outcome: 'solved', reason: '' }),
      () => replyToCase(viewer, { id, replyId: newId(), subject: 'x', text: 'y' }),
    ])
      await expect(attempt()).rejects.toMatchObject({ code: 'forbidden' });
  });

  test('another workspace sees nothing and can do nothing', async () => {
    const { id } = await opened();
    const stranger = (await testWorkspace()).scope;
    expect(await all(stranger)).toEqual([]);
    expect(await findCase(stranger, id)).toBeNull();
    expect(await listCaseNotes(stranger, id)).toEqual([]);
    expect(await listCaseTimes(stranger, {})).toEqual([]);
    expect(await countOpenCases(stranger, [place.lineageId], new Date())).toEqual(new Map());
    await expect(closeCase(stranger, { id, outcome: 'solved', reason: '' })).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  test('open cases are counted by what they are about', async () => {
    const { dueAt } = await opened();
    const count = async (now: Date) =>
      (await countOpenCases(scope, [place.lineageId], now)).get(place.lineageId);
    expect(await count(new Date())).toEqual({ open: 1, overdue: 0 });
    expect(await count(new Date(dueAt.getTime() + 1))).toEqual({ open: 1, overdue: 1 });
  });

  describe('a reply', () => {
    const toAna = async () => {
      const contactId = newId();
      await transact(scope, (tx) =>
        tx.run((t) =>
          t
            .insert(contacts)
            .values({ workspaceId: home.workspaceId, id: contactId, email: 'ana@example.com', name: 'Ana' }),
        ),
      );
      return opened({ contactId, language: 'de' });
    };
    const reply = { subject: 'Ihr Termin', text: 'Liebe Ana,\n\nes tut uns leid.' };
    const send = async (id: string) => {
      const note = (await listCaseNotes(scope, id)).find(({ kind }) => kind === 'mail');
      return sendReply.run(proveClock(home.workspaceId), { noteId: note?.id ?? '' });
    };

    test('stands in the outbox, in the person’s language, and is the first response', async () => {
      const { id } = await toAna();
      await replyToCase(scope, { id, replyId: newId(), ...reply });
      expect(await findCase(scope, id)).toMatchObject({
        state: 'in_progress',
        firstResponseAt: expect.any(Date),
      });
      expect(await send(id)).toEqual({ next: 'done' });
      const { letters } = await listLetters(scope, { offset: 0, limit: 5 });
      expect(letters).toMatchObject([
        { recipient: 'ana@example.com', subject: 'Ihr Termin', transport: 'outbox' },
      ]);
      const letter = await findLetter(scope, letters[0]?.id ?? '');
      expect(letter?.html).toContain('lang="de"');
      expect(letter?.text).toContain('es tut uns leid.');
      expect((await listCaseNotes(scope, id)).at(-1)).toMatchObject({
        mailState: 'written',
        letterId: letters[0]?.id,
      });
    });

    test('that bounces for good says so, and nobody is written to there any more', async () => {
      const { id } = await toAna();
      const [noteId, clock] = [newId(), proveClock(home.workspaceId)];
      await replyToCase(scope, { id, replyId: noteId, ...reply });
      expect(await beginReply(clock, { noteId, transport: 'resend' })).toMatchObject({ next: 'send' });
      await settleReply(clock, { noteId, outcome: 'sent', reason: null });
      const report = { mailId: noteId, eventId: 'msg_1', kind: 'bounced' as const };
      await noteMailReport(clock, { ...report, reason: 'No mailbox ana@example.com' });
      expect((await listCaseNotes(scope, id)).at(-1)).toMatchObject({
        mailState: 'failed',
        mailReason: 'No mailbox the address',
      });
      expect((await loadCase(scope, id)).noReply).toBe('bounced');
      await expect(replyToCase(scope, { id, replyId: newId(), ...reply })).rejects.toMatchObject({
        code: 'conflict',
        message: expect.stringContaining('comes back'),
      });
    });

    test('that is sent twice by the same form is one mail', async () => {
      const { id } = await toAna();
      const replyId = newId();
      expect(await replyToCase(scope, { id, replyId, ...reply })).toEqual({ id, repeated: false });
      expect(await replyToCase(scope, { id, replyId, ...reply })).toEqual({ id, repeated: true });
      expect(await jobsOf('case.reply')).toBe(1);
    });

    test('may be followed by another', async () => {
      const { id } = await toAna();
      await replyToCase(scope, { id, replyId: newId(), ...reply });
      const first = (await findCase(scope, id))?.firstResponseAt;
      await replyToCase(scope, { id, replyId: newId(), ...reply });
      expect((await findCase(scope, id))?.firstResponseAt).toEqual(first);
      expect(await jobsOf('case.reply')).toBe(2);
    });

    test('is written once, however often its job runs', async () => {
      const { id } = await toAna();
      await replyToCase(scope, { id, replyId: newId(), ...reply });
      await send(id);
      await send(id);
      expect((await listLetters(scope, { offset: 0, limit: 5 })).total).toBe(1);
    });

    test('goes to nobody who has no address or asked not to be written to', async () => {
      const anonymous = await opened();
      await expect(
        replyToCase(scope, { id: anonymous.id, replyId: newId(), ...reply }),
      ).rejects.toMatchObject({
        code: 'conflict',
      });
      await toAna();
      const known = (await all()).find(({ contactId }) => contactId !== null);
      await optOutContact(scope, { id: known?.contactId ?? '' });
      const id = known?.id ?? '';
      await expect(replyToCase(scope, { id, replyId: newId(), ...reply })).rejects.toMatchObject({
        code: 'conflict',
      });
    });

    test('that waits is not sent after the answer was erased, and its letter goes with the answer', async () => {
      const { id, responseId } = await toAna();
      await replyToCase(scope, { id, replyId: newId(), ...reply });
      const noteId = (await listCaseNotes(scope, id)).find(({ kind }) => kind === 'mail')?.id ?? '';
      await send(id);
      expect((await listLetters(scope, { offset: 0, limit: 5 })).total).toBe(1);
      await eraseResponse(scope, { placementId: place.id, id: responseId });
      expect((await listLetters(scope, { offset: 0, limit: 5 })).total).toBe(0);
      expect(await sendReply.run(proveClock(home.workspaceId), { noteId })).toEqual({ next: 'done' });
    });
  });
});

async function answer(over: Partial<Recording> = {}): Promise<string> {
  const responseId = over.responseId ?? randomUUID();
  const receivedAt = over.receivedAt ?? new Date();
  const outcome = await recordResponse(scope, {
    placementId: place.id,
    responseId,
    seq: 1,
    state: 'complete',
    score: 5,
    words: null,
    comment: null,
    keyHash: null,
    invitationId: null,
    contactId: null,
    persona: '',
    respondentKey: null,
    attributes: null,
    source: 'link',
    receivedAt,
    day: receivedAt.toISOString().slice(0, 10),
    ...over,
  });
  if (outcome.kind === 'refused') throw new Error(outcome.why);
  return responseId;
}

async function jobsOf(kind: string): Promise<number> {
  const found = await scope.run((tx) =>
    rows<{ n: number }>(
      tx,
      sql`SELECT count(*)::int AS n FROM jobs WHERE workspace_id = ${home.workspaceId} AND kind = ${kind}`,
    ),
  );
  return found[0]?.n ?? 0;
}

async function askedTouchpoint(at: Scope) {
  const journey = await createJourney(at, { title: 'Getting online' });
  const stage = await addStage(at, { journeyId: journey.id, title: 'Begin' });
  const touchpoint = await addTouchpoint(at, { stageId: stage.id, title: 'Book a visit' });
  const content = newContent('en', { topic: 'book a visit' });
  const survey = await draftSurvey(at, { lineageId: touchpoint.lineageId, metric: 'nps', content });
  await publishSurvey(at, { id: survey.id });
  const { id } = await openPlacement(at, { surveyId: survey.id, kind: 'link' });
  return { id, lineageId: touchpoint.lineageId, touchpointId: touchpoint.id, journeyId: journey.id };
}
