import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { listContacts } from '@/db/queries/contacts';
import { findImprovement, searchAnswers } from '@/db/queries/improvements';
import { listInvitations, moveInvitation } from '@/db/queries/invitations';
import { findTrialChoices, listAskedDays, listPlacementDays } from '@/db/queries/trials';
import { improvements } from '@/db/schema';
import { type Scope, transact } from '@/db/scope';
import { testDatabase, testWorkspace } from '@/db/testing/database';
import { addDays, dayOf } from '../clock';
import { addContacts } from '../distribution/commands/add-contacts';
import { launchCampaign } from '../distribution/commands/launch-campaign';
import { isAppError } from '../errors';
import { proveClock } from '../identity/prove';
import { createJourney } from '../journey/commands/journey';
import { addStage } from '../journey/commands/stage';
import { addTouchpoint } from '../journey/commands/touchpoint';
import { recordAnswers } from '../response/commands/record-answers';
import type { Recording } from '../response/model';
import { draftSurvey, openPlacement, publishSurvey } from '../survey/commands';
import { newContent } from '../survey/model/content';
import { addTheme } from '../voices/commands/theme';
import { readVoices } from '../voices/jobs';
import { addImprovement } from './commands/improvement';
import { linkImprovement } from './commands/links';
import { endTrial, removeTrial, setTrial } from './commands/trial';
import type { TrialFields } from './model/trial';
import { loadAnswerChoices, loadImprovement, loadProposal } from './views';

testDatabase();

const today = dayOf(new Date(), 'Europe/Berlin');
const FROM = addDays(today, -20);
let scope: Scope;
let journeyId: string;
let lineageId: string;
let touchpointId: string;
let placements: { link: string; email: string };

beforeAll(async () => {
  ({ scope } = await testWorkspace());
  journeyId = (await createJourney(scope, { title: 'Moving in' })).id;
  const stage = await addStage(scope, { journeyId, title: 'Join' });
  ({ id: touchpointId, lineageId } = await addTouchpoint(scope, { stageId: stage.id, title: 'Checkout' }));
  const content = newContent('en', { topic: 'signing up' });
  const survey = await draftSurvey(scope, { lineageId, metric: 'csat', content });
  await publishSurvey(scope, { id: survey.id });
  const [link, email] = await Promise.all(
    (['link', 'email'] as const).map((kind) => openPlacement(scope, { surveyId: survey.id, kind })),
  );
  placements = { link: link?.id ?? '', email: email?.id ?? '' };
});

type Answer = Partial<
  Pick<Recording, 'segment' | 'comment' | 'invitationId' | 'contactId' | 'source' | 'placementId'>
>;

async function answer(score: number, day: string, rest: Answer = {}): Promise<string> {
  const [responseId = ''] = await answers([{ score, day, ...rest }]);
  return responseId;
}

async function answers(told: ({ score: number; day: string } & Answer)[]): Promise<string[]> {
  const recordings = told.map(
    (one) =>
      ({
        ...{ placementId: placements.link, responseId: randomUUID(), seq: 1, state: 'complete', words: null },
        ...{ comment: null, keyHash: null, invitationId: null, contactId: null, persona: '' },
        ...{ respondentKey: null, attributes: null, source: 'link' },
        receivedAt: new Date(`${one.day}T12:00:00Z`),
        ...one,
      }) as Recording,
  );
  await recordAnswers(scope, recordings);
  return recordings.map(({ responseId }) => responseId);
}

async function improvement(title: string): Promise<string> {
  return (await addImprovement(scope, { journeyId, title, lineageIds: [lineageId] })).id;
}

const fields = (rest: Partial<TrialFields>): TrialFields => ({
  ...{ by: 'segment', control: 'Basic', variant: 'Plus', from: FROM, to: null },
  ...{ metric: 'csat', margin: 0.15, random: false, share: null },
  ...rest,
});

