import { describe, expect, test } from 'vitest';
import { handoffTopic } from '../model/handoff';
import type { LinkKind } from '../model/path';
import { handoffsOf, handoffTitle } from './handoff';

const team = (name: string | null) => (name === null ? null : { id: name, name });

/** Stages in order: each its owner, then its touchpoints as [id, own owner]. */
function stagesOf(...stages: [string | null, ...[string, string | null][]][]) {
  return stages.map(([owner, ...touchpoints], index) => ({
    id: `stage ${index}`,
    title: `Stage ${index}`,
    owner: team(owner),
    touchpoints: touchpoints.map(([id, own]) => ({ id, title: `T${id}`, owner: team(own) })),
  }));
}

const map = (
  stages: ReturnType<typeof stagesOf>,
  links: { kind: LinkKind; fromId: string | null; toId: string | null }[] = [],
  handoffs: { id: string; fromId: string; toId: string }[] = [],
) => ({ stages, links, handoffs });

const told = (given: Parameters<typeof handoffsOf>[0]) =>
  handoffsOf(given).map(
    (one) => `${one.from.id}>${one.to.id} ${handoffTitle(one)}${one.current ? '' : ' (past)'}`,
  );

describe('handoffs', () => {
  test('appear where the owner changes from one touchpoint to the next, over stages too', () => {
    const stages = stagesOf(['Sales', ['a', null], ['b', 'Care']], ['Field', ['c', null], ['d', 'Field']]);
    expect(told(map(stages))).toEqual(['a>b Sales → Care', 'b>c Care → Field']);
  });

  test('appear along a link of kind next or alternative, and along no other', () => {
    const stages = stagesOf(['Sales', ['a', null]], ['Field', ['b', null]], ['Care', ['c', null]]);
    const between = (kind: LinkKind) => told(map(stages, [{ kind, fromId: 'a', toId: 'c' }]));
    const plain = ['a>b Sales → Field', 'b>c Field → Care'];
    expect(between('alternative')).toEqual(['a>b Sales → Field', 'a>c Sales → Care', 'b>c Field → Care']);
    expect(between('next')).toEqual(between('alternative'));
    expect(between('skip')).toEqual(plain);
    expect(told(map(stages, [{ kind: 'exit', fromId: 'a', toId: null }]))).toEqual(plain);
  });

  test('nobody hands over what nobody owns', () => {
    expect(told(map(stagesOf(['Sales', ['a', null]], [null, ['b', null]], ['Care', ['c', null]])))).toEqual(
      [],
    );
  });

  test('what is recorded stays when the owners become equal or the order changes, as no longer a handoff', () => {
    const recorded = [{ id: 'h', fromId: 'a', toId: 'c' }];
    const stages = stagesOf(['Sales', ['a', null], ['b', null]], ['Care', ['c', null]]);
    expect(told(map(stages, [], recorded))).toEqual(['a>c Sales → Care (past)', 'b>c Sales → Care']);
    const merged = stagesOf(['Sales', ['a', null], ['c', null]]);
    expect(told(map(merged, [], recorded))).toEqual(['a>c Ta → Tc (past)']);
    const [handoff] = handoffsOf(map(merged, [], recorded));
    expect(handoff?.recorded).toEqual(recorded[0]);
  });

  test('what is recorded is found at its own pair only, and never for touchpoints off the map', () => {
    const stages = stagesOf(['Sales', ['a', null]], ['Care', ['b', null]]);
    const recorded = [
      { id: 'gone', fromId: 'x', toId: 'b' },
      { id: 'back', fromId: 'b', toId: 'a' },
    ];
    expect(told(map(stages, [], recorded))).toEqual(['b>a Care → Sales (past)', 'a>b Sales → Care']);
    expect(handoffsOf(map(stages, [], recorded)).at(-1)?.recorded).toBeNull();
  });
});

test('the question’s topic fits the field it goes into, and names that do not are left to the author', () => {
  expect(handoffTopic('en', 'Sales', 'Field ops')).toBe(
    'go from Sales to Field ops without repeating myself',
  );
  expect(handoffTopic('de', 'Vertrieb', 'Technik')).toContain('von Vertrieb zu Technik');
  expect(handoffTopic('en', 'x'.repeat(80), 'y'.repeat(80))).toBe('');
});
