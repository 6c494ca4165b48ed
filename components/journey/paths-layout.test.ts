import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LinkView } from '@/lib/insights/model';
import type { LinkKind } from '@/lib/journey/model/path';
import { arcPath, laneOfPaths, layoutPaths, levelPx, type PathArc } from './paths-layout';

const COLUMNS = Array.from({ length: 12 }, (_, index) => `t${index}`);

const link = (id: string, kind: LinkKind, fromId: string | null, toId: string | null): LinkView => ({
  ...{ id, kind, fromId, toId },
  label: '',
  shareRatio: null,
});

const column = fc.integer({ min: 0, max: COLUMNS.length - 1 });
const links = fc
  .array(fc.tuple(column, column, fc.constantFrom('way', 'exit', 're_entry')), { maxLength: 25 })
  .map((all) =>
    all
      .filter(([from, to, kind]) => kind !== 'way' || from !== to)
      .map(([from, to, kind], index) =>
        kind === 'exit'
          ? link(`l${index}`, 'exit', `t${from}`, null)
          : kind === 're_entry'
            ? link(`l${index}`, 're_entry', null, `t${to}`)
            : link(`l${index}`, to < from ? 'loop' : 'alternative', `t${from}`, `t${to}`),
      ),
  );

const place = (id: string | null) => (id === null ? null : Number(id.slice(1)));
const isStub = ({ link: { fromId, toId } }: PathArc) => fromId === null || toId === null;

/** What an arc covers in whole columns; exits and re-entries reach a little to both sides. */
function span({ link: { fromId, toId } }: PathArc): [number, number] {
  const [from, to] = [place(fromId), place(toId)];
  const only = (from ?? to) as number;
  if (from === null || to === null) return [only - 0.4, only + 0.4];
  return [Math.min(from, to), Math.max(from, to)];
}

describe('the layout of paths', () => {
  test('every link has one arc with a level that its side counts', () => {
    fc.assert(
      fc.property(links, (all) => {
        const { arcs, above, below } = layoutPaths(COLUMNS, all);
        expect(arcs.map((arc) => arc.link.id).sort()).toEqual(all.map(({ id }) => id).sort());
        for (const { level, side } of arcs) {
          expect(level).toBeGreaterThanOrEqual(1);
          expect(level).toBeLessThanOrEqual(side === 'above' ? above : below);
        }
      }),
    );
  });

  test('arcs that overlap on one side never share a level, and what lies within another is nearer to the line', () => {
    fc.assert(
      fc.property(links, (all) => {
        const { arcs } = layoutPaths(COLUMNS, all);
        for (const a of arcs) {
          for (const b of arcs) {
            if (a === b || a.side !== b.side) continue;
            const [[aLow, aHigh], [bLow, bHigh]] = [span(a), span(b)];
            if (aLow < bHigh && bLow < aHigh) expect(a.level).not.toBe(b.level);
            const within = aLow >= bLow && aHigh <= bHigh && aHigh - aLow < bHigh - bLow;
            if (within) expect(a.level).toBeLessThan(b.level);
          }
        }
      }),
    );
  });

  test('an arc that lies within another stays within it at a column where both end', () => {
    fc.assert(
      fc.property(links, (all) => {
        const arcs = layoutPaths(COLUMNS, all).arcs.filter((arc) => !isStub(arc));
        for (const a of arcs) {
          for (const b of arcs) {
            if (a === b || a.side !== b.side) continue;
            const [[aLow, aHigh], [bLow, bHigh]] = [span(a), span(b)];
            if (aLow < bLow || aHigh > bHigh || aHigh - aLow === bHigh - bLow) continue;
            expect(Math.min(a.start, a.end)).toBeGreaterThan(Math.min(b.start, b.end));
            expect(Math.max(a.start, a.end)).toBeLessThan(Math.max(b.start, b.end));
          }
        }
      }),
    );
  });

  test('arcs end in their own columns, ahead from left to right and back from right to left', () => {
    fc.assert(
      fc.property(links, (all) => {
        for (const { link: one, start, end, side } of layoutPaths(COLUMNS, all).arcs) {
          const [from, to] = [place(one.fromId), place(one.toId)];
          if (from !== null) expect(Math.floor(start)).toBe(from);
          if (to !== null) expect(Math.floor(end)).toBe(to);
          if (from !== null && to !== null) expect(end > start).toBe(side === 'above');
          else expect(side).toBe('below');
        }
      }),
    );
  });

  test('links whose ends are not among the columns are left out', () => {
    expect(layoutPaths(['t0', null, 't1'], [link('l', 'next', 't0', 'gone')]).arcs).toEqual([]);
    expect(layoutPaths([], [link('l', 'exit', 't0', null)])).toEqual({ arcs: [], above: 0, below: 0 });
  });

  test('the height grows with the logarithm of the levels, each a little farther than the one before', () => {
    for (let level = 1; level < 40; level += 1) {
      expect(levelPx(level + 1)).toBeGreaterThanOrEqual(levelPx(level));
      expect(levelPx(level + 1) - levelPx(level)).toBeLessThanOrEqual(
        levelPx(level) - levelPx(level - 1) + 1,
      );
    }
    expect(levelPx(2 * 15 + 1) - levelPx(15)).toBe(levelPx(1));
    const { height } = laneOfPaths({ above: 30, below: 30 });
    expect(height).toBeLessThan(400);
  });

  test('every arc is drawn inside the lane', () => {
    fc.assert(
      fc.property(links, (all) => {
        const layout = layoutPaths(COLUMNS, all);
        const { height, line } = laneOfPaths(layout);
        for (const arc of layout.arcs) {
          const path = arcPath(arc, line);
          expect(path).toMatch(/^M[-\d.]/);
          expect(path).not.toContain('NaN');
          const far = arc.side === 'above' ? line - levelPx(arc.level) : line + levelPx(arc.level);
          expect(far).toBeGreaterThan(0);
          expect(far).toBeLessThan(height);
        }
      }),
    );
  });
});
