import { expect, test } from 'vitest';
import { listAlertRules } from '@/db/queries/alerts';
import { listCaseNotes } from '@/db/queries/case-notes';
import { listCases } from '@/db/queries/cases';
import { lookAtAnswers } from '@/lib/cases/commands/look';
import { dayOf } from '@/lib/clock';
import { newId } from '@/lib/id';
import { proveClock } from '@/lib/identity/prove';
import { recordAnswers } from '@/lib/response/commands/record-answers';
import { testDatabase, testWorkspace } from '../testing/database';
import { testPlacement } from '../testing/placement';
import { tellCases } from './tell-cases';

testDatabase();

test('the story has cases in every state, most of them closed, and none twice', async () => {
  const { scope, workspaceId } = await testWorkspace();
  const { placementId } = await testPlacement(scope, 'nps');
  const now = new Date();
  await recordAnswers(
    scope,
    Array.from({ length: 30 }, (_, n) => {
      const receivedAt = new Date(now.getTime() - (2 + n * 30) * 3_600_000);
      return {
        ...{
          placementId,
          responseId: newId(),
          seq: 1,
          state: 'complete' as const,
          score: n % 5,
          words: null,
        },
        ...{ comment: 'Late.', keyHash: null, invitationId: null, contactId: null, persona: '' },
        ...{ respondentKey: null, attributes: null, source: 'link' as const, receivedAt },
        day: dayOf(receivedAt, 'Europe/Berlin'),
      };
    }),
  );
  await tellCases(scope, now);
  const { cases } = await listCases(scope, {}, { offset: 0, limit: 100 });
  expect(new Set(cases.map(({ state }) => state))).toEqual(
    new Set(['open', 'in_progress', 'waiting', 'closed']),
  );
  const closed = cases.filter(({ closedAt }) => closedAt !== null);
  expect(closed.length).toBeGreaterThan(cases.length / 2);
  for (const one of cases) {
    expect(one.openedAt.getTime()).toBeLessThanOrEqual(now.getTime());
    if (one.closedAt) expect(one.closedAt.getTime()).toBeGreaterThan(one.openedAt.getTime());
    expect((await listCaseNotes(scope, one.id))[0]?.kind).toBe('opened');
  }
  expect(await listAlertRules(scope)).toHaveLength(3);
  expect(await lookAtAnswers(proveClock(workspaceId), {})).toMatchObject({ opened: 0 });
});
