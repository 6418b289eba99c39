import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { release, tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { findEvent } from '@tracee/event-schema';
import { argsOf, collect, type Printed, parseExact, startTrigger, triggers } from './session';

/** What a trigger says is true: an event that is seen with exactly these arguments, or that this kernel has no reason to report. */
interface Truth {
  readonly event: string;
  readonly args: Record<string, unknown>;
  readonly returnValue: number;
  readonly never?: string;
  /** A file of the kernel's own, absent here, without which the act is not possible. */
  readonly lacks?: string;
}

/** A row of docs/kernel-support.md for the kernel that the test runs on. */
interface Support {
  probe?: string;
  unavailable?: string;
  /** Why this kernel never reports it. */
  never?: string;
  /** Times it was seen with the arguments that the trigger gave. */
  equal?: number;
}

/** Each program of test/triggers/events reports the event it is named after. */
const names = readdirSync(join(triggers, 'events')).sort();
const support: Record<string, Support> = Object.fromEntries(names.map((name) => [name, {}]));
const truths: Record<string, Truth[]> = {};
const pids: Record<string, number> = {};
let events: Printed[] = [];

/** What a reason for an event's absence claims, and how to see that it is so. */
const reasons: readonly (readonly [RegExp, () => boolean])[] = [
  [/no kprobes/, () => !existsSync('/sys/bus/event_source/devices/kprobe')],
  [/not permitted on this kernel/, () => true],
  [/not in the BTF of this kernel/, () => existsSync('/sys/kernel/btf/vmlinux')],
  [/not with the raw programs/, () => /^5\.(?:[89]|1[01])\./.test(release())],
];

/** Standard error of a collector that was asked for debug lines: by event, the probe or the reason that there is none. */
function readLog(stderr: string): void {
  for (const [, name = '', probe = ''] of stderr.matchAll(/probe: (\S+): (.*)/g)) {
    const row = support[name];
    if (row !== undefined) row.probe = probe;
  }
  for (const [, list = '', reason = ''] of stderr.matchAll(/unavailable: ([^:]+): (.*)/g)) {
    for (const name of list.split(', ')) {
      const row = support[name];
      if (row !== undefined) row.unavailable = reason;
    }
  }
}

/** Where triggers make their files. */
const directory = mkdtempSync(join(tmpdir(), 'tracee-triggers-'));
process.env.TRIGGER_DIRECTORY = directory;
after(() => rmSync(directory, { recursive: true }));

/** One collector for all triggers, since starting it takes longer than they do. Only what can be seen is triggered. */
before(async () => {
  const waiting = names.map((name) => ({ name, trigger: startTrigger(`events/${name}`) }));
  const tree = `tree=${waiting.map(({ trigger }) => trigger.pid).join(',')}`;
  const options = [
    '--debug',
    '--output',
    'json',
    '--trace',
    tree,
    '--trace',
    `event=sched_process_exit,${names.join(',')}`,
  ];
  const { stdout, stderr } = await collect(options, async (_, log) => {
    readLog(log());
    for (const { name, trigger } of waiting) {
      pids[name] = trigger.pid;
      if (support[name]?.probe === undefined) trigger.end();
      else truths[name] = (await trigger.go()) as unknown as Truth[];
    }
  });
  readLog(stderr);
  events = stdout.split('\n').filter(Boolean).map(parseExact);
});

/** What the start of the boot clock on the calendar is wrong by, at most: other work may keep the collector from seeing it (stream/clock.ts). */
const clockMs = 50n;

const same = (value: unknown, true_: unknown): boolean => {
  const hex = (true_ as { hex?: string } | null)?.hex;
  if (hex !== undefined) return typeof value === 'string' && Buffer.from(value, 'base64').toString('hex') === hex;
  const bounds = (true_ as { between?: readonly string[] } | null)?.between;
  if (bounds !== undefined) {
    const [first, last] = bounds.map((bound) => BigInt(bound) / 1_000_000n) as [bigint, bigint];
    const time = BigInt(value as string) / 1_000_000n;
    return first - clockMs <= time && time <= last + clockMs;
  }
  return JSON.stringify(value) === JSON.stringify(true_);
};

/** Whatever of an event differs from the truth, as text; empty when nothing does. */
function differences(event: Printed, truth: Truth): string[] {
  const args = argsOf(event);
  const wrong = Object.entries(truth.args)
    .filter(([name, value]) => !same(args[name], value))
    .map(([name, value]) => `${name}: ${JSON.stringify(args[name])}, not ${JSON.stringify(value)}`);
  const count = Object.keys(truth.args).length;
  if (event.args.length !== count) wrong.push(`${event.args.length} arguments, not ${count}`);
  if (event.returnValue !== truth.returnValue) wrong.push(`returned ${event.returnValue}, not ${truth.returnValue}`);
  return wrong;
}

/** Of the trigger's process or a child of it: other triggers do like things. */
const isOfTrigger = (name: string, { hostProcessId, hostParentProcessId }: Printed) =>
  hostProcessId === pids[name] || hostParentProcessId === pids[name];

function compare(name: string, truth: Truth): number {
  const schema = findEvent(name)?.args.map((arg) => arg.name);
  assert.deepEqual(Object.keys(truth.args), schema, `the trigger tells every argument of ${name}`);
  const seen = events.filter((event) => event.eventName === name && isOfTrigger(name, event));
  const judged = seen.map((event) => differences(event, truth)).sort((a, b) => a.length - b.length);
  const equal = judged.filter((wrong) => wrong.length === 0).length;
  assert.equal(
    equal,
    1,
    `${name}: ${seen.length} seen, ${equal} equal to the truth; the nearest: ${judged[0]?.join('; ')}`,
  );
  return equal;
}

for (const name of names) {
  test(name, () => {
    const row = support[name] as Support;
    if (row.probe === undefined) {
      assert.ok(row.unavailable, 'an event that is not available has a reason');
      for (const part of row.unavailable.split('; ')) {
        const claim = reasons.find(([text]) => text.test(part));
        assert.ok(claim?.[1](), `the reason holds: ${part}`);
      }
      return;
    }
    const told = truths[name]?.filter((truth) => truth.event === name) ?? [];
    assert.ok(told.length > 0, 'the trigger told something');
    const never = told.find((truth) => truth.never !== undefined)?.never;
    if (never !== undefined) {
      row.never = never;
      assert.equal(events.filter((event) => event.eventName === name && isOfTrigger(name, event)).length, 0, never);
      return;
    }
    const lacks = told.find((truth) => truth.lacks !== undefined)?.lacks;
    if (lacks !== undefined) {
      assert.ok(!existsSync(lacks), `${lacks} is not there`);
      row.never = `${lacks} is not there`;
      return;
    }
    row.equal = 0; /* until all of them are */
    row.equal = told.reduce((sum, truth) => sum + compare(name, truth), 0);
  });
}

process.on('exit', () => {
  const path = process.env.EVENT_SUPPORT;
  if (path !== undefined) writeFileSync(path, JSON.stringify({ kernel: release(), events: support }));
});
