import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { eventCount, fingerprint } from '@tracee/event-schema';
import { exitCodes } from '../../src/exit_codes';

const packageDir = join(__dirname, '../..');
const bin = join(packageDir, 'bin/tracee-collect');
const compiler = require.resolve('typescript/package.json').replace('package.json', 'bin/tsc');

/** The command as it is installed; what it says must not depend on a kernel. */
function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], { encoding: 'utf8', timeout: 20_000 });
  return { status, stdout, stderr };
}

beforeAll(() => execFileSync(process.execPath, [compiler, '-b', packageDir], { stdio: 'inherit' }), 60_000);

it('--help', () => {
  const { status, stdout, stderr } = run('--help');
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toMatch(/^tracee-collect \[options\]/);
  expect(stdout).toContain('Exit status:');
});

it('--version', () => {
  const { status, stdout } = run('--version');
  expect(status).toBe(0);
  expect(stdout.split('\n')[0]).toBe('tracee-collect 0.1.0');
  expect(stdout).toMatch(/^libbpf /m);
  expect(stdout).toContain(`schema ${fingerprint} (${eventCount} events), frame format 1`);
});

it('--list', () => {
  const all = run('--list');
  expect(all.status).toBe(0);
  expect(all.stdout.trimEnd().split('\n')).toHaveLength(eventCount + 1);
  const few = run('--list', '-t', 'event=openat', '-o', 'json');
  expect(JSON.parse(few.stdout)).toMatchObject({ id: 257, name: 'openat' });
});

it('--list for a reader that leaves early', async () => {
  const child = spawn('sh', ['-c', `"${process.execPath}" "${bin}" --list -o json | head -c 1`], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk) => {
    said += chunk;
  });
  expect(await new Promise((resolve) => child.on('close', resolve))).toBe(0);
  expect(said).toBe('');
});

it.each([
  [['--tarce', 'event=openat'], 'did you mean "--trace"?'],
  [['-t', 'event=opnat'], 'no event "opnat" (did you mean "openat"?)'],
  [['-t', 'comm>1'], '">" is not an operator of comm'],
  [['-t', 'tree=4194305'], 'no process 4194305'],
  [['--list', '-t', 'set=nte'], 'did you mean "net"?'],
  [['-o', 'jsno'], 'did you mean "json"?'],
  [['-d', 'soon'], '--duration: "soon"'],
  [['--ring-size', '3'], '--ring-size: "3"'],
])('%j is refused in one line', (args, found) => {
  const { status, stdout, stderr } = run(...args);
  expect({ status, stdout }).toEqual({ status: exitCodes.usage.status, stdout: '' });
  expect(stderr).toMatch(/^tracee-collect: error: .*\n$/);
  expect(stderr).toContain(found);
});

it('says what is missing without the right to load BPF programs', () => {
  if (process.getuid?.() !== 0) {
    expect(run('-o', 'json')).toMatchObject({ status: exitCodes.permission.status, stdout: '' });
    return;
  }
  // as nobody: the same command, from a place that user can read
  const script = `process.setgid(65534); process.setuid(65534); require(${JSON.stringify(join(packageDir, 'dist/src/cli/main.js'))}).main(['-o', 'json'])`;
  const { status, stdout, stderr } = spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' });
  expect({ status, stdout }).toEqual({ status: exitCodes.permission.status, stdout: '' });
  expect(stderr).toMatch(
    /^tracee-collect: error: start: this user has no CAP_BPF and no CAP_PERFMON \(run as root: sudo tracee-collect/,
  );
});
