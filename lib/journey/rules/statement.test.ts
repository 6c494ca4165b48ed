import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../clock';
import { ENGLISH } from '../../translate';
import {
  CUSTOMER_EVIDENCE,
  EVIDENCE_KINDS,
  STANCES,
  STATEMENT_KINDS,
  STATEMENT_STATES,
  type StatementState,
} from '../model/statement';
import {
  carriedBy,
  isOld,
  kindOfAnswer,
  missingFor,
  monthsBetween,
  nextClaim,
  stateOn,
  type Weighed,
  weightOf,
  whyLess,
} from './statement';

const TODAY = '2026-06-30';
const rank = (state: StatementState) => STATEMENT_STATES.indexOf(state);

const day = fc.integer({ min: -1200, max: 400 }).map((days) => addDays(TODAY, days));
const weighed: fc.Arbitrary<Weighed> = fc.record({
  kind: fc.constantFrom(...EVIDENCE_KINDS),
  stance: fc.constantFrom(...STANCES),
  gatheredOn: fc.integer({ min: -1200, max: 0 }).map((days) => addDays(TODAY, days)),
  expiresOn: fc.option(day, { nil: null }),
});
const statement = fc.record({
  kind: fc.constantFrom(...STATEMENT_KINDS),
  state: fc.constantFrom(...STATEMENT_STATES),
  expiresOn: fc.option(day, { nil: null }),
});
const list = fc.array(weighed, { maxLength: 6 });

const interview = (over: Partial<Weighed> = {}): Weighed => ({
  kind: 'interview',
  stance: 'supports',
  gatheredOn: addDays(TODAY, -30),
  expiresOn: null,
  ...over,
});

describe('how sure a statement is', () => {
  test('it is never surer than claimed, nor than its evidence carries, and refuted stays refuted', () => {
    fc.assert(
      fc.property(statement, list, (one, evidence) => {
        const shown = stateOn(one, evidence, TODAY);
        if (one.state === 'refuted') {
          expect(shown).toBe('refuted');
          return;
        }
        expect(rank(shown)).toBeLessThanOrEqual(rank(one.state));
        expect(rank(shown)).toBeLessThanOrEqual(rank(carriedBy(one.kind, evidence, TODAY)));
      }),
    );
  });

  test('more evidence never makes it less sure, and time never makes it surer', () => {
    fc.assert(
      fc.property(statement, list, weighed, fc.nat(1000), (one, evidence, more, days) => {
        const now = rank(stateOn(one, evidence, TODAY));
        expect(rank(stateOn(one, [...evidence, more], TODAY))).toBeGreaterThanOrEqual(now);
        expect(rank(stateOn(one, evidence, addDays(TODAY, days)))).toBeLessThanOrEqual(now);
      }),
    );
  });

  test('only customers validate: other evidence makes it partly validated, however much there is', () => {
    fc.assert(
      fc.property(statement, list, (one, evidence) => {
        const others = evidence.filter(
          ({ kind }) => !(CUSTOMER_EVIDENCE as readonly string[]).includes(kind),
        );
        expect(stateOn({ ...one, state: 'validated' }, others, TODAY)).not.toBe('validated');
      }),
    );
    expect(carriedBy('pain', [interview()], TODAY)).toBe('validated');
    expect(carriedBy('pain', [interview({ kind: 'expert' })], TODAY)).toBe('partly');
  });

  test('an action is validated by what customers were seen to do, not by what they say', () => {
    expect(carriedBy('action', [interview()], TODAY)).toBe('partly');
    expect(carriedBy('action', [interview({ kind: 'observation' })], TODAY)).toBe('validated');
    expect(carriedBy('action', [interview({ kind: 'analytics' })], TODAY)).toBe('validated');
  });

  test('after twelve months evidence carries one step less, from the day after', () => {
    const last = interview({ gatheredOn: addDays(TODAY, -365) });
    const old = interview({ gatheredOn: addDays(TODAY, -366) });
    expect([isOld(last, TODAY), isOld(old, TODAY)]).toEqual([false, true]);
    expect([weightOf('pain', last, TODAY), weightOf('pain', old, TODAY)]).toEqual(['validated', 'partly']);
    expect(weightOf('pain', { ...old, kind: 'expert' }, TODAY)).toBe('assumption');
  });

  test('what has expired or contradicts carries nothing; on its last day it still counts', () => {
    expect(carriedBy('pain', [interview({ expiresOn: addDays(TODAY, -1) })], TODAY)).toBe('assumption');
    expect(carriedBy('pain', [interview({ expiresOn: TODAY })], TODAY)).toBe('validated');
    expect(carriedBy('pain', [interview({ stance: 'contradicts' })], TODAY)).toBe('assumption');
  });

  test('an expired statement is one step less sure', () => {
    const one = { kind: 'pain', state: 'validated', expiresOn: addDays(TODAY, -1) } as const;
    expect(stateOn(one, [interview()], TODAY)).toBe('partly');
    expect(stateOn({ ...one, expiresOn: TODAY }, [interview()], TODAY)).toBe('validated');
  });
});

