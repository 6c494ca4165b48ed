import { describe, expect, test } from 'vitest';
import { EMPTY_TOUCHPOINT, type TouchpointFields } from '../model/touchpoint';
import { touchpointFaults } from './touchpoint-fields';

const faults = (change: Partial<TouchpointFields>, before: Partial<TouchpointFields> = {}) =>
  touchpointFaults(change, { ...EMPTY_TOUCHPOINT, ...before, ...change }).map(({ path }) => path);

describe('an importance', () => {
  test('needs a source', () => {
    expect(faults({ importanceCustomer: 5 })).toEqual(['importanceSource']);
    expect(faults({ importanceBusiness: 2, importanceReason: 'Costly' })).toEqual(['importanceSource']);
  });

  test('that the team assumes needs a reason, one that customers gave does not', () => {
    expect(faults({ importanceCustomer: 5, importanceSource: 'assumed' })).toEqual(['importanceReason']);
    expect(
      faults({ importanceCustomer: 5, importanceSource: 'assumed', importanceReason: 'First contact' }),
    ).toEqual([]);
    expect(faults({ importanceCustomer: 5, importanceSource: 'customers' })).toEqual([]);
  });

  test('cannot lose its source or its reason, and leaves neither behind', () => {
    const assumed = {
      importanceCustomer: 4,
      importanceSource: 'assumed',
      importanceReason: 'Because',
    } as const;
    expect(faults({ importanceSource: null }, assumed)).toEqual(['importanceSource']);
    expect(faults({ importanceReason: '' }, assumed)).toEqual(['importanceReason']);
    expect(faults({ importanceCustomer: null }, assumed)).toEqual(['importanceSource']);
    expect(
      faults({ importanceCustomer: null, importanceSource: null, importanceReason: '' }, assumed),
    ).toEqual([]);
  });
});

describe('a decision', () => {
  test('to change something needs a reason, to keep it does not', () => {
    for (const decision of ['simplify', 'merge', 'remove'] as const) {
      expect(faults({ decision })).toEqual(['decisionReason']);
      expect(faults({ decision, decisionReason: 'Asked twice' })).toEqual([]);
    }
    expect(faults({ decision: 'keep' })).toEqual([]);
  });

  test('that is taken back takes its reason along', () => {
    const before = { decision: 'remove', decisionReason: 'Nobody needs it' } as const;
    expect(faults({ decision: null }, before)).toEqual(['decisionReason']);
    expect(faults({ decision: null, decisionReason: '' }, before)).toEqual([]);
  });
});

test('an old contradiction does not stand in the way of another change', () => {
  expect(faults({ title: 'New name' }, { importanceCustomer: 5, decision: 'remove' })).toEqual([]);
});
