import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { release, tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { type Argument, events as definitions, type EventDefinition } from '@tracee/event-schema';
import { argsOf, type Printed, traceTrigger } from './session';

/** A call of the plan: the same for the trigger, which performs it, and for the test, which knows what must be seen. */
interface Planned {
  readonly event: EventDefinition;
  readonly table: 64 | 32;
  readonly line: string;
  /** By argument: what must be seen, or what of the memory afterwards must be. */
  readonly expected: readonly (unknown | 'time' | 'pair')[];
}

interface Outcome {
  readonly pid: number;
  readonly ret: number | string | null;
  readonly memory: readonly (readonly [number, number] | null)[];
}

/** Not performed, and why. */
const left: Readonly<Record<string, string>> = {
  vhangup: 'hangs up the terminal that the tests run on',
};

/** Values that would do something, in place of those made by type. */
const harmless: Readonly<Record<string, Readonly<Record<string, bigint>>>> = {
  // CLONE_SIGHAND without CLONE_VM: refused
  clone: { flags: 0x7ace_0000_0000_0800n },
};

/** Text that the kernel writes. */
const written: Readonly<Record<string, string>> = { getcwd: process.cwd() };

const returns = (name: string): string => {
  if (['fork', 'vfork'].includes(name)) return 'twice';
  return ['exit', 'exit_group', 'rt_sigreturn', 'sigreturn', 'pause', 'sigsuspend'].includes(name) ? 'never' : 'once';
};

/** struct timespec of these 32-bit calls has 32-bit fields; all that came with 64-bit times have numbers from 403 on. */
const firstTime64 = 403;

/** Numbers that no descriptor, process, flag or address has here; every second 32-bit one is negative. */
function register(type: string, place: number): bigint {
  switch (type) {
    case 'u16':
      return 0xbeef_07a0n + BigInt(place);
    case 'i32':
    case 'u32':
      return (place % 2 === 0 ? 0xdead_bee0n : 0x7ace_0000n) + BigInt(place);
    default:
      return 0x7ace_0000_1001n + BigInt(place);
  }
}

const narrowed = (type: string, value: bigint): bigint => {
  if (type === 'u16') return BigInt.asUintN(16, value);
  if (type === 'i32') return BigInt.asIntN(32, value);
  return type === 'u32' ? BigInt.asUintN(32, value) : value;
};

function planArgument(name: string, number: number, table: 64 | 32, { name: arg, type }: Argument, place: number) {
  const text = `/nonexistent/${arg}-${name}`;
  switch (type) {
    case 'string':
      return { word: `t=${text}`, expected: written[name] ?? text };
    case 'strings':
      return { word: `T=${text},${place}`, expected: [text, String(place)] };
    case 'timespec':
      return { word: `${table === 32 && number < firstTime64 ? 'S' : 's'}=0.100${place}`, expected: 'time' };
    case 'i32x2':
      return { word: '2=', expected: 'pair' };
    case 'sockaddr':
      return { word: 'a=', expected: { sa_family: 'AF_INET', sin_port: '4660', sin_addr: '127.0.0.1' } };
    default: {
      const whole = harmless[name]?.[arg] ?? register(type, place);
      const value = table === 32 ? BigInt.asUintN(32, whole) : whole;
      return { word: `n=${value}`, expected: narrowed(type, value) };
    }
  }
}

function plan(event: EventDefinition, table: 64 | 32): Planned[] {
  const number = table === 64 ? event.syscall?.x64 : event.syscall?.ia32;
  if (number === null || number === undefined || event.name in left) return [];
  const planned = event.args.map((arg, place) => planArgument(event.name, number, table, arg, place));
  const line = [table, number, returns(event.name), ...planned.map(({ word }) => word)].join(' ');
  return [{ event, table, line, expected: planned.map(({ expected }) => expected) }];
}

const syscalls = definitions.filter(({ syscall }) => syscall !== undefined);

let int80 = false;
let seen: Map<number, Printed[]> = new Map();
let outcomes: Outcome[] = [];
const planned = ([64, 32] as const).flatMap((table) => syscalls.flatMap((event) => plan(event, table)));

const directory = mkdtempSync(join(tmpdir(), 'tracee-plan-'));
after(() => rmSync(directory, { recursive: true }));

before(async () => {
  const path = join(directory, 'plan');
  writeFileSync(path, planned.map(({ line }) => `${line}\n`).join(''));
  const names = `event=${syscalls.map(({ name }) => name).join(',')}`;
  const { truth, events } = await traceTrigger('any_syscalls', [names], [path], ['--output', 'option:exec-env']);
  const [first, ...rest] = truth as unknown as [{ int80: boolean }, ...Outcome[]];
  ({ int80 } = first);
  outcomes = rest;
  seen = grouped(events);
});

function grouped(events: readonly Printed[]): Map<number, Printed[]> {
  const groups = new Map<number, Printed[]>();
  for (const event of events) {
    const pid = event.hostProcessId as number;
    groups.set(pid, [...(groups.get(pid) ?? []), event]);
  }
  return groups;
}

/** A time as the JSON output has it: a number of seconds, or the pair where that is none. */
const timeShown = ([seconds, nanoseconds]: readonly [number, number]): unknown =>
  nanoseconds >= 0 && nanoseconds < 1e9 && seconds >= 0
    ? Number(`${seconds}.${String(nanoseconds).padStart(9, '0')}`)
    : [seconds, nanoseconds];

/** What is wrong with an event of a call; empty when nothing is. */
function wrong({ event, table, expected }: Planned, outcome: Outcome, printed: Printed): string[] {
  const args = argsOf(printed);
  const all = event.args.map(({ name }, place) => {
    const memory = outcome.memory[place];
    const want =
      expected[place] === 'time' && memory ? timeShown(memory) : expected[place] === 'pair' ? memory : expected[place];
    const value = args[name];
    const same = typeof want === 'bigint' ? BigInt(value as string) === want : equal(value, want);
    return same
      ? []
      : [`${name}: ${JSON.stringify(value)}, not ${typeof want === 'bigint' ? want : JSON.stringify(want)}`];
  });
  if (printed.args.length !== event.args.length) all.push([`${printed.args.length} arguments`]);
  const compat = (printed.contextFlags as { isCompat?: boolean } | undefined)?.isCompat ?? false;
  if (compat !== (table === 32)) all.push([`isCompat: ${compat}`]);
  return all.flat();
}

function equal(a: unknown, b: unknown): boolean {
  try {
    assert.deepEqual(a, b);
    return true;
  } catch {
    return false;
  }
}

/** Every difference between what a table's calls did and what was seen of them. */
function differences(table: 64 | 32): string[] {
  return planned.flatMap((call, i) => {
    if (call.table !== table) return [];
    const { name, syscall } = call.event;
    const outcome = outcomes[i] as Outcome;
    const events = (seen.get(outcome.pid) ?? []).filter((event) => event.eventName === name);
    const times = syscall?.report === 'entry-and-failure' ? 2 : 1;
    if (events.length !== times) return [`${name}: seen ${events.length} times, not ${times}`];
    const all = events.flatMap((event) => wrong(call, outcome, event).map((text) => `${name}: ${text}`));
    if (outcome.ret !== null && !events.some((event) => Number(event.returnValue) === Number(outcome.ret)))
      all.push(`${name}: returned ${events.map((event) => event.returnValue)}, not ${outcome.ret}`);
    return all;
  });
}

test('every system call of the 64-bit table is seen with its arguments, types and return value', () => {
  assert.equal(outcomes.length, planned.length, 'the trigger performed the whole plan');
  assert.ok(planned.filter(({ table }) => table === 64).length > 350);
  assert.deepEqual(differences(64), []);
});

test('every system call of the 32-bit table is seen with its arguments, types and return value', () => {
  if (!int80) {
    assert.ok(!/-amd64$/.test(release()), "Debian's kernels have int 0x80");
    return;
  }
  assert.ok(planned.filter(({ table }) => table === 32).length > 400);
  assert.deepEqual(differences(32), []);
});
