import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { cpuOf, programsOf, residentOf } from '../measure/process';

export const root = join(__dirname, '../../../..');
const statisticsSwitch = '/proc/sys/kernel/bpf_stats_enabled';
const signatures = join(__dirname, '../signatures');

/** What a pipeline traces and matches. */
export interface Tracing {
  /** Options that trace this process and its descendants, and nothing else. */
  readonly collect: (tree: number) => readonly string[];
  /** The bench's own signatures, or all that come with the rules engine. */
  readonly rules: 'bench' | 'shipped';
  /** The kernel times the programs. */
  readonly statistics?: boolean;
}

export interface Spent {
  /** Whole stream. */
  readonly delivered: number;
  readonly lost: number;
  readonly matched: number;
  readonly findings: number;
  /** While the work ran, ns. */
  readonly cpu: { readonly collector: number; readonly engine: number };
  /** Of all programs, by the kernel's statistics, less what these cost: as much a run as they say of a program that does nothing. */
  readonly kernel: { readonly ns: number; readonly runs: number };
  readonly memory: { readonly collector: Resident; readonly engine: Resident };
  /** From the kernel's timestamp to the finding in another process, µs. */
  readonly latency: Readonly<Record<'findings' | 'p50' | 'p99' | 'p999' | 'most', number>>;
}

type Resident = ReturnType<typeof residentOf>;
type Programs = ReturnType<typeof programsOf>;

const since = (before: Programs, after: Programs): Programs => ({
  ns: after.ns - before.ns,
  runs: after.runs - before.runs,
});

const text = (child: ChildProcess, stream: 'stdout' | 'stderr') => {
  const chunks: Buffer[] = [];
  child[stream]?.on('data', (d) => chunks.push(d));
  return () => Buffer.concat(chunks).toString();
};

const number = (pattern: RegExp, from: string): number => {
  const found = Number(pattern.exec(from)?.[1]?.replace(/,/g, '') ?? Number.NaN);
  if (!Number.isFinite(found)) throw new Error(`bench: ${pattern}: not in: ${from}`);
  return found;
};

/**
 * Collector, FIFO and rules engine around a piece of work, which is handed to `work` once both are ready; what `begin` does before
 * is in the counts of the stream and not in times. `tree` is traced, and nothing else of the machine.
 */
export async function traced(
  tree: number,
  { collect, rules, statistics = false }: Tracing,
  work: (sides: { collector: number; engine: number }) => Promise<void>,
  begin: () => Promise<void> = async () => {},
): Promise<Spent> {
  const dir = mkdtempSync(join(tmpdir(), 'tracee-bench-'));
  const [fifo, ready] = [join(dir, 'events'), join(dir, 'ready')];
  const before = readFileSync(statisticsSwitch, 'latin1');
  const started: ChildProcess[] = [];
  const start = (file: string, args: readonly string[], stdio: StdioOptions) => {
    const child = spawn(file, args, { stdio });
    started.push(child);
    return child;
  };
  try {
    if (statistics) writeFileSync(statisticsSwitch, '1');
    const empty = statistics
      ? start(join(root, 'build/load/empty_program'), [], ['pipe', 'pipe', 'inherit'])
      : undefined;
    if (empty) await once(empty.stdout as Readable, 'data');
    const emptyCost = () => (empty ? programsOf(empty.pid as number) : { ns: 0, runs: 0 });
    const collector = start(
      process.execPath,
      [
        join(root, 'packages/collector/bin/tracee-collect'),
        ...['--output', `frames=${fifo}`, '--ready-file', ready],
        ...collect(tree),
      ],
      ['ignore', 'ignore', 'pipe'],
    );
    const own = ['--rules-dir', signatures, ...signatureNames().flatMap((name) => ['--rules', name])];
    const timer = start(join(root, 'build/load/latency'), [], ['pipe', 'pipe', 'inherit']);
    const findings = timer.stdin as Writable;
    const engine = start(
      process.execPath,
      [
        join(root, 'packages/rules-engine/bin/tracee-rules'),
        ...['--input', fifo, '--output', 'json'],
        ...(rules === 'bench' ? own : []),
      ],
      // straight to the timer: this process would only be one more that has to be woken
      ['ignore', findings, 'pipe'],
    );
    findings.destroy();
    const [collectorSays, engineSays, timed] = [
      text(collector, 'stderr'),
      text(engine, 'stderr'),
      text(timer, 'stdout'),
    ];
    while (!existsSync(ready) || !/: ready/.test(engineSays())) {
      if (collector.exitCode !== null || engine.exitCode !== null)
        throw new Error(`bench: ${collectorSays()}${engineSays()}`);
      await sleep(20);
    }
    await sleep(300);
    await begin();
    const [left, right] = [collector.pid as number, engine.pid as number];
    const idle = { collector: cpuOf(left), engine: cpuOf(right) };
    const [programs, nothing] = [programsOf(left), emptyCost()];
    await work({ collector: left, engine: right });
    await sleep(300);
    const cpu = { collector: cpuOf(left) - idle.collector, engine: cpuOf(right) - idle.engine };
    const memory = { collector: residentOf(left), engine: residentOf(right) };
    const [kernel, spentOnNothing] = [since(programs, programsOf(left)), since(nothing, emptyCost())];
    empty?.stdin?.destroy();
    const ends = Promise.all([once(collector, 'close'), once(engine, 'close'), once(timer, 'close')]);
    collector.kill('SIGINT');
    await ends;
    const said = engineSays();
    return {
      delivered: number(/stopped: ([\d,]+) events/, collectorSays()),
      lost: number(/([\d,]+) lost/, collectorSays()),
      matched: number(/: ([\d,]+) events?,/, said),
      findings: number(/([\d,]+) findings?,/, said),
      cpu,
      kernel: { ...kernel, ns: kernel.ns - kernel.runs * (spentOnNothing.ns / (spentOnNothing.runs || 1)) },
      memory,
      latency: JSON.parse(timed()),
    };
  } finally {
    if (statistics) writeFileSync(statisticsSwitch, before);
    for (const child of started) if (child.exitCode === null) child.kill('SIGKILL');
    rmSync(dir, { recursive: true, force: true });
  }
}

const signatureNames = () =>
  readdirSync(signatures)
    .filter((file) => file.endsWith('.js'))
    .map((file) => file.replace('.js', ''));
