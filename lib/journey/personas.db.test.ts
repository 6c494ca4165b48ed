import { describe, expect, test } from 'vitest';
import {
  findPersona,
  listAllPersonas,
  listKnownPeople,
  listPersonas,
  listPersonaUse,
  listRuledPersonas,
  lockPersona,
} from '@/db/queries/personas';
import { listStagePlaces } from '@/db/queries/stages';
import { transact } from '@/db/scope';
import { testDatabase, testWorkspace } from '@/db/testing/database';
import { addContacts } from '../distribution/commands/add-contacts';
import { createJourney } from './commands/journey';
import { addPersona, editPersona, restorePersona, retirePersona } from './commands/persona';
import { addStage } from './commands/stage';
import type { SegmentRule } from './model/segment';
import { loadPersona, loadPersonas, loadRulePreview } from './views/personas';

testDatabase();

const inCity = (...values: string[]): SegmentRule => ({ all: [{ attribute: 'city', is: 'one_of', values }] });

async function story() {
  const workspace = await testWorkspace();
  const { scope } = workspace;
  const ruled = await addPersona(scope, { name: 'Bonner', rule: inCity('Bonn'), needs: 'A date' });
  const hand = await addPersona(scope, { name: 'Anybody' });
  const journey = await createJourney(scope, { title: 'J', personaIds: [ruled.id] });
  const stage = await addStage(scope, { journeyId: journey.id, title: 'S' });
  await addContacts(scope, {
    contacts: [
      { email: 'a@example.com', attributes: { city: 'Bonn' } },
      { email: 'b@example.com', attributes: { city: 'Bonn' } },
      { email: 'c@example.com', attributes: { city: 'Bonn' }, personaId: hand.id },
      { email: 'd@example.com', attributes: { city: 'Kiel' } },
    ],
  });
  return { ...workspace, ruled, hand, journey, stage };
}

describe('personas', () => {
  test('are listed by name with their journeys and the contacts who count for them', async () => {
    const { scope, journey, ruled } = await story();
    expect(
      (await loadPersonas(scope)).map(({ name, journeys, contacts }) => [name, journeys, contacts]),
    ).toEqual([
      ['Anybody', [], 1],
      ['Bonner', [{ id: journey.id, title: 'J' }], 2],
    ]);
    const view = await loadPersona(scope, ruled.id);
    expect(view.persona.needs).toBe('A date');
    expect(view.attributes).toEqual([{ name: 'city', values: ['Bonn', 'Kiel'] }]);
    expect([view.recounted, view.recounting]).toEqual([null, true]);
  });

  test('that are retired are not offered, count nobody by their rule, and come back as they were', async () => {
    const { scope, ruled } = await story();
    await retirePersona(scope, { id: ruled.id });
    expect((await listPersonas(scope)).map(({ name }) => name)).toEqual(['Anybody']);
    expect((await listAllPersonas(scope)).map(({ name }) => name)).toEqual(['Anybody', 'Bonner']);
    expect(await listRuledPersonas(scope)).toEqual([]);
    expect((await loadPersonas(scope)).map(({ contacts }) => contacts)).toEqual([1, 0]);
    await restorePersona(scope, { id: ruled.id });
    expect(await listRuledPersonas(scope)).toEqual([{ id: ruled.id, rule: inCity('Bonn') }]);
  });

  test('show a rule before it is saved, with who counts for another persona all the same', async () => {
    const { scope } = await story();
    const rule: SegmentRule = { all: [{ attribute: 'city', is: 'present', values: [] }] };
    expect(await loadRulePreview(scope, { id: null, name: 'Zed', rule })).toEqual({
      ...{ contacts: 4, fits: 4, byHand: 1 },
      before: [{ name: 'Bonner', people: 2 }],
    });
    expect(await loadRulePreview(scope, { id: null, name: 'A', rule })).toMatchObject({
      fits: 4,
      before: [],
    });
  });

  test('changed by two at once keep both texts until the second writer has seen the first', async () => {
    const { scope, ruled } = await story();
    await editPersona(scope, { id: ruled.id, goals: 'First', seen: { goals: '' } });
    const second = { id: ruled.id, goals: 'Second', seen: { goals: '' } };
    await expect(editPersona(scope, second)).rejects.toMatchObject({
      code: 'conflict',
      theirs: { goals: 'First' },
    });
    const { previous } = await editPersona(scope, { ...second, seen: { goals: 'First' } });
    expect(previous).toEqual({ goals: 'First' });
    expect((await findPersona(scope, ruled.id))?.goals).toBe('Second');
  });

  test('of another workspace are not there', async () => {
    const [of, other] = [await story(), await testWorkspace()];
    const { scope } = other;
    for (const list of [listPersonas, listAllPersonas, listRuledPersonas, listPersonaUse, listKnownPeople]) {
      expect((await list(of.scope)).length).toBeGreaterThan(0);
      expect(await list(scope)).toEqual([]);
    }
    expect(await findPersona(scope, of.ruled.id)).toBeNull();
    expect(await transact(scope, (tx) => lockPersona(tx, of.ruled.id))).toBeNull();
    expect((await listStagePlaces(of.scope)).map(({ journeyId, stages }) => [journeyId, stages])).toEqual([
      [of.journey.id, [{ id: of.stage.id, title: 'S' }]],
    ]);
    expect(await listStagePlaces(scope)).toEqual([]);
    await expect(loadPersona(scope, of.ruled.id)).rejects.toMatchObject({ code: 'not_found' });
  });
});
