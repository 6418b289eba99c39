// run-live.mjs [RESULTS [NAME ...]]: runs every compiled *.live.js, or those named, one after another as they share the kernel, and writes what
// passed and failed as JSON. What is fit for virtual machines alone, *.guest.js, is run when it is named.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const compiled = join(root, 'build/test');
/** A file that takes longer hangs. In an emulated guest the acts of all signatures take minutes. */
const fileLimitMs = Number(process.env.LIVE_FILE_MINUTES ?? 20) * 60_000;
const [, , resultsFile, ...names] = process.argv;

function* liveFiles(directory) {
  for (const entry of readdirSync(directory, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) yield* liveFiles(path);
    else if (isWanted(entry.name)) yield path;
  }
}

function isWanted(file) {
  const [, name, where] = /^(.+)\.(live|guest)\.js$/.exec(file) ?? [];
  return names.length === 0 ? where === 'live' : names.includes(name);
}

/** Runs a file in a process group of its own, so that nothing it started outlives it. */
async function runFile(file, report) {
  const reporters = ['spec', 'stderr', join(root, 'test/reporter.mjs'), report];
  const options = ['--test-reporter', '--test-reporter-destination'];
  const child = spawn(process.execPath, [...reporters.map((value, i) => `${options[i % 2]}=${value}`), file], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: true,
  });
  const endGroup = () => {
    try {
      process.kill(-child.pid, 'SIGKILL');
    } catch {
      // nobody is left
    }
  };
  const stop = () => {
    endGroup();
    process.exit(1);
  };
  const limit = setTimeout(endGroup, fileLimitMs);
  process.on('SIGINT', stop).on('SIGTERM', stop);
  const [code, signal] = await once(child, 'exit');
  process.off('SIGINT', stop).off('SIGTERM', stop);
  clearTimeout(limit);
  endGroup();
  return signal ?? code;
}

async function results() {
  const total = { passed: 0, failures: [] };
  const directory = mkdtempSync(join(tmpdir(), 'tracee-live-results-'));
  for (const file of liveFiles(compiled)) {
    const title = relative(compiled, file).replace(/\.js$/, '.ts');
    process.stderr.write(`${title}\n`);
    const report = join(directory, 'report');
    writeFileSync(report, '');
    const end = await runFile(file, report);
    const tests = readFileSync(report, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line));
    const failed = tests.filter(({ passed }) => !passed).map(({ name }) => `${title}: ${name}`);
    total.passed += tests.length - failed.length;
    total.failures.push(...failed);
    if (failed.length === 0 && (end !== 0 || tests.length === 0))
      total.failures.push(`${title}: ${tests.length} tests, exit code or signal ${end}`);
  }
  rmSync(directory, { recursive: true });
  return total;
}

const total = await results();
if (resultsFile !== undefined) writeFileSync(resultsFile, JSON.stringify(total));
process.stderr.write(`${total.passed} passed, ${total.failures.length} failed\n`);
process.exitCode = total.failures.length === 0 && total.passed > 0 ? 0 : 1;
