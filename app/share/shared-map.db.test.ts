import { describe, expect, test } from 'vitest';
import { findTree } from '@/db/queries/journeys';
import { findShare } from '@/db/queries/shares';
import type { Scope } from '@/db/scope';
import { testDatabase, testWorkspace } from '@/db/testing/database';
import { newId } from '@/lib/id';
import { proveShare } from '@/lib/identity/prove';
import { addChannel } from '@/lib/journey/commands/channel';
import { createJourney, retireJourney } from '@/lib/journey/commands/journey';
import { addPersona } from '@/lib/journey/commands/persona';
import { askResearchQuestion } from '@/lib/journey/commands/research-question';
import { makeShare } from '@/lib/journey/commands/share';
import { addStage } from '@/lib/journey/commands/stage';
import { addStatement, promoteAnswer } from '@/lib/journey/commands/statement';
import { addTeam } from '@/lib/journey/commands/team';
import { addTouchpoint, editTouchpoint } from '@/lib/journey/commands/touchpoint';
import { recordResponse } from '@/lib/response/commands/record-response';
import { draftSurvey, openPlacement, publishSurvey } from '@/lib/survey/commands';
import { newContent } from '@/lib/survey/model/content';
import { ENGLISH } from '@/lib/translate';
import { SharedMap } from './shared-map';

testDatabase();

const SECRET = 'ZWEIUNDVIERZIG';
const NOT_FOUND = { digest: expect.stringContaining('404') };

/** A journey with one touchpoint whose answer says `comment`, which is also a statement in the customer's own words. */
async function journeyWith(scope: Scope, title: string, comment: string) {
  const journey = await createJourney(scope, { title });
  const stage = await addStage(scope, { journeyId: journey.id, title: `${title} stage` });
  const touchpoint = await addTouchpoint(scope, { stageId: stage.id, title: `${title} touchpoint` });
  const content = newContent('en', { topic: 'book' });
  const survey = await draftSurvey(scope, { lineageId: touchpoint.lineageId, metric: 'emotion', content });
  await publishSurvey(scope, { id: survey.id });
  const placement = await openPlacement(scope, { surveyId: survey.id, kind: 'link' });
  const responseId = newId();
  await recordResponse(scope, {
    ...{ placementId: placement.id, responseId, seq: 1, state: 'complete', score: 1, words: null, comment },
    ...{ keyHash: null, invitationId: null, contactId: null, persona: '', respondentKey: null },
    ...{
      attributes: null,
      source: 'link',
      receivedAt: new Date(),
      day: new Date().toISOString().slice(0, 10),
    },
  });
  const answer = { touchpointId: touchpoint.id, placementId: placement.id, responseId };
  await promoteAnswer(scope, { ...answer, kind: 'pain' });
  return { journey, touchpoint };
}

/** A workspace of which one journey is shared, and whatever else there is bears the secret. */
async function shared(showsComments: boolean) {
  const workspace = await testWorkspace();
  const { scope } = workspace;
  const shown = await journeyWith(scope, 'Shown', showsComments ? 'Said aloud' : SECRET);
  const hidden = await journeyWith(scope, SECRET, SECRET);
  const persona = await addPersona(scope, { name: SECRET });
  await addTeam(scope, { name: SECRET });
  await addChannel(scope, { label: SECRET });
  await askResearchQuestion(scope, { journeyId: shown.journey.id, text: SECRET });
  await addStatement(scope, { journeyId: hidden.journey.id, kind: 'pain', text: SECRET });
  await editTouchpoint(scope, {
    ...{ id: shown.touchpoint.id, playbook: SECRET, subJourneyId: hidden.journey.id },
    ...{ ownerUserId: workspace.userId, decision: 'remove', decisionReason: SECRET },
  });
  const { token } = await makeShare(scope, { journeyId: shown.journey.id, name: SECRET, showsComments });
  const proven = await proveShare(token);
  const share = proven && (await findShare(proven.scope, proven.shareId));
  if (!proven || !share) throw new Error('The link opens nothing.');
  const look = async (search: Record<string, string | string[]>) => {
    const { passwordHash: _, ...guest } = share;
    const element = await SharedMap({
      t: ENGLISH,
      ...{ guest: { scope: proven.scope, share: guest }, path: '/share/token', search, framed: false },
    });
    return element.props as { map: { id: string }; detail: { touchpoint: { id: string } } | null };
  };
  return { ...workspace, shown, hidden, persona, look };
}

/** What a reader could ask for by hand, that this link does not permit. */
const asks = ({ hidden, persona }: Awaited<ReturnType<typeof shared>>) => [
  {},
  { touchpoint: hidden.touchpoint.id },
  { touchpoint: [hidden.touchpoint.id, 'x'] },
  { touchpoint: "'; DROP TABLE journeys --" },
  { persona: persona.id },
  { curves: persona.id },
  { curves: [persona.id, hidden.journey.id] },
  { id: hidden.journey.id, journey: hidden.journey.id, journeyId: hidden.journey.id },
  { from: 'never', lanes: SECRET.toLowerCase(), tab: 'surveys' },
];

describe('what a guest’s page is given', () => {
  test.each([false, true])(
    'is one map only, whatever is asked for (customers’ words permitted: %s)',
    async (words) => {
      const of = await shared(words);
      // What is looked for can be found: a member sees it all.
      expect(JSON.stringify(await findTree(of.scope, of.shown.journey.id))).toContain(SECRET);
      for (const search of [...asks(of), { touchpoint: of.shown.touchpoint.id }]) {
        const given = await of.look(search);
        const text = JSON.stringify(given);
        expect(given.map.id).toBe(of.shown.journey.id);
        expect(text).not.toContain(SECRET);
        expect(text).not.toContain('Test person');
        expect(text).not.toContain(of.userId);
        expect(text.includes('Said aloud')).toBe(words);
        const own = 'touchpoint' in search && search.touchpoint === of.shown.touchpoint.id;
        expect(given.detail?.touchpoint.id ?? null).toBe(own ? of.shown.touchpoint.id : null);
      }
    },
  );

  test('is nothing once the journey is retired', async () => {
    const of = await shared(false);
    await retireJourney(of.scope, { id: of.shown.journey.id });
    await expect(of.look({})).rejects.toMatchObject(NOT_FOUND);
  });
});