/** What the newest comparison of an improvement has shown. */
const newest = async (id: string) =>
  (await loadImprovement(scope, id, null, new Date())).trials[0]?.shown ?? null;

async function refusal(run: Promise<unknown>): Promise<string> {
  const error = await run.catch((thrown: unknown) => thrown);
  return isAppError(error) ? `${error.code}: ${error.message}` : 'nothing refused';
}

describe('a trial by segment', () => {
  test('counts each group on its own days, scores them and knows no response rate', async () => {
    await answers(
      Array.from({ length: 20 }, (_, at) => addDays(FROM, at)).flatMap((day, at) => [
        ...[1, 2, at % 2 ? 2 : 4].map((score) => ({ score, day, segment: 'Basic' })),
        ...[4, 5, 5].map((score) => ({ score, day, segment: 'Plus' })),
      ]),
    );
    await answer(1, addDays(FROM, -3), { segment: 'Plus' });
    const id = await improvement('Only for Plus');
    await setTrial(scope, { id, ...fields({}) });
    const { trials, groups } = await loadImprovement(scope, id, null, new Date());
    const trial = trials[0]?.shown;
    expect(groups.segments).toEqual(expect.arrayContaining(['Basic', 'Plus']));
    expect(trial).toMatchObject({ setLate: 20, together: 1, rate: null, split: null, apart: false });
    expect([trial?.controlGroup.n, trial?.variantGroup.n]).toEqual([60, 60]);
    expect(trial?.score).toMatchObject({ kind: 'better', margin: 0.15 });
    expect(trial?.score?.delta).toBeCloseTo(1 - 10 / 60, 12);
  });

  test('leaves out what was answered after its end', async () => {
    const id = await improvement('Ended');
    await setTrial(scope, { id, ...fields({ to: addDays(FROM, 4) }) });
    const ended = await newest(id);
    expect([ended?.until, ended?.controlGroup.n]).toEqual([addDays(FROM, 4), 15]);
    expect(await endTrial(scope, { id, to: addDays(FROM, 9) })).toMatchObject({
      previous: { to: addDays(FROM, 4) },
    });
    expect((await newest(id))?.controlGroup.n).toBe(30);
    expect(await refusal(endTrial(scope, { id, to: addDays(FROM, -1) }))).toMatch(/^invalid/);
  });
});

describe('a trial by campaign', () => {
  test('has response rates by who was asked and answered, and holds the split against the plan', async () => {
    const campaigns: string[] = [];
    for (const [at, answering] of [2, 5].entries()) {
      const people = Array.from({ length: 8 }, (_, person) => ({
        email: `${at}-${person}@example.com`,
        name: 'P',
      }));
      await addContacts(scope, { contacts: people });
      const { contacts } = await listContacts(scope, { search: `${at}-`, offset: 0, limit: 50 });
      const { id } = await launchCampaign(scope, {
        ...{ placementId: placements.email, name: `Wave ${at}`, subject: 'How was it?', greeting: '' },
        recipients: { contactIds: contacts.map((one) => one.id) },
      });
      campaigns.push(id);
      const invited = await listInvitations(scope, { campaignId: id, state: null, offset: 0, limit: 50 });
      for (const [place, invitation] of invited.entries()) {
        // One letter of each campaign could not be sent: nobody was asked by it.
        const sent = place < 7;
        await transact(scope, (tx) =>
          moveInvitation(tx, invitation.id, {
            ...{ from: ['queued'], to: sent ? 'sent' : 'failed', sentAt: new Date(`${FROM}T09:00:00Z`) },
          }),
        );
        if (place < answering) {
          const mail = { placementId: placements.email, source: 'email' as const };
          await answer(4, addDays(FROM, place), {
            ...mail,
            invitationId: invitation.id,
            contactId: invitation.contactId,
          });
        }
      }
    }
    const [control = '', variant = ''] = campaigns;
    const id = await improvement('Another subject');
    await setTrial(scope, { id, ...fields({ by: 'campaign', control, variant, random: true, share: 0.5 }) });
    const trial = await newest(id);
    expect(trial?.controlGroup.rate).toMatchObject({ answered: 2, asked: 7 });
    expect(trial?.variantGroup.rate).toMatchObject({ answered: 5, asked: 7 });
    expect(trial?.rate).toMatchObject({ kind: 'unclear', once: { method: 'newcombe' } });
    expect(trial?.rate?.missing).toBeGreaterThan(0);
    expect(trial?.split).toMatchObject({ of: 'asked', n: 14, seen: 0.5, off: false });
  });

  test('a trial by placement counts the answers of each, whatever else they are', async () => {
    const id = await improvement('Ask by mail');
    const groups = { by: 'placement' as const, control: placements.link, variant: placements.email };
    await setTrial(scope, { id, ...fields(groups) });
    const trial = await newest(id);
    expect([trial?.controlGroup.n, trial?.variantGroup.n]).toEqual([120, 7]);
    expect(trial?.controlGroup.rate).toBeNull();
    expect(trial?.variantGroup.rate).toMatchObject({ answered: 7, asked: 14 });
    expect(trial?.rate).toBeNull();
  });
});

