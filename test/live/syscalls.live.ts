import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findEvent } from '@tracee/event-schema';
import { argsOf, type Printed, traceTrigger } from './session';
import { expectedSockaddr } from './sockaddr';

interface Truth {
  readonly pid: number;
  readonly syscall: string;
  readonly args: Record<string, unknown>;
  readonly ret: number;
}

/** execve and execveat are reported at entry, when they have not returned, and at exit when they failed. */
const reports = ({ syscall, ret }: Truth) => (syscall.startsWith('execve') && ret < 0 ? 2 : 1);

function agrees(truth: Truth, event: Printed): boolean {
  const args = argsOf(event);
  return (
    event.eventName === truth.syscall &&
    event.hostProcessId === truth.pid &&
    Object.entries(truth.args).every(([name, value]) =>
      same(args[name], name === 'addr' && typeof value === 'string' ? expectedSockaddr(value) : value),
    )
  );
}

function same(seen: unknown, expected: unknown): boolean {
  if (typeof expected === 'number')
    return (
      BigInt.asUintN(64, BigInt(seen as string)) === BigInt.asUintN(64, BigInt(expected)) ||
      Number(seen) === expected >>> 0
    );
  try {
    assert.deepEqual(seen, expected);
    return true;
  } catch {
    return false;
  }
}

test('every typed system call is seen with its arguments and return value', async () => {
  const names =
    'execve,execveat,open,openat,connect,dup,dup2,dup3,ptrace,process_vm_writev,memfd_create,init_module,finit_module,mount,setns,unshare,unlinkat,renameat2,kill,prctl'
      .split(',')
      .filter((name) => process.arch !== 'arm64' || findEvent(name)?.syscall?.arm64 !== null);
  const { truth, events } = await traceTrigger(
    'syscalls',
    [`event=${names.join(',')}`],
    [],
    ['--output', 'option:exec-env'],
  );
  const acts = truth as unknown as Truth[];
  assert.deepEqual([...new Set(acts.map((t) => t.syscall))].sort(), names.sort(), 'the trigger performs each');
  for (const act of acts) {
    const seen = events.filter((e) => agrees(act, e));
    assert.ok(
      seen.length >= reports(act),
      `${JSON.stringify(act)}: seen ${seen.length} times, want ${reports(act)}; of it: ${JSON.stringify(events.filter((e) => e.eventName === act.syscall).map((e) => [e.hostProcessId, e.args, e.returnValue]))}`,
    );
    assert.ok(
      seen.some((e) => e.returnValue === act.ret),
      `${JSON.stringify(act)}: returned ${seen.map((e) => e.returnValue)}`,
    );
    for (const event of seen)
      assert.equal(event.args.length, Object.keys(act.args).length, `${act.syscall}: argument count`);
  }
});
