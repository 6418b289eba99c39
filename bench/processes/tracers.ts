import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findEvent } from '@tracee/event-schema';
import { root, traced } from './pipeline';

/** Runs beside the work of a process tree: everything is ready before `begin`, counts from then on, and has ended after `work`. */
export type Tracer = (tree: number, directory: string, begin: Step, work: Step) => Promise<Beside>;
type Step = () => Promise<void>;
export type Beside = Readonly<Record<string, number>>;

/** The events of all signatures, and the system calls among them: what the alternatives are asked for. */
const events = execFileSync(process.execPath, [join(root, 'packages/rules-engine/bin/tracee-rules'), '--list-events'], {
  encoding: 'utf8',
}).trim();
const calls = events
  .split(',')
  .map((name) => findEvent(name)?.syscall?.x64)
  .filter((id): id is number => typeof id === 'number');
const callNames = events.split(',').filter((name) => findEvent(name)?.syscall !== undefined);

const none: Tracer = async (_tree, _directory, begin, work) => {
  await begin();
  await work();
  return {};
};

const ours: Tracer = async (tree, _directory, begin, work) => {
  const collect = (pid: number) => ['-t', `tree=${pid}`, '-t', `event=${events}`];
  const { delivered, lost, cpu } = await traced(tree, { collect, rules: 'shipped' }, work, begin);
  return { events: delivered, lost, 'CPU s': Number(((cpu.collector + cpu.engine) / 1e9).toFixed(2)) };
};

/** Starts a tracer that attaches to the tree, waits until its output says that it did, and ends it with Ctrl-C. */
async function attached(
  [command, ...args]: readonly [string, ...string[]],
  output: string,
  isReady: (said: string) => boolean,
  begin: Step,
  work: Step,
): Promise<Beside> {
  const child: ChildProcess = spawn(command, args, { stdio: ['ignore', openSync(output, 'w'), 'pipe'] });
  let said = '';
  child.stderr?.on('data', (data) => {
    said += data;
  });
  try {
    for (let waited = 0; !isReady(said + readFileSync(output, 'latin1').slice(0, 400)); waited += 50) {
      if (child.exitCode !== null || waited > 20_000) throw new Error(`${command}: ${said.trim().split('\n').at(-1)}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    await begin();
    await work();
    const ended = once(child, 'close');
    child.kill('SIGINT');
    await ended;
    return { events: countLines(output) };
  } finally {
    if (child.exitCode === null) child.kill('SIGKILL');
  }
}

const countLines = (path: string) => {
  let lines = 0;
  for (const byte of readFileSync(path)) if (byte === 10) lines++;
  return lines;
};

const strace: Tracer = (tree, directory, begin, work) => {
  const output = join(directory, 'strace.txt');
  const asked = `trace=${callNames.map((name) => `?${name}`).join(',')}`;
  return attached(
    ['strace', '-f', '-o', output, '-e', asked, '-p', `${tree}`],
    join(directory, 'strace.out'),
    (said) => /attached/.test(said),
    begin,
    work,
  ).then(() => ({ events: countLines(output) }));
};

const bpftrace: Tracer = (tree, directory, begin, work) => {
  const program = join(directory, 'calls.bt');
  const wanted = calls.map((id) => `args->id == ${id}`).join(' || ');
  writeFileSync(
    program,
    `BEGIN { @tree[(uint64)${tree}] = 1; printf("ready\\n"); }
tracepoint:sched:sched_process_fork /@tree[(uint64)args->parent_pid]/ { @tree[(uint64)args->child_pid] = 1; }
tracepoint:raw_syscalls:sys_exit /@tree[(uint64)tid] && (${wanted})/ { printf("%d %s %d %d\\n", pid, comm, args->id, args->ret); }
END { clear(@tree); }
`,
  );
  const said = (text: string) => /ready/.test(text);
  return attached(['bpftrace', '-B', 'line', program], join(directory, 'bpftrace.out'), said, begin, work);
};

/** By name; the first is the measure of the others. */
export const tracers: Readonly<Record<string, Tracer>> = {
  untraced: none,
  tracee: ours,
  'strace -f': strace,
  bpftrace,
};

/** bpftrace finds its tracepoints in tracefs: mounted for it when it is not, and unmounted again. */
export async function withTracefs(work: () => Promise<void>): Promise<void> {
  const isMounted = / tracefs /.test(readFileSync('/proc/mounts', 'latin1'));
  if (!isMounted) spawnSync('mount', ['-t', 'tracefs', 'none', '/sys/kernel/tracing']);
  try {
    await work();
  } finally {
    if (!isMounted) spawnSync('umount', ['/sys/kernel/tracing']);
  }
}
