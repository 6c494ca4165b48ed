import { describe, expect, test } from 'vitest';
import { mapView } from './fixture';
import { journeyChange } from './journey-change';

const [mover, renter] = ['mover', 'renter'].map((id) => ({ id, name: id, summary: '' })) as [never, never];
const outcomes = [{ name: 'On time', unit: '%', baseline: 71, target: 90 }];
const map = mapView([], { personas: [mover, renter], outcomes, owner: { id: 'ines', name: 'Ines' } });

const asItIs = {
  title: map.title,
  objective: '',
  startTrigger: '',
  endOutcome: '',
  state: 'as_is' as const,
  ownerUserId: 'ines',
  reviewCadenceDays: null,
  outcomes: structuredClone(outcomes),
  personaIds: ['renter', 'mover'],
};

describe('what of a journey really changes', () => {
  test('is nothing where all is as it was, in whatever order the personas come', () => {
    expect(journeyChange(map, asItIs)).toEqual({});
  });

  test('is each value that differs, and no other', () => {
    expect(
      journeyChange(map, { ...asItIs, objective: 'Win them', state: 'to_be', ownerUserId: null }),
    ).toEqual({
      objective: 'Win them',
      state: 'to_be',
      ownerUserId: null,
    });
    expect(journeyChange(map, { ...asItIs, personaIds: ['renter'], outcomes: [] })).toEqual({
      personaIds: ['renter'],
      outcomes: [],
    });
  });
});
