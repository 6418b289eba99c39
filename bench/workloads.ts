/** What does a real load notice of being traced, and what of the alternatives? */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { type Row, report, type Table, thorough } from './measure/report';
import { type Beside, type Tracer, tracers, withTracefs } from './processes/tracers';
import { type Work, works } from './processes/works';

/** What takes longer is ended there, and stands in the table with this time; s. */
const longest = 40;
const rounds = thorough ? 3 : 1;
/** What stops a process at each system call takes minutes, and once is enough to see that. */
const slow = new Set(['strace -f']);

interface Run {
  /** Of the same amount of work, or what a load of fixed length got less done. */
  readonly seconds: number;
  /** CPU time of the tree itself, s: what a tracer adds to it, wherever else the machine is busy. */
  readonly cpu: number;
  readonly beside: Beside;
}

/**
 * One run: the tree waits until its tracer is ready, and does some of the work first: a tracer runs for days. The clock runs while it does
 * the whole.
 */
async function run({ script, warm = script }: Work, tracer: Tracer, directory: string): Promise<Run> {
  const steps = `read go; ${warm}; times >warm.txt; echo >&3; read go; ${script}; code=$?; times >times.txt; exit $code`;
  const child = spawn('sh', ['-c', steps], {
    cwd: directory,
    detached: true,
    stdio: ['pipe', 'ignore', 'inherit', 'pipe'],
  });
  for (const name of ['wrk.txt', 'warm.txt', 'times.txt']) rmSync(join(directory, name), { force: true });
  let seconds = 0;
  const begin = async () => {
    const warmed = once(child.stdio[3] as Readable, 'data');
    child.stdin?.write('\n');
    await warmed;
  };
  const work = async () => {
    const ended = once(child, 'close');
    const limit = setTimeout(() => process.kill(-(child.pid as number), 'SIGKILL'), longest * 1000);
    const before = process.hrtime.bigint();
    child.stdin?.end('\n');
    const [code] = await ended;
    seconds = Number(process.hrtime.bigint() - before) / 1e9;
    clearTimeout(limit);
    if (seconds < longest && code !== 0 && code !== 143)
      throw new Error(`bench workloads: exit code ${code} of: ${script}`);
  };
  try {
    const beside = await tracer(child.pid as number, directory, begin, work);
    const cpu = Math.max(0, cpuOfTree(directory, 'times.txt') - cpuOfTree(directory, 'warm.txt'));
    return { seconds: perRequest(directory) ?? seconds, cpu, beside };
  } finally {
    // a whole group: the servers and clients of the script as well
    if (child.exitCode === null && child.signalCode === null) process.kill(-(child.pid as number), 'SIGKILL');
  }
}

/** wrk works for a time that is given: seconds for 10,000 requests. */
function perRequest(directory: string): number | undefined {
  const path = join(directory, 'wrk.txt');
  if (!existsSync(path)) return undefined;
  return 10_000 / Number(/Requests\/sec:\s+([\d.]+)/.exec(readFileSync(path, 'latin1'))?.[1]);
}

/** What sh says of the processes it waited for, when it came so far: "1m2.340s 0m5.600s" in the second line. */
function cpuOfTree(directory: string, name: 'warm.txt' | 'times.txt'): number {
  const path = join(directory, name);
  const [, children = ''] = existsSync(path) ? readFileSync(path, 'latin1').split('\n') : [];
  return [...children.matchAll(/(\d+)m([\d.]+)s/g)].reduce((sum, [, m, s]) => sum + Number(m) * 60 + Number(s), 0);
}

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] as number;

const rest = ({ 'CPU s': cpu, ...beside }: Beside = {}): Beside =>
  cpu === undefined ? beside : { ...beside, 'CPU s beside it': cpu };

/** All tracers in turn, so that a drift of the machine meets all alike; one that does not work here is left out, with its reason. */
async function compared(name: string, work: Work, refused: Map<string, string>): Promise<Table> {
  const directory = mkdtempSync(join(tmpdir(), 'tracee-bench-'));
  const runs = new Map<string, Run[]>();
  try {
    work.prepare?.(directory);
    await run(work, tracers.untraced as Tracer, directory); // fills the caches
    for (let round = 0; round < rounds; round++) {
      for (const [tracer, beside] of Object.entries(tracers)) {
        if (refused.has(tracer) || (round > 0 && slow.has(tracer))) continue;
        try {
          runs.set(tracer, [...(runs.get(tracer) ?? []), await run(work, beside, directory)]);
        } catch (error) {
          if (tracer === 'untraced' || tracer === 'tracee') throw error;
          refused.set(tracer, (error as Error).message);
        }
      }
    }
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
  const free = median((runs.get('untraced') as Run[]).map(({ seconds }) => seconds));
  const rows = [...runs].map(([tracer, all]): Row => {
    const seconds = median(all.map((one) => one.seconds));
    return {
      case: tracer,
      seconds: Number(seconds.toFixed(2)),
      'slow-down %': Number(((seconds / free - 1) * 100).toFixed(1)),
      // one that was ended told nothing
      'its CPU s': Number(median(all.map((one) => one.cpu)).toFixed(2)) || undefined,
      ...rest(all.at(-1)?.beside),
    };
  });
  return { title: name, rows, plot: { kind: 'bars', figure: 'seconds' } };
}

async function main(): Promise<void> {
  const asked = process.argv[2];
  const tables: Table[] = [];
  const refused = new Map<string, string>();
  await withTracefs(async () => {
    for (const [name, work] of Object.entries(works))
      if (asked === undefined || name.startsWith(asked)) tables.push(await compared(name, work, refused));
  });
  const last = tables.at(-1) as Table;
  const missing = [...refused].map(([tracer, reason]) => `${tracer} does not work here: ${reason}.`);
  tables[tables.length - 1] = {
    ...last,
    notes: [
      `Medians of ${rounds} runs in turn, one of strace; after ${longest} s a run is ended. tracee: all events of all signatures that come with it, matched; the others print the system calls among them to a file. Each tracer has seen some of the work before, as it would after days; events are of both. Its CPU: of the load alone. CPU beside it: of collector and rules engine, for one run. Seconds of nginx are for 10,000 requests.`,
      ...missing,
    ],
  };
  report(__filename, 'What does a real load notice of being traced, and what of the alternatives?', tables);
}

void main();
