import { expect, test } from 'vitest';
import { settled } from './conflict';
import { applyEdit, type MapEdit } from './edits';
import { mapView, stageView, touchpointView } from './fixture';
import { seenOf } from './seen';

const sales = { id: 'sales', name: 'Sales' };
const ines = { id: 'ines', name: 'Ines' };
const touchpoint = touchpointView('a', {
  title: 'Seen',
  owner: sales,
  ownerPerson: ines,
  contributors: [sales],
  moment: { polarity: 'build', reason: null },
});
const stage = { ...stageView('one', [touchpoint]), target: { metric: 'ces' as const, value: 6 } };
const map = mapView([stage], { owner: ines, objective: 'Seen', personas: [{ ...ines, summary: '' }] });

test('what was seen of a touchpoint is in the shape in which it is stored, for the changed fields only', () => {
  const patch = { title: 'x', ownerTeamId: null, ownerUserId: null, contributorTeamIds: [], moment: null };
  expect(seenOf(map, { kind: 'editTouchpoint', id: 'a', patch })).toEqual({
    title: 'Seen',
    ownerTeamId: 'sales',
    ownerUserId: 'ines',
    contributorTeamIds: ['sales'],
    moment: { polarity: 'build', reason: null },
  });
});

test('what was seen of a stage and of a journey is in the shape in which it is stored', () => {
  const target = { targetMetric: null, targetValue: null };
  expect(seenOf(map, { kind: 'editStage', id: 'one', patch: target })).toEqual({
    targetMetric: 'ces',
    targetValue: 6,
  });
  const patch = { objective: 'x', personaIds: [], ownerUserId: null };
  expect(seenOf(map, { kind: 'editJourney', id: map.id, patch })).toEqual({
    objective: 'Seen',
    personaIds: ['ines'],
    ownerUserId: 'ines',
  });
});

test('one’s own edit that is on its way counts as seen', () => {
  const first: MapEdit = { kind: 'editTouchpoint', id: 'a', patch: { title: 'First', ownerTeamId: null } };
  const second: MapEdit = { kind: 'editTouchpoint', id: 'a', patch: { title: 'Second', ownerTeamId: 'x' } };
  expect(seenOf(applyEdit(map, first), second)).toEqual({ title: 'First', ownerTeamId: null });
});

test('what no other can collide with, and what is not on the map, has no such values', () => {
  expect(seenOf(map, { kind: 'retireTouchpoint', id: 'a' })).toBeUndefined();
  expect(seenOf(map, { kind: 'editTouchpoint', id: 'gone', patch: { title: 'x' } })).toBeUndefined();
});

const edit = {
  kind: 'editTouchpoint' as const,
  id: 'a',
  patch: { title: 'Mine', promise: 'Mine too' },
  seen: { title: 'Seen', promise: '' },
};

test('mine over theirs is sent with theirs as seen, so that a third change is still noticed', () => {
  expect(settled({ edit, as: 'new', theirs: { title: 'Theirs' } }, 'mine')).toEqual({
    ...edit,
    seen: { title: 'Theirs', promise: '' },
  });
});

test('where theirs stays, the rest of the edit is saved; where nothing is left, nothing is sent', () => {
  expect(settled({ edit, as: 'new', theirs: { title: 'Theirs' } }, 'theirs')).toMatchObject({
    patch: { promise: 'Mine too' },
  });
  expect(settled({ edit, as: 'new', theirs: { title: 'T', promise: 'T' } }, 'theirs')).toBeNull();
});

test('a target’s metric and value stay together', () => {
  const both = { targetMetric: 'ces' as const, targetValue: 6, goal: 'Mine' };
  const conflict = {
    edit: { kind: 'editStage' as const, id: 'one', patch: both },
    as: 'new' as const,
    theirs: { targetValue: 5 },
  };
  expect(settled(conflict, 'theirs')).toMatchObject({ patch: { goal: 'Mine' } });
  expect(settled(conflict, 'theirs')).not.toHaveProperty('patch.targetMetric');
});
