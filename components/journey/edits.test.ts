import { describe, expect, test } from 'vitest';
import { applyEdit, besideIt, droppedAt, type MapEdit, nextEmotion } from './edits';
import { mapView, stageView, touchpointView } from './fixture';

const map = mapView([
  stageView('one', [touchpointView('a'), touchpointView('b'), touchpointView('c')]),
  stageView('empty', []),
  stageView('two', [touchpointView('d')]),
]);

const layout = (edit: MapEdit | null) =>
  (edit ? applyEdit(map, edit) : map).stages
    .map(({ id, touchpoints }) => `${id}:${touchpoints.map((touchpoint) => touchpoint.id).join('')}`)
    .join(' ');

describe('an edit shown before it is saved', () => {
  test('moves a touchpoint within its stage and into an empty one', () => {
    expect(layout({ kind: 'moveTouchpoint', id: 'a', stageId: 'one', index: 2 })).toBe(
      'one:bca empty: two:d',
    );
    expect(layout({ kind: 'moveTouchpoint', id: 'a', stageId: 'empty', index: 0 })).toBe(
      'one:bc empty:a two:d',
    );
  });

  test('moves and removes stages with what they hold', () => {
    expect(layout({ kind: 'moveStage', id: 'two', index: 0 })).toBe('two:d one:abc empty:');
    expect(layout({ kind: 'retireStage', id: 'one' })).toBe('empty: two:d');
  });

  test('shows an added touchpoint at its place, marked as not saved yet', () => {
    expect(layout({ kind: 'addTouchpoint', stageId: 'one', title: 'New', channels: ['app'], index: 1 })).toBe(
      'one:apendingbc empty: two:d',
    );
  });

  test('names the owner by the team of the map and changes nothing else', () => {
    const edited = applyEdit(map, { kind: 'editTouchpoint', id: 'b', patch: { ownerTeamId: 'sales' } });
    expect(edited.stages[0]?.touchpoints[1]).toEqual({
      ...touchpointView('b'),
      owner: { id: 'sales', name: 'Sales' },
    });
    expect(applyEdit(edited, { kind: 'editTouchpoint', id: 'b', patch: { ownerTeamId: null } })).toEqual(map);
  });

  test('leaves the map it was given as it was', () => {
    const before = structuredClone(map);
    applyEdit(map, { kind: 'moveTouchpoint', id: 'a', stageId: 'two', index: 0 });
    expect(map).toEqual(before);
  });
});

describe('the journey as a whole', () => {
  const [mover, renter] = ['mover', 'renter'].map((id) => ({ id, name: id, summary: '' })) as [never, never];
  const journey = { ...map, personas: [mover, renter] };

  test('is retired and restored with all that it holds', () => {
    const retired = applyEdit(journey, { kind: 'retireJourney', id: 'journey' });
    expect(retired).toEqual({ ...journey, retired: true });
    expect(applyEdit(retired, { kind: 'restoreJourney', id: 'journey' })).toEqual(journey);
  });

  test('shows its new texts at once, and no longer a persona that was taken off', () => {
    const patch = { startTrigger: 'A move', personaIds: ['renter', 'not served yet'] };
    expect(applyEdit(journey, { kind: 'editJourney', id: 'journey', patch })).toEqual({
      ...journey,
      startTrigger: 'A move',
      personas: [renter],
    });
  });
});

describe('moving without a pointer', () => {
  test('goes one place sideways, and over the edge of a stage into the next', () => {
    expect(layout(besideIt(map, 'a', 1))).toBe('one:bac empty: two:d');
    expect(layout(besideIt(map, 'c', 1))).toBe('one:ab empty:c two:d');
    expect(layout(besideIt(map, 'd', -1))).toBe('one:abc empty:d two:');
  });

  test('ends at both ends of the journey', () => {
    expect(besideIt(map, 'a', -1)).toBeNull();
    expect(besideIt(map, 'd', 1)).toBeNull();
  });
});

describe('dropping a dragged touchpoint', () => {
  test('puts it before or after the column it is dropped on', () => {
    expect(layout(droppedAt(map, 'a', { stageId: 'one', index: 2, after: true }))).toBe(
      'one:bca empty: two:d',
    );
    expect(layout(droppedAt(map, 'a', { stageId: 'one', index: 2, after: false }))).toBe(
      'one:bac empty: two:d',
    );
    expect(layout(droppedAt(map, 'c', { stageId: 'one', index: 0, after: false }))).toBe(
      'one:cab empty: two:d',
    );
    expect(layout(droppedAt(map, 'a', { stageId: 'two', index: 0, after: true }))).toBe(
      'one:bc empty: two:da',
    );
  });

  test('is no edit where it already stands', () => {
    expect(droppedAt(map, 'b', { stageId: 'one', index: 1, after: false })).toBeNull();
    expect(droppedAt(map, 'b', { stageId: 'one', index: 0, after: true })).toBeNull();
    expect(droppedAt(map, 'b', { stageId: 'one', index: 2, after: false })).toBeNull();
  });
});

test('the expected emotion starts at 0, moves by half a point and stays on the scale', () => {
  expect([nextEmotion(null, 1), nextEmotion(0.3, 1), nextEmotion(1.8, 1), nextEmotion(-2, -1)]).toEqual([
    0, 0.8, 2, -2,
  ]);
});
