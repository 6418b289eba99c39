import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { loadNative } from '@tracee/collector';
import { type End, FrameReader } from '@tracee/event-schema';
import { temporaryDirectory } from './pipeline';
import { bin, outcome, readyMs, triggers, until } from './session';

/** More of both by hand: REPLACEMENTS=1000 CALLS=200 is 200,000 events a second. */
const replacements = Number(process.env.REPLACEMENTS ?? 40);
const callsEachMs = Number(process.env.CALLS ?? 20);
/** The first number that the trigger closes. */
const first = 1_000_000;

/** One half is decided by the kernel, the other by the ring thread. */
const policy = (name: string, pid: number, event = 'close') => `apiVersion: tracee.aquasec.com/v1beta1
kind: Policy
metadata: {name: ${name}}
spec:
  scope: [tree=${pid}, comm=numbered_calls]
  rules: [{event: ${event}, filters: [args.fd>=${first}]}]
`;

const argv = (args: unknown): readonly string[] => (args as { argv: string[] }).argv;

/** What came of the numbered calls: which policies each had, and what is wrong with their order. */
class Calls {
  next = first;
  readonly matched = new Map<string, number>();
  readonly problems: string[] = [];
  /** Events of other kinds. */
  readonly others: string[] = [];
  end: End | undefined;
  readonly reader = new FrameReader({
    event: ({ eventName, args, matchedScopes }) => {
      if (eventName !== 'close') {
        const of = eventName === 'chmod_common' ? (args as { mode: number }).mode.toString(8) : argv(args).at(-2);
        this.others.push(`${eventName} ${of}`);
        return;
      }
      const { fd } = args as { fd: number };
      if (fd !== this.next && this.problems.length < 10) this.problems.push(`${fd} after ${this.next - 1}`);
      this.next = fd + 1;
      const names = [...matchedScopes].sort().join('+');
      this.matched.set(names, (this.matched.get(names) ?? 0) + 1);
    },
    end: (end) => {
      this.end = end;
    },
  });
}

