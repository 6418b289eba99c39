import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { argsOf, type Printed, traceTrigger } from './session';

interface Act {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** What /proc/PID/exe said. */
  readonly link: string;
  /** Names that the file has. */
  readonly links: number;
}

const acts = [
  ...['early_child', 'early_deleted', 'early_memory', 'itself', 'thread', 'child', 'thread_of_child', 'executed'],
  ...['executed_by_thread', 'deleted', 'named_deleted', 'memory', 'script', 'spawned', 'orphan'],
  ...Array.from({ length: 7 }, (_, i) => `chain_${i}`),
];

/** As the events name what the link names. */
const named = ({ link, links }: Act): string =>
  links > 0 ? link : link.replace(/ \(deleted\)$/, '').replace(/^\/memfd:/, 'memfd:');
const executableOf = (event: Printed): string => (event.executable as { path: string }).path;

async function traced(options: readonly string[], filters: (copy: string) => readonly string[] = () => []) {
  const directory = mkdtempSync(join(tmpdir(), 'executables-'));
  try {
    const copy = join(directory, 'copy');
    const trace = ['event=openat,sched_process_exec,sched_process_exit', ...filters(copy)];
    return { copy, ...(await traceTrigger('executables', trace, [directory], options)) };
  } finally {
    rmSync(directory, { recursive: true });
  }
}

const modes: readonly [string, readonly string[]][] = [
  ['events as they come', []],
  ['events in the order of time', ['--output', 'option:sort-events']],
];
for (const [title, options] of modes) {
  test(`the executable of every event is that of its process then: ${title}`, async () => {
    const { truth, events } = await traced(options);
    const told = truth as unknown as Act[];
    assert.deepEqual(told.map(({ name }) => name).sort(), [...acts].sort());
    for (const one of told) {
      const seen = events.filter((e) => e.eventName === 'openat' && argsOf(e).pathname === `/executable/${one.name}`);
      assert.deepEqual(
        seen.map((e) => [e.hostProcessId, e.hostThreadId, executableOf(e)]),
        [[one.pid, one.tid, named(one)]],
        JSON.stringify(one),
      );
    }
    const memory = told.find(({ name }) => name === 'memory') as Act;
    assert.equal(named(memory), 'memfd:copy in memory');
    for (const early of ['early_deleted', 'early_memory'])
      assert.equal(told.find(({ name }) => name === early)?.links, 0, `${early}: the file has no name`);
    const executions = events.filter(({ eventName }) => eventName === 'sched_process_exec');
    assert.ok(executions.length >= 13, `${executions.length} executions`);
    for (const event of executions) assert.equal(executableOf(event), argsOf(event).pathname);
    const last = told.find(({ name }) => name === 'chain_0') as Act;
    const ended = events.filter((e) => e.eventName === 'sched_process_exit' && e.hostProcessId === last.pid);
    assert.deepEqual(ended.map(executableOf), [named(last)], 'it has its program to the end');
  });
}

test('the filter exec takes the events of which it is the executable', async () => {
  const { copy, truth, events } = await traced([], (path) => [`exec=${path}`]);
  const told = (truth as unknown as Act[]).filter(({ link }) => link === copy).map(({ name }) => `/executable/${name}`);
  const opened = events.filter(({ eventName }) => eventName === 'openat').map((e) => argsOf(e).pathname as string);
  assert.deepEqual(opened.filter((path) => path.startsWith('/executable/')).sort(), told.sort());
  assert.equal(told.length, 4, 'executed, by a thread, as an interpreter, and by vfork');
  const seen = events.filter(({ eventName }) => eventName !== 'sched_process_exit').map(executableOf);
  assert.deepEqual([...new Set(seen)], [copy]);
});
