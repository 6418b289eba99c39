/** A jest run from its --json report. A file that did not run is one failure, a test that was left out (skip, todo) as well: there are none. */
export function countJest(title, status, report) {
  const failures = report?.testResults.flatMap(({ name, message, assertionResults }) =>
    assertionResults.length === 0 && message
      ? [`${name}: did not run`]
      : assertionResults
          .filter(({ status }) => status !== 'passed')
          .map(({ fullName, status }) => `${fullName} (${status})`),
  );
  return countReport(title, status, report && { passed: report.numPassedTests, failures });
}

/** What test/run-live.mjs wrote. No report, an exit code that claims what the report does not have, and a run without a test are failures. */
export function countReport(title, status, { passed, failures } = { passed: 0, failures: ['no report'] }) {
  const all = [...failures];
  if (all.length === 0 && status !== 0) all.push(`exit code ${status}`);
  if (all.length === 0 && passed === 0) all.push('no test was found');
  return { passed, failures: all.map((failure) => `${title}: ${failure}`) };
}