/** A collector with the policies of a directory, and a process that makes numbered calls until `stop`. */
async function running(t: TestContext, files: (pid: number) => Readonly<Record<string, string>>) {
  const dir = temporaryDirectory();
  const trigger = spawn(join(triggers, 'numbered_calls'), [`${callsEachMs}`], { stdio: ['pipe', 'pipe', 'inherit'] });
  const made = outcome(trigger);
  const [policies, ready] = [join(dir, 'policies'), join(dir, 'ready')];
  const write = (into: string, contents: Readonly<Record<string, string>>) => {
    mkdirSync(into, { recursive: true });
    for (const [name, text] of Object.entries(contents)) writeFileSync(join(into, `${name}.yaml`), text);
  };
  write(join(dir, '0'), files(trigger.pid as number));
  symlinkSync('0', policies);
  const collector = spawn(
    process.execPath,
    [bin('tracee-collect'), '--policy', policies, '--output', 'frames', '--ready-file', ready],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const calls = new Calls();
  const ended = once(collector, 'close');
  let log = '';
  collector.stdout.on('data', (chunk) => calls.reader.push(chunk));
  collector.stderr.on('data', (text) => (log += text));
  t.after(() => {
    for (const child of [trigger, collector]) if (child.exitCode === null) child.kill('SIGKILL');
    rmSync(dir, { recursive: true, force: true });
  });
  await until(() => existsSync(ready) || collector.exitCode !== null, readyMs, 'the collector to be ready');
  assert.equal(collector.exitCode, null, log);
  trigger.stdin.write('.');
  const lines = (text: string) => log.split(text).length - 1;
  return {
    calls,
    pid: trigger.pid as number,
    log: () => log,
    lines,
    change(name: string, text: string): void {
      writeFileSync(join(dir, '0', `${name}.yaml`), text);
    },
    /** Other files in place of all, by one turn of a link, and a signal. */
    replace(contents: Readonly<Record<string, string>>, number: number): void {
      write(join(dir, `${number}`), contents);
      symlinkSync(`${number}`, join(dir, 'new'));
      renameSync(join(dir, 'new'), policies);
      collector.kill('SIGHUP');
    },
    async stop(): Promise<number> {
      trigger.stdin.end();
      const { calls } = JSON.parse((await made).stdout);
      collector.kill('SIGINT');
      assert.equal((await ended)[0], 0, log);
      return calls;
    },
  };
}

test(`policies replaced ${replacements} times: no call is lost, doubled, or matched by a mixture`, async (t) => {
  const both = (pid: number, names: readonly string[]) =>
    Object.fromEntries(names.map((name) => [name, policy(name, pid)]));
  const sets = [
    ['a', 'b'],
    ['c', 'd'],
    ['b', 'e', 'f'],
  ];
  const run = await running(t, (pid) => both(pid, sets[0] as string[]));
  const began = performance.now();
  for (let i = 1; i <= replacements; i++) {
    run.replace(both(run.pid, sets[i % sets.length] as string[]), i);
    await until(() => run.lines('policies replaced') >= i, 60_000, `replacement ${i}: ${run.log()}`);
  }
  const seconds = (performance.now() - began) / 1000;
  const made = await run.stop();
  const { calls } = run;
  assert.deepEqual(calls.problems, []);
  assert.equal(calls.next - first, made);
  assert.equal(calls.end?.lost, 0n);
  assert.equal(calls.end?.delivered, BigInt(made));
  assert.deepEqual([...calls.matched.keys()].sort(), ['a+b', 'b+e+f', 'c+d']);
  console.log(
    `${made} calls, ${Math.round(made / seconds)} a second, ${replacements} replacements in ${seconds.toFixed(1)} s`,
  );
});

test('policies that ask for events which nobody asked for before have them from then on, and no longer than they ask', async (t) => {
  const dir = temporaryDirectory();
  t.after(() => rmSync(dir, { recursive: true, force: true }));
  // other collectors may run on this machine
  const earlier = new Set(
    loadNative()
      .programStatistics()
      .map(({ collector }) => collector),
  );
  const run = await running(t, (pid) => ({ a: policy('a', pid) }));
  const file = join(dir, 'file');
  writeFileSync(file, '');
  // by its path, which no shell of a guest does by itself
  const chmod = existsSync('/bin/chmod') ? '/bin/chmod' : '/bin/busybox chmod';
  const shell = spawn('sh', ['-c', `while read mode; do ${chmod} $mode ${file}; echo done; done`], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  t.after(() => shell.kill('SIGKILL'));
  const act = async (mode: string) => {
    shell.stdin.write(`${mode}\n`);
    await once(shell.stdout, 'data');
  };
  const added = ['execve', 'sched_process_exec', 'chmod_common'];
  const more = `apiVersion: tracee.aquasec.com/v1beta1
kind: Policy
metadata: {name: more}
spec:
  scope: [tree=${shell.pid}, comm!=numbered_calls]
  rules: [${added.map((event) => `{event: ${event}}`).join(', ')}]
`;
  const replace = async (number: number, files: Readonly<Record<string, string>>) => {
    run.replace(files, number);
    await until(() => run.lines('policies replaced') >= number, readyMs, `replacement ${number}: ${run.log()}`);
  };
  const isLoaded = () =>
    loadNative()
      .programStatistics()
      .some(({ collector, program }) => !earlier.has(collector) && program === 'sched_process_exec');
  const a = policy('a', run.pid);
  await act('401');
  await replace(1, { a, more });
  assert.ok(isLoaded());
  await act('402');
  await act('403');
  await replace(2, { a });
  await until(() => !isLoaded(), 10_000, 'what nobody asks for to leave the kernel');
  await act('404');
  await replace(3, { more, a });
  await act('405');
  const made = await run.stop();

  const { calls } = run;
  // kprobes are the only way to see this one
  const isThere = existsSync('/sys/bus/event_source/devices/kprobe');
  assert.equal(/policy: chmod_common: unavailable: .*this kernel has no kprobes/.test(run.log()), !isThere, run.log());
  assert.deepEqual(
    calls.others,
    ['402', '403', '405'].flatMap((mode) =>
      added.filter((name) => isThere || name !== 'chmod_common').map((name) => `${name} ${mode}`),
    ),
  );
  assert.deepEqual(calls.problems, []);
  assert.deepEqual([...calls.matched], [['a', made]]);
  assert.equal(calls.end?.lost, 0n);
});

test('policies that are wrong leave those that run', async (t) => {
  const run = await running(t, (pid) => ({ a: policy('a', pid) }));
  run.replace({ a: policy('a', run.pid).replace('fd>=', 'nothing>=') }, 1);
  await until(() => run.lines('not replaced') >= 1, 60_000, 'the first refusal');
  const made = await run.stop();
  assert.match(run.log(), /those that run stay: policy: .*a\.yaml:6: spec\.rules\[0\]\.filters\[0\]/);
  assert.deepEqual(run.calls.problems, []);
  assert.deepEqual([...run.calls.matched], [['a', made]]);
});

test('a change of a file is enough', async (t) => {
  const run = await running(t, (pid) => ({ a: policy('a', pid) }));
  run.change('a', policy('b', run.pid));
  await until(() => (run.calls.matched.get('b') ?? 0) > 0, 60_000, `events of the other policy: ${run.log()}`);
  const made = await run.stop();
  assert.deepEqual(run.calls.problems, []);
  assert.equal(run.calls.next - first, made);
});
