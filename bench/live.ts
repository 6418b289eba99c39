/** How many events a second arrive without loss, and what does each cost the kernel, the collector and the rules engine? */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { printMachine } from './measure';

const root = join(__dirname, '../../..');
const statsSwitch = '/proc/sys/kernel/bpf_stats_enabled';
const rules = readdirSync(join(__dirname, 'signatures')).filter((f) => f.endsWith('.js'));

/** CPU time of all threads of a process, ns. */
const cpuOf = (pid: number): number =>
  readdirSync(`/proc/${pid}/task`).reduce(
    (sum, tid) => sum + Number(readFileSync(`/proc/${pid}/task/${tid}/schedstat`, 'latin1').split(' ')[0]),
    0,
  );

/** Resident memory of a process, MB: now, and the most so far. */
function residentOf(pid: number): { now: number; peak: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'latin1');
  const megabytes = (field: string) => Math.round(Number(new RegExp(`${field}:\\s+(\\d+)`).exec(status)?.[1]) / 1024);
  return { now: megabytes('VmRSS'), peak: megabytes('VmHWM') };
}

/** Time and number of runs of the BPF programs that a process holds, while the kernel's statistics are on. */
function programsOf(pid: number): { ns: number; runs: number } {
  const totals = { ns: 0, runs: 0 };
  for (const fd of readdirSync(`/proc/${pid}/fdinfo`)) {
    const info = existsSync(`/proc/${pid}/fdinfo/${fd}`) ? readFileSync(`/proc/${pid}/fdinfo/${fd}`, 'latin1') : '';
    totals.ns += Number(/run_time_ns:\s+(\d+)/.exec(info)?.[1] ?? 0);
    totals.runs += Number(/run_cnt:\s+(\d+)/.exec(info)?.[1] ?? 0);
  }
  return totals;
}

const text = (child: ChildProcess, stream: 'stdout' | 'stderr') => {
  const chunks: Buffer[] = [];
  child[stream]?.on('data', (d) => chunks.push(d));
  return () => Buffer.concat(chunks).toString();
};

/** One run of the load through both processes. */
async function run({ seconds, rate, stats }: { seconds: number; rate: number; stats: boolean }) {
  const dir = mkdtempSync(join(tmpdir(), 'tracee-bench-'));
  const [fifo, ready] = [join(dir, 'events'), join(dir, 'ready')];
  const before = readFileSync(statsSwitch, 'latin1');
  const started: ChildProcess[] = [];
  const start = (file: string, args: string[]) => {
    const child = spawn(file, args, { stdio: ['pipe', 'pipe', 'pipe'] });
    started.push(child);
    return child;
  };
  try {
    if (stats) writeFileSync(statsSwitch, '1');
    const load = start(join(root, 'build/load/syscalls'), [String(seconds), String(rate)]);
    const options = [
      '--output',
      `frames=${fifo}`,
      '--ready-file',
      ready,
      '-t',
      `tree=${load.pid}`,
      '-t',
      'event=openat,close,getppid',
    ];
    const collector = start(process.execPath, [join(root, 'packages/collector/bin/tracee-collect'), ...options]);
    const engine = start(process.execPath, [
      join(root, 'packages/rules-engine/bin/tracee-rules'),
      '--input',
      fifo,
      '--output',
      'json',
      '--rules-dir',
      join(__dirname, 'signatures'),
      ...rules.flatMap((f) => ['--rules', f.replace('.js', '')]),
    ]);
    const [collectorSays, engineSays, made] = [text(collector, 'stderr'), text(engine, 'stderr'), text(load, 'stdout')];
    while (!existsSync(ready)) {
      if (collector.exitCode !== null) throw new Error(`bench live: ${collectorSays()}`);
      await sleep(20);
    }
    await sleep(500);
    const idle = { collector: cpuOf(collector.pid as number), engine: cpuOf(engine.pid as number) };
    const loaded = once(load, 'close');
    load.stdin?.end('.');
    await sleep(seconds * 300);
    const early = { collector: residentOf(collector.pid as number), engine: residentOf(engine.pid as number) };
    await loaded;
    await sleep(500);
    const cpu = {
      collector: cpuOf(collector.pid as number) - idle.collector,
      engine: cpuOf(engine.pid as number) - idle.engine,
    };
    const late = { collector: residentOf(collector.pid as number), engine: residentOf(engine.pid as number) };
    const growth = (side: 'collector' | 'engine') => `${early[side].now} > ${late[side].now} (${late[side].peak})`;
    const programs = programsOf(collector.pid as number);
    const ends = Promise.all([once(collector, 'close'), once(engine, 'close')]);
    collector.kill('SIGINT');
    await ends;
    const calls = JSON.parse(made());
    const total = calls.openat + calls.close + calls.getppid;
    const lost = Number(/([\d,]+) lost/.exec(collectorSays())?.[1]?.replace(/,/g, '') ?? Number.NaN);
    if (!Number.isFinite(lost)) throw new Error(`bench live: no summary in: ${collectorSays()}`);
    const seen = Number(/: ([\d,]+) events,/.exec(engineSays())?.[1]?.replace(/,/g, '') ?? Number.NaN);
    return {
      'events/s': Math.round(total / calls.seconds),
      events: total,
      matched: seen,
      lost,
      'kernel ns': stats && programs.runs > 0 ? Math.round(programs.ns / programs.runs) : undefined,
      'collector ns': Math.round(cpu.collector / total),
      'rules ns': Math.round(cpu.engine / total),
      'collector MB: third, end (peak)': growth('collector'),
      'rules MB': growth('engine'),
    };
  } finally {
    if (stats) writeFileSync(statsSwitch, before);
    for (const child of started) if (child.exitCode === null) child.kill('SIGKILL');
    rmSync(dir, { recursive: true, force: true });
  }
}

/** Calls a second of the load alone: what tracing slows down. */
async function untraced(seconds: number): Promise<number> {
  const load = spawn(join(root, 'build/load/syscalls'), [String(seconds), '0'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const made = text(load, 'stdout');
  load.stdin.end('.');
  await once(load, 'close');
  const calls = JSON.parse(made());
  return Math.round((calls.openat * 3) / calls.seconds);
}

async function main(): Promise<void> {
  const seconds = Number(process.argv[2] ?? 10);
  printMachine();
  console.log(`the load alone, all CPUs: ${await untraced(2)} calls/s`);
  const cases = [
    { name: '200 k/s', rate: 200_000, stats: false },
    { name: 'all CPUs', rate: 0, stats: false },
    { name: 'all CPUs, BPF statistics on', rate: 0, stats: true },
  ];
  const rows: Record<string, unknown> = {};
  const asked = process.argv[3];
  for (const { name, rate, stats } of cases.filter((c) => asked === undefined || c.name === asked))
    rows[name] = await run({ seconds, rate, stats });
  console.table(rows);
}

void main();
