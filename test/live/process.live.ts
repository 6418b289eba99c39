import assert from 'node:assert/strict';
import { readFileSync, readlinkSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import { test } from 'node:test';
import { argsOf, collect, type Printed, parseExact, startTrigger, traceTrigger } from './session';

type Process = { kind: 'process'; pid: number; parent: number; exit_code: number; signal: number };
type Thread = { kind: 'thread'; pid: number; tid: number; parent: number };

const named = (events: readonly Printed[], name: string) => events.filter((e) => e.eventName === name);

test('fork and exit: every process and thread of the tree, with ids, codes and signals', async () => {
  const { truth, events } = await traceTrigger('tree', ['event=sched_process_fork,sched_process_exit']);
  const forks = named(events, 'sched_process_fork').map(argsOf);
  const exits = named(events, 'sched_process_exit');
  const processes = truth.filter((t) => t.kind === 'process') as unknown as Process[];
  const threads = truth.filter((t) => t.kind === 'thread') as unknown as Thread[];
  assert.ok(processes.length >= 8 && threads.length >= 3, 'the trigger made processes and threads');
  for (const p of processes) {
    const fork = forks.filter((f) => f.child_tid === p.pid);
    assert.equal(fork.length, 1, `fork of ${JSON.stringify(p)}`);
    const { child_pid, parent_pid, leader_pid, start_time, leader_start_time } = fork[0] as Record<string, unknown>;
    assert.deepEqual([child_pid, parent_pid, leader_pid], [p.pid, p.parent, p.pid]);
    assert.equal(start_time, leader_start_time, 'a new process leads itself');
    const last = exits.filter((e) => e.hostProcessId === p.pid).at(-1);
    assert.ok(last, `exit of ${JSON.stringify(p)}`);
    const { exit_code, signal_code, process_group_exit } = argsOf(last);
    assert.equal(process_group_exit, true, 'the last thread ends the process');
    assert.deepEqual([exit_code, signal_code], [p.exit_code, p.signal]);
    const leader = exits.filter((e) => e.hostThreadId === p.pid);
    assert.equal(leader[0]?.threadStartTime, start_time, 'the start time of fork and exit agree');
  }
  for (const t of threads) {
    const fork = forks.filter((f) => f.child_tid === t.tid);
    assert.equal(fork.length, 1, `fork of ${JSON.stringify(t)}`);
    assert.deepEqual([fork[0]?.child_pid, fork[0]?.leader_tid], [t.pid, t.pid]);
  }
});

test('exec: file, arguments, interpreter, standard input, previous name and working directory', async () => {
  const { truth, events, pid } = await traceTrigger('illegitimate_shell', ['event=sched_process_exec']);
  const child = truth[0]?.pid;
  const [exec] = named(events, 'sched_process_exec').filter(
    (e) => e.hostProcessId === child && argsOf(e).prev_comm === 'nginx',
  );
  assert.ok(exec, `an exec of ${child} in ${events.length} events`);
  const args = argsOf(exec);
  const shell = statSync('/bin/sh');
  assert.equal(args.cmdpath, '/bin/sh');
  assert.equal(args.inode, shell.ino);
  assert.equal(String(args.ctime), String(statSync('/bin/sh', { bigint: true }).ctimeNs));
  assert.equal(args.inode_mode, shell.mode);
  assert.deepEqual((args.argv as string[])[0], 'sh');
  assert.equal(args.invoked_from_kernel, false);
  assert.equal(args.env, null, 'the environment is sent on request only');
  assert.equal(args.pwd, process.cwd());
  assert.equal(exec.processName, 'sh');
  assert.equal(exec.hostParentProcessId, pid);
  assert.equal(exec.args.length, 18);
});

test('exec-env: the environment comes when asked for', async () => {
  const trigger = startTrigger('fileless_execution');
  const { stdout } = await collect(
    [
      '--output',
      'json',
      '--output',
      'option:exec-env',
      '--trace',
      `tree=${trigger.pid}`,
      '--trace',
      'event=sched_process_exec',
    ],
    () => trigger.go(),
  );
  const events: Printed[] = stdout.split('\n').filter(Boolean).map(parseExact);
  assert.ok(events.length > 0);
  for (const e of events) assert.ok(Array.isArray(argsOf(e).env), JSON.stringify(e));
});

test('context: ids, namespaces, user, host name, name and times are those of /proc', async () => {
  const trigger = startTrigger('anti_debugging');
  const stat = readFileSync(`/proc/${trigger.pid}/stat`, 'utf8');
  const startTicks = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]);
  const namespace = (kind: string) => Number(/\d+/.exec(readlinkSync(`/proc/${trigger.pid}/ns/${kind}`))?.[0]);
  const { mnt, pid: pidns } = { mnt: namespace('mnt'), pid: namespace('pid') };
  const { stdout } = await collect(
    ['--output', 'json', '--trace', `tree=${trigger.pid}`, '--trace', 'event=ptrace'],
    () => trigger.go(),
  );
  const events: Printed[] = stdout.split('\n').filter(Boolean).map(parseExact);
  assert.equal(events.length, 1);
  const e = events[0] as Printed;
  assert.deepEqual(
    {
      pid: e.processId,
      tid: e.threadId,
      ppid: e.parentProcessId,
      host: e.hostProcessId,
      htid: e.hostThreadId,
      hppid: e.hostParentProcessId,
      uid: e.userId,
    },
    {
      pid: trigger.pid,
      tid: trigger.pid,
      ppid: process.pid,
      host: trigger.pid,
      htid: trigger.pid,
      hppid: process.pid,
      uid: process.getuid?.(),
    },
  );
  assert.deepEqual([e.mountNamespace, e.pidNamespace], [mnt, pidns]);
  assert.equal(e.processName, 'anti_debugging'.slice(0, 15));
  assert.equal(e.hostName, hostname().slice(0, 15));
  assert.equal(Math.floor(Number(e.threadStartTime) / 1e7) % 2 ** 32 > 0, true);
  assert.ok(Math.abs(Number(BigInt(e.timestamp as string) / 1_000_000n) - Date.now()) < 60_000, 'the time of day');
  assert.ok(startTicks > 0);
  assert.equal(argsOf(e).request, 0);
});
