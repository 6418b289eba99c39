import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(__dirname, '../..');

/** Calls a function of scripts/test/counts.mjs, which jest cannot import as it is an ES module. */
function call(name: string, ...args: unknown[]): { passed: number; failures: string[] } {
  const script = `import { ${name} } from '${join(root, 'scripts/test/counts.mjs')}';
    console.log(JSON.stringify(${name}(...JSON.parse(process.argv[1], (_, value) => value ?? undefined))));`;
  return JSON.parse(
    execFileSync(process.execPath, ['--input-type=module', '-e', script, JSON.stringify(args)], { encoding: 'utf8' }),
  );
}

const jestReport = (...statuses: string[]) => ({
  numPassedTests: statuses.filter((status) => status === 'passed').length,
  testResults: [
    {
      name: 'a.test.ts',
      message: '',
      assertionResults: statuses.map((status) => ({ fullName: `is ${status}`, status })),
    },
  ],
});

describe('a run of jest', () => {
  it('counts what passed', () => {
    expect(call('countJest', 'unit', 0, jestReport('passed', 'passed'))).toEqual({ passed: 2, failures: [] });
  });
  it('counts a test that was left out as a failure', () => {
    const { passed, failures } = call('countJest', 'unit', 1, jestReport('passed', 'failed', 'pending', 'todo'));
    expect(passed).toBe(1);
    expect(failures).toEqual(['unit: is failed (failed)', 'unit: is pending (pending)', 'unit: is todo (todo)']);
  });
  it('counts a file that did not run as a failure', () => {
    const report = {
      numPassedTests: 0,
      testResults: [{ name: 'a.test.ts', message: 'SyntaxError', assertionResults: [] }],
    };
    expect(call('countJest', 'unit', 1, report).failures).toEqual(['unit: a.test.ts: did not run']);
  });
});

describe('any run', () => {
  it.each([
    ['no report', 1, null, 'live: no report'],
    ['an exit code that the report does not explain', 3, { passed: 4, failures: [] }, 'live: exit code 3'],
    ['no test at all', 0, { passed: 0, failures: [] }, 'live: no test was found'],
  ])('counts %s as a failure', (_, status, report, failure) => {
    expect(call('countReport', 'live', status, report).failures).toEqual([failure]);
  });
});

test('the reporter of live tests leaves out suites and fails what is skipped', () => {
  const directory = mkdtempSync(join(tmpdir(), 'tracee-reporter-'));
  try {
    const file = join(directory, 'some.cjs');
    writeFileSync(
      file,
      `const { describe, test } = require('node:test');
       describe('suite', () => { test('passes', () => {}); test('is skipped', { skip: true }, () => {}); });
       test('fails', () => { throw new Error('no'); });`,
    );
    const report = join(directory, 'report');
    const options = [
      `--test-reporter=${join(root, 'test/reporter.mjs')}`,
      `--test-reporter-destination=${report}`,
      file,
    ];
    expect(spawnSync(process.execPath, options).status).toBe(1);
    const lines = readFileSync(report, 'utf8').split('\n').filter(Boolean);
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      { name: 'passes', passed: true },
      { name: 'is skipped', passed: false },
      { name: 'fails', passed: false },
    ]);
  } finally {
    rmSync(directory, { recursive: true });
  }
});
