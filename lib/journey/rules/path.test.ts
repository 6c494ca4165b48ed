import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ENGLISH } from '../../translate';
import { LINK_KINDS } from '../model/path';
import { faultBesides, faultOfWay, hintOfWay, leavesTooMany, shareLeaving, type Way } from './path';

const ORDER = ['a', 'b', 'c', 'd', 'e'];
const end = fc.constantFrom(...ORDER, null);
const share = fc.option(
  fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100),
  { nil: null },
);
const way: fc.Arbitrary<Way> = fc.record({
  kind: fc.constantFrom(...LINK_KINDS),
  fromId: end,
  toId: end,
  shareRatio: share,
});

describe('what fits a kind of link', () => {
  test('a loop goes back, a skip goes ahead over at least one, an exit and a re-entry have one end', () => {
    fc.assert(
      fc.property(way, (one) => {
        if (faultOfWay(one, ORDER) !== null) return;
        const [from, to] = [one.fromId, one.toId].map((id) => (id === null ? null : ORDER.indexOf(id)));
        if (one.kind === 'exit') expect([from === null, to]).toEqual([false, null]);
        else if (one.kind === 're_entry') expect([from, to === null]).toEqual([null, false]);
        else expect(from === null || to === null || from === to).toBe(false);
        if (one.kind === 'loop') expect(to as number).toBeLessThan(from as number);
        if (one.kind === 'skip') expect((to as number) - (from as number)).toBeGreaterThanOrEqual(2);
      }),
    );
  });

  test('each kind has ends that fit it, so that every kind can be drawn', () => {
    const fitting = {
      next: ['a', 'c'],
      alternative: ['c', 'a'],
      loop: ['c', 'a'],
      skip: ['a', 'c'],
      exit: ['a', null],
      re_entry: [null, 'c'],
    } as const;
    for (const kind of LINK_KINDS) {
      const [fromId, toId] = fitting[kind];
      expect(faultOfWay({ kind, fromId, toId }, ORDER)).toBeNull();
      expect(hintOfWay({ kind, fromId, toId }, ORDER)).toBeNull();
    }
    expect(faultOfWay({ kind: 'skip', fromId: 'a', toId: 'b' }, ORDER)).toContain('over at least one');
    expect(faultOfWay({ kind: 'next', fromId: 'a', toId: 'x' }, ORDER)).toContain('the map shows');
    expect(faultOfWay({ kind: 'exit', fromId: 'x', toId: null }, ORDER)).toContain('the map shows');
  });

  test('what touchpoints that moved have made odd is said', () => {
    expect(hintOfWay({ kind: 'loop', fromId: 'a', toId: 'c' }, ORDER)).toContain('goes ahead now');
    expect(hintOfWay({ kind: 'skip', fromId: 'c', toId: 'a' }, ORDER)).toContain('goes back now');
    expect(hintOfWay({ kind: 'skip', fromId: 'a', toId: 'b' }, ORDER)).toContain('passes over nothing');
  });
});

describe('what stands beside each other', () => {
  test('links that were let in one after another never let more than everybody leave a touchpoint', () => {
    fc.assert(
      fc.property(fc.array(way, { maxLength: 30 }), (wanted) => {
        const drawn: Way[] = [];
        for (const one of wanted) if (faultBesides(one, drawn, ENGLISH) === null) drawn.push(one);
        for (const id of ORDER) {
          expect(leavesTooMany(drawn, id)).toBe(false);
          expect(shareLeaving(drawn, id) ?? 0).toBeLessThanOrEqual(1 + 1e-9);
        }
        const keys = drawn.map(({ kind, fromId, toId }) => `${kind} ${fromId} ${toId}`);
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });

  test('the share that is left is taken, whatever percentages it is made of', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 }), (percent) => {
        const skip: Way = { kind: 'skip', fromId: 'a', toId: 'c', shareRatio: percent / 100 };
        const exit: Way = { kind: 'exit', fromId: 'a', toId: null, shareRatio: (100 - percent) / 100 };
        expect(faultBesides(exit, [skip], ENGLISH)).toBeNull();
        if (percent > 0) {
          const more = { ...exit, shareRatio: (101 - percent) / 100 };
          expect(faultBesides(more, [skip], ENGLISH)).toContain(`At most ${100 - percent} % are left`);
        }
      }),
    );
  });
});