describe('setting up', () => {
  test('is fixed until it is taken away, needs two groups that are there, and keeps no split without chance', async () => {
    const id = await improvement('Fixed');
    expect(await refusal(setTrial(scope, { id, ...fields({ variant: 'Basic' }) }))).toMatch(/^invalid/);
    expect(await refusal(setTrial(scope, { id, ...fields({ to: addDays(FROM, -1) }) }))).toMatch(/^invalid/);
    expect(await refusal(setTrial(scope, { id, ...fields({ margin: 1.5 }) }))).toMatch(/^invalid/);
    const foreign = fields({ by: 'placement', control: placements.link, variant: randomUUID() });
    expect(await refusal(setTrial(scope, { id, ...foreign }))).toMatch(/^not_found/);
    expect(await refusal(endTrial(scope, { id, to: null }))).toMatch(/^conflict/);
    await setTrial(scope, { id, ...fields({ share: 0.5 }) });
    expect((await findImprovement(scope, id))?.trials).toEqual([{ ...fields({}), setOn: today }]);
    expect(await refusal(setTrial(scope, { id, ...fields({ margin: 0.3 }) }))).toMatch(/^conflict/);
    await removeTrial(scope, { id });
    expect((await findImprovement(scope, id))?.trials).toEqual([]);
  });

  test('a trial that has not begun shows nothing yet', async () => {
    const id = await improvement('Later');
    await setTrial(scope, { id, ...fields({ from: addDays(today, 3) }) });
    expect(await newest(id)).toBeNull();
  });
});

describe('a further trial', () => {
  test('follows once the one before is over, counts none of its answers, and the one before stays as it was', async () => {
    const id = await improvement('Twice');
    const last = addDays(FROM, 9);
    await setTrial(scope, { id, ...fields({ to: today }) });
    const further = fields({ from: addDays(last, 1), control: 'Plus', variant: 'Basic' });
    expect(await refusal(setTrial(scope, { id, ...further }))).toMatch(/^conflict/);
    await endTrial(scope, { id, to: last });
    expect(await refusal(setTrial(scope, { id, ...further, from: last }))).toMatch(/^invalid/);
    const first = await newest(id);
    await setTrial(scope, { id, ...further });
    const { trials } = await loadImprovement(scope, id, null, new Date());
    expect(trials.map(({ trial }) => trial.control)).toEqual(['Plus', 'Basic']);
    expect(trials[1]?.shown).toEqual(first);
    expect(trials.map(({ shown }) => shown?.controlGroup.n)).toEqual([30, 30]);
    expect(trials.map(({ shown }) => shown?.score?.kind)).toEqual(['worse', 'better']);
    await endTrial(scope, { id, to: addDays(last, 5) });
    await removeTrial(scope, { id });
    expect((await loadImprovement(scope, id, null, new Date())).trials).toEqual([trials[1]]);
  });

  test('a comparison that was kept alone, before there could be several, is read as the only one', async () => {
    const id = await improvement('From before');
    const alone = { ...fields({}), setOn: today };
    await transact(scope, (tx) =>
      tx.run((db) => db.update(improvements).set({ trials: alone }).where(eq(improvements.id, id))),
    );
    expect((await findImprovement(scope, id))?.trials).toEqual([alone]);
    expect((await newest(id))?.controlGroup.n).toBe(60);
  });
});

