import { describe, expect, it } from 'vitest';
import { addTotals, playwrightTotals, suiteTotals, vitestTotals } from './reports.mjs';

describe('totals of the test run', () => {
  it('adds suites', () => {
    expect(
      addTotals([
        { passed: 3, failed: 1 },
        { passed: 4, failed: 0 },
      ]),
    ).toEqual({ passed: 7, failed: 1 });
    expect(addTotals([])).toEqual({ passed: 0, failed: 0 });
  });

  it('counts a vitest file that could not be loaded as one failure', () => {
    const report = {
      numPassedTests: 5,
      numFailedTests: 1,
      testResults: [
        { status: 'passed', assertionResults: [{ status: 'passed' }] },
        { status: 'failed', assertionResults: [{ status: 'passed' }, { status: 'failed' }] },
        { status: 'failed', assertionResults: [] },
      ],
    };
    expect(vitestTotals(report)).toEqual({ passed: 5, failed: 2 });
  });

  it('counts an error outside the browser tests as a failure and a skipped test as nothing', () => {
    const stats = { expected: 6, flaky: 1, unexpected: 2, skipped: 3 };
    expect(playwrightTotals({ stats, errors: [] })).toEqual({ passed: 7, failed: 2 });
    expect(playwrightTotals({ stats, errors: [{ message: 'no server' }] })).toEqual({ passed: 7, failed: 3 });
  });

  it('fails a suite that ran nothing, whatever its exit code says', () => {
    expect(suiteTotals(null, 0)).toEqual({ passed: 0, failed: 1 });
    expect(suiteTotals({ passed: 0, failed: 0 }, 0)).toEqual({ passed: 0, failed: 1 });
  });

  it('fails a suite that ended badly without naming a failure', () => {
    expect(suiteTotals({ passed: 9, failed: 0 }, 1)).toEqual({ passed: 9, failed: 1 });
    expect(suiteTotals({ passed: 9, failed: 2 }, 1)).toEqual({ passed: 9, failed: 2 });
    expect(suiteTotals({ passed: 9, failed: 0 }, 0)).toEqual({ passed: 9, failed: 0 });
  });
});
