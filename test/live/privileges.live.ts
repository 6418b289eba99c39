import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { findings, overFifo } from './pipeline';
import { bin, collect, outcome, startTrigger, triggers } from './session';

const numbers = { dac_read_search: 2n, sys_ptrace: 19n, perfmon: 38n, bpf: 39n };
const setOf = (...names: (keyof typeof numbers)[]) => names.reduce((bits, name) => bits | (1n << numbers[name]), 0n);

/** What /proc says of each thread of a process. */
function threads(pid: number) {
  return readdirSync(`/proc/${pid}/task`).map((tid) => {
    const status = readFileSync(`/proc/${pid}/task/${tid}/status`, 'latin1');
    const field = (name: string) => new RegExp(`^${name}:\\s+(\\S+)`, 'm').exec(status)?.[1] as string;
    const set = (name: string) => BigInt(`0x${field(name)}`);
    return {
      effective: set('CapEff'),
      permitted: set('CapPrm'),
      inheritable: set('CapInh'),
      bounding: set('CapBnd'),
      noNewPrivileges: field('NoNewPrivs'),
      seccomp: field('Seccomp'),
    };
  });
}

const dropped = (kept: bigint) => ({
  effective: kept,
  permitted: kept,
  inheritable: 0n,
  bounding: kept,
  noNewPrivileges: '1',
  seccomp: '2',
});

test('every thread of the collector keeps what is needed and nothing else, and events are traced all the same', async () => {
  const trigger = startTrigger('ptrace_code_injection');
  const scope = ['--trace', `tree=${trigger.pid}`, '--trace', 'event=ptrace,sched_process_exec,probe_detached'];
  const run = await overFifo(scope, [], async ({ collector }) => {
    const found = threads(collector.pid as number);
    assert.ok(found.length > 3, `${found.length} threads`);
    for (const thread of found)
      assert.deepEqual(thread, dropped(setOf('bpf', 'perfmon', 'dac_read_search', 'sys_ptrace')));
    return trigger.go();
  });
  assert.equal(run.collector.code, 0, run.collector.stderr);
  const found = findings(run.rules.stdout).filter(({ signature }) => signature.id === 'TRC-103');
  for (const { pid } of run.result)
    assert.ok(
      found.some(({ event }) => event.hostProcessId === pid),
      run.rules.stdout,
    );
});

test('an intruder inside of the collector executes nothing and traces nobody', async () => {
  const options = ['--output', 'frames=file:/dev/null', '--trace', `tree=${process.pid}`, '--trace', 'event=ptrace'];
  const { truth } = await collect(options, async (collector) => {
    const [thread] = threads(collector.pid as number);
    assert.deepEqual(thread, dropped(setOf('bpf', 'perfmon', 'dac_read_search')));
    const call = (name: string) =>
      execFileSync(join(triggers, 'call_elsewhere'), [String(collector.pid), name], { encoding: 'utf8' }).trim();
    return { execve: call('execve'), ptrace: call('ptrace'), setns: call('setns'), getpid: call('getpid') };
  });
  const refused = '-1'; // EPERM
  assert.deepEqual(
    { ...truth, getpid: Number(truth.getpid) > 0 },
    { execve: refused, ptrace: refused, setns: refused, getpid: true },
  );
});

test('--caps keeps more, or all', async () => {
  const options = ['--output', 'frames=file:/dev/null', '--trace', `tree=${process.pid}`, '--trace', 'event=ptrace'];
  const before = threads(process.pid)[0]?.permitted as bigint;
  await collect([...options, '--caps', 'add=CAP_SYS_PTRACE', '--caps', 'add!=perfmon'], async ({ pid }) => {
    for (const { permitted } of threads(pid as number))
      assert.equal(permitted, setOf('bpf', 'dac_read_search', 'sys_ptrace'));
  });
  await collect([...options, '--caps', 'cancel-drop'], async ({ pid }) => {
    for (const thread of threads(pid as number)) {
      assert.equal(thread.permitted, before);
      assert.equal(thread.seccomp, '0');
    }
  });
});

test('doctor tells what the kernel lacks from what this user may not do', async () => {
  const features = async (...without: readonly string[]) => {
    const dropped = without.map((name) => `-${name}`).join(',');
    const doctor = [process.execPath, bin('tracee-collect'), 'doctor'];
    const [command = '', ...args] = dropped === '' ? doctor : ['setpriv', '--bounding-set', dropped, ...doctor];
    const { stdout, stderr } = await outcome(spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] }));
    const line = /^ {2}cgroup socket addresses +(.*)$/m.exec(stdout)?.[1];
    assert.ok(line, `${stdout}${stderr}`);
    return line;
  };
  assert.equal(await features(), 'yes');
  assert.equal(await features('net_admin'), 'yes'); // CAP_SYS_ADMIN is left
  assert.equal(await features('net_admin', 'sys_admin'), 'no: not permitted: this user has no CAP_NET_ADMIN');
});