describe('choosing answers', () => {
  test('finds them by words and theme, tells which are linked, and leaves out those without words', async () => {
    const id = await improvement('Shorter form');
    const slow = await answer(1, today, { comment: 'The form is far too long.' });
    await answer(2, today, { comment: 'Nobody picked up the phone.' });
    const wordless = await answer(3, today);
    await linkImprovement(scope, { id, answers: [{ placementId: placements.link, responseId: slow }] });
    const asked = { q: '', themeId: null, wordless: false };
    const all = await loadAnswerChoices(scope, id, asked);
    expect(all.answers.map(({ comment, linked }) => [comment, linked])).toEqual(
      expect.arrayContaining([
        ['The form is far too long.', true],
        ['Nobody picked up the phone.', false],
      ]),
    );
    expect(all.answers.every(({ comment }) => comment !== null)).toBe(true);
    const found = await loadAnswerChoices(scope, id, { ...asked, q: 'LONG form' });
    expect(found.answers.map(({ responseId }) => responseId)).toEqual([slow]);
    const more = await loadAnswerChoices(scope, id, { ...asked, wordless: true });
    expect(more.more).toBe(true);
    expect(more.answers.some(({ responseId }) => responseId === wordless)).toBe(true);
    const theme = await addTheme(scope, { name: 'Phone', phrases: ['phone'], exceptions: [] });
    await readVoices.run(proveClock(scope.workspaceId), {});
    const themed = await loadAnswerChoices(scope, id, { ...asked, themeId: theme.id });
    expect(themed.answers.map(({ comment }) => comment)).toEqual(['Nobody picked up the phone.']);
  });

  test('a new improvement begins with an answer that is named', async () => {
    const responseId = await answer(1, today, { comment: 'From a case.' });
    const from = { journeyId, touchpointId, statementId: null };
    const named = { placementId: placements.link, responseId };
    expect((await loadProposal(scope, { ...from, answer: named }, randomUUID())).answer).toMatchObject({
      comment: 'From a case.',
    });
    const gone = { placementId: 'x', responseId: 'y' };
    expect((await loadProposal(scope, { ...from, answer: gone }, randomUUID())).answer).toBeNull();
  });
});

test('another workspace sees nothing', async () => {
  const other = (await testWorkspace()).scope;
  const id = await improvement('Ours');
  const span = { from: FROM, to: today };
  const asked = { q: '', themeId: null, wordless: true };
  expect(await findTrialChoices(other, [lineageId])).toEqual({ campaigns: [], placements: [], versions: [] });
  expect(await listPlacementDays(other, placements.link, span)).toEqual([]);
  expect(await listAskedDays(other, { placementId: placements.email }, span)).toEqual([]);
  expect((await listAskedDays(scope, { placementId: placements.email }, span)).length).toBeGreaterThan(0);
  expect(await searchAnswers(other, id, [lineageId], asked, 10)).toEqual([]);
  expect(await refusal(loadAnswerChoices(other, id, asked))).toMatch(/^not_found/);
  const responseId = await answer(1, today);
  const mine = await createJourney(other, { title: 'Theirs' });
  const answerOfOurs = { placementId: placements.link, responseId };
  const proposal = await loadProposal(
    other,
    { journeyId: mine.id, touchpointId: null, statementId: null, answer: answerOfOurs },
    randomUUID(),
  );
  expect(proposal.answer).toBeNull();
});
