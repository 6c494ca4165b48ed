/** @typedef {{ passed: number, failed: number }} Totals */

/** @param {Totals[]} totals @returns {Totals} */
export function addTotals(totals) {
  return {
    passed: totals.reduce((sum, { passed }) => sum + passed, 0),
    failed: totals.reduce((sum, { failed }) => sum + failed, 0),
  };
}

/**
 * What a vitest JSON report says. A file that could not be loaded has no tests in it and counts as one failure.
 * @returns {Totals}
 */
export function vitestTotals(report) {
  const unloaded = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed'),
  );
  return { passed: report.numPassedTests, failed: report.numFailedTests + unloaded.length };
}

/**
 * What a Playwright JSON report says. An error outside every test, like a server that does not start, counts as one.
 * @returns {Totals}
 */
export function playwrightTotals(report) {
  const { expected, flaky, unexpected } = report.stats;
  return { passed: expected + flaky, failed: unexpected + report.errors.length };
}

/**
 * The totals of one suite from its report and its exit code. A suite that executed nothing, wrote no report, or ended
 * badly without naming a failure has failed once.
 * @param {Totals | null} totals null: there is no report
 * @returns {Totals}
 */
export function suiteTotals(totals, exitCode) {
  if (!totals || totals.passed + totals.failed === 0) return { passed: 0, failed: 1 };
  if (exitCode !== 0 && totals.failed === 0) return { ...totals, failed: 1 };
  return totals;
}
