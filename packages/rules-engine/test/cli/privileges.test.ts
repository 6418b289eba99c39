import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const bin = resolve(__dirname, '../../bin/tracee-rules');
const directory = mkdtempSync(join(tmpdir(), 'privileges-'));
afterAll(() => rmSync(directory, { recursive: true }));

/** The command, found through a link as npm makes one, with a Node that tells of itself in place of matching. */
function statusOf(
  args: readonly string[],
  path = process.env.PATH,
): { status: number | null; stdout: string; stderr: string } {
  const [link, node] = [join(directory, 'tracee-rules'), join(directory, 'node')];
  rmSync(link, { force: true });
  symlinkSync(bin, link);
  writeFileSync(node, '#!/bin/sh\necho "$@"\ncat /proc/self/status\n');
  chmodSync(node, 0o755);
  return spawnSync(link, args, { encoding: 'utf8', env: { PATH: path, NODE: node } });
}

const field = (text: string, name: string) => new RegExp(`^${name}:\\s+(\\S+)`, 'm').exec(text)?.[1];
const own = readFileSync('/proc/self/status', 'latin1');
const isPrivileged = field(own, 'CapPrm') !== '0000000000000000';

test('it begins without privileges, and cannot gain any', () => {
  const { stdout, stderr, status } = statusOf(['--input', 'a b', '--quiet']);
  expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
  expect(stdout.split('\n')[0]).toMatch(/\/tracee-rules --input a b --quiet$/);
  for (const name of ['CapInh', 'CapPrm', 'CapEff', 'CapAmb']) expect(field(stdout, name)).toBe('0000000000000000');
  if (isPrivileged) expect(field(stdout, 'CapBnd')).toBe('0000000000000000');
  expect(field(stdout, 'NoNewPrivs')).toBe('1');
});

(isPrivileged ? describe : describe.skip)('where it is privileged', () => {
  it('keeps that when it is told to', () => {
    const { stdout } = statusOf(['--caps', 'cancel-drop']);
    expect(field(stdout, 'CapPrm')).toBe(field(own, 'CapPrm'));
  });

  it('does not begin when it cannot drop that, but when the user allows it', () => {
    const tools = join(directory, 'tools');
    spawnSync('mkdir', ['-p', tools]);
    for (const tool of ['grep', 'cat', 'true']) symlinkSync(`/bin/${tool}`, join(tools, tool));
    const refused = statusOf([], tools);
    expect(refused.status).toBe(1);
    expect(refused.stderr).toMatch(/drop privileges: .*setpriv.*\n.*--caps allow-failed-drop/);
    const { status, stdout } = statusOf(['--ahc'], tools);
    expect(status).toBe(0);
    expect(field(stdout, 'CapPrm')).toBe(field(own, 'CapPrm'));
  });
});

test('it matches as ever', async () => {
  const child = spawn(bin, ['--list-events'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE: process.execPath },
  });
  let events = '';
  child.stdout.on('data', (text) => (events += text));
  const status = await new Promise((done) => child.on('close', done));
  // where it is not built, it says so
  expect([0, 1]).toContain(status);
  if (status === 0) expect(events).toContain('sched_process_exec');
});