describe('what is missing', () => {
  test('a claim is refused exactly where it would be shown as less, or refuted without contradiction', () => {
    fc.assert(
      fc.property(statement, list, (one, evidence) => {
        const missing = missingFor(one.kind, one.state, evidence, TODAY);
        if (one.state === 'refuted') {
          const against = evidence.some(
            ({ stance, expiresOn }) => stance === 'contradicts' && (expiresOn === null || expiresOn >= TODAY),
          );
          expect(missing === null).toBe(against);
          return;
        }
        const shown = stateOn({ ...one, expiresOn: null }, evidence, TODAY);
        expect(missing === null).toBe(shown === one.state);
      }),
    );
  });

  test('whoever sees less than was claimed is told why, and nobody else', () => {
    fc.assert(
      fc.property(statement, list, (one, evidence) => {
        const less = rank(stateOn(one, evidence, TODAY)) < rank(one.state);
        expect(whyLess(one, evidence, TODAY, ENGLISH) !== null).toBe(less);
      }),
    );
    const claim = { kind: 'pain', state: 'validated', expiresOn: null } as const;
    const why = (...evidence: Weighed[]) => whyLess(claim, evidence, TODAY, ENGLISH);
    expect(why()).toContain('nothing supports it');
    expect(why(interview({ gatheredOn: '2024-01-01' }))).toContain('more than 12 months old');
    expect(why(interview({ expiresOn: '2026-01-01' }))).toContain('expired');
    expect(why(interview({ kind: 'expert' }))).toContain('no customer');
  });

  test('the sentence names the evidence that would do', () => {
    expect(missingFor('pain', 'validated', [], TODAY)).toContain('interview');
    expect(missingFor('action', 'validated', [interview()], TODAY)).toContain('observation');
    expect(missingFor('pain', 'partly', [], TODAY)).toContain('Add a piece of evidence');
    expect(missingFor('pain', 'refuted', [interview()], TODAY)).toContain('contradicts');
    expect(missingFor('pain', 'assumption', [], TODAY)).toBeNull();
  });

  test('going round the states stops only where the evidence carries the claim, and says what it passed over', () => {
    fc.assert(
      fc.property(statement, list, (one, evidence) => {
        const { state, refused } = nextClaim({ ...one, claimed: one.state }, evidence, TODAY);
        expect(state).not.toBe(one.state);
        if (state !== null) expect(missingFor(one.kind, state, evidence, TODAY)).toBeNull();
        const neighbour = STATEMENT_STATES[(rank(one.state) + 1) % STATEMENT_STATES.length];
        expect(refused === null).toBe(state === neighbour);
      }),
    );
    expect(nextClaim({ kind: 'pain', claimed: 'assumption' }, [], TODAY)).toEqual({
      state: null,
      refused: 'Partly validated needs evidence. Add a piece of evidence first.',
    });
    expect(nextClaim({ kind: 'pain', claimed: 'validated' }, [], TODAY).state).toBe('assumption');
  });
});

test('months are counted full', () => {
  expect(monthsBetween('2025-01-31', '2025-03-30')).toBe(1);
  expect(monthsBetween('2025-01-31', '2025-03-31')).toBe(2);
  expect(monthsBetween('2025-04-15', '2026-06-30')).toBe(14);
  expect(monthsBetween('2026-06-30', '2026-06-01')).toBe(0);
});

test('a bad score suggests a pain, a good one a gain, no score a thought', () => {
  expect([1, 4, 7].map((score) => kindOfAnswer('ces', score))).toEqual(['pain', 'thought', 'gain']);
  expect(kindOfAnswer('nps', 0)).toBe('pain');
  expect(kindOfAnswer('nps', 10)).toBe('gain');
  expect(kindOfAnswer('emotion', null)).toBe('thought');
});
