import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LANES, LAYERS, type LaneId, type Layer, USUAL_LANES } from '../../journey/model/lanes';
import {
  type Look,
  movedLane,
  nextZoom,
  parseLook,
  SHOWS,
  type Show,
  toggledLane,
  USUAL_LOOK,
  VIEWS,
  type View,
  writeLook,
  type Zoom,
} from './look';

const parse = (search: string) => parseLook(new URLSearchParams(search));

const anyLook: fc.Arbitrary<Look> = fc.record({
  lanes: fc
    .shuffledSubarray<LaneId>(LANES.filter((lane) => lane !== 'touchpoints'))
    .chain((lanes) => fc.nat(lanes.length).map((at): LaneId[] => lanes.toSpliced(at, 0, 'touchpoints'))),
  folded: fc.uniqueArray(fc.uuid(), { maxLength: 4 }),
  layer: fc.constantFrom<Layer | null>(null, ...LAYERS),
  zoom: fc.oneof(fc.constant<Zoom>('fit'), fc.integer({ min: 50, max: 150 })),
  curves: fc.oneof(fc.constant<string[]>(['persona']), fc.uniqueArray(fc.uuid(), { maxLength: 5 })),
  view: fc.constantFrom<View>(...VIEWS),
  show: fc.oneof(
    fc.constantFrom<Show | null>(null, ...SHOWS),
    fc.uuid().map((id): Show => `team:${id}`),
  ),
});

describe('the look of a map in its address', () => {
  test('is the usual one where the address says nothing, and then writes nothing', () => {
    expect(parse('')).toEqual(USUAL_LOOK);
    expect(writeLook(new URLSearchParams('from=2026-01-01'), USUAL_LOOK).toString()).toBe('from=2026-01-01');
  });

  test('is read as it was written, and leaves every other parameter alone', () => {
    fc.assert(
      fc.property(anyLook, fc.string(), (look, persona) => {
        const written = writeLook(new URLSearchParams({ persona, zoom: '77' }), look);
        expect(parseLook(new URLSearchParams(written.toString()))).toEqual(look);
        expect(written.get('persona')).toBe(persona);
      }),
    );
  });

  test('is a look for any address, and writing it twice changes nothing', () => {
    const names = fc.constantFrom('lanes', 'folded', 'layer', 'zoom', 'curves', 'view', 'show', 'x');
    fc.assert(
      fc.property(fc.array(fc.tuple(names, fc.string())), (pairs) => {
        const look = parseLook(new URLSearchParams(pairs));
        expect(look.lanes).toContain('touchpoints');
        expect(new Set(look.lanes).size).toBe(look.lanes.length);
        expect(parseLook(writeLook(new URLSearchParams(pairs), look))).toEqual(look);
      }),
    );
  });

  test('leaves out what it does not know instead of failing', () => {
    expect(
      parse('lanes=pains,nonsense,touchpoints,pains&layer=mood&zoom=9&view=cinema&curves=me&show=team:sales'),
    ).toEqual({
      ...USUAL_LOOK,
      lanes: ['pains', 'touchpoints'],
    });
    expect([parse('zoom=999').zoom, parse('zoom=20').zoom, parse('zoom=fit').zoom]).toEqual([150, 50, 'fit']);
    expect(parse('lanes=').lanes).toEqual(['touchpoints']);
  });

  test('takes curves as a form sends them', () => {
    const [a, b] = ['0190a6d2-7a52-7bb1-8e11-4d7a7e3f0001', '0190a6d2-7a52-7bb1-8e11-4d7a7e3f0002'];
    expect(parse(`curves=${a}&curves=${b}`).curves).toEqual([a, b]);
  });
});

describe('changing the look', () => {
  test('zooms by steps and stops at the ends', () => {
    expect([nextZoom(100, 1), nextZoom(100, -1), nextZoom('fit', 1), nextZoom(80, 1)]).toEqual([
      125, 90, 125, 90,
    ]);
    expect([nextZoom(150, 1), nextZoom(50, -1)]).toEqual([150, 50]);
  });

  test('moves a lane by one place', () => {
    expect(movedLane(['touchpoints', 'emotion', 'words'], 'words', -1)).toEqual([
      'touchpoints',
      'words',
      'emotion',
    ]);
    expect(movedLane(['touchpoints', 'words'], 'words', 1)).toEqual(['touchpoints', 'words']);
  });

  test('shows a lane where it usually stands, and never hides the touchpoints', () => {
    expect(toggledLane(['touchpoints', 'emotion'], 'channels')).toEqual([
      'touchpoints',
      'channels',
      'emotion',
    ]);
    expect(toggledLane(['touchpoints', 'emotion'], 'emotion')).toEqual(['touchpoints']);
    expect(toggledLane(['touchpoints'], 'touchpoints')).toEqual(['touchpoints']);
    expect(toggledLane(toggledLane(USUAL_LANES, 'needs'), 'needs')).toEqual([...USUAL_LANES]);
  });
});
