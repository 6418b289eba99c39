/** How many events a second arrive without loss, what does each cost, how late is its finding, and what does the load notice? */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Row, report, thorough } from './measure/report';
import { Load } from './processes/load';
import { type Tracing, traced } from './processes/pipeline';

const seconds = thorough ? 10 : 3;
const calls = 'event=openat,close,getppid,prctl';
const trace =
  (...expressions: string[]) =>
  (tree: number) =>
    [`tree=${tree}`, ...expressions].flatMap((e) => ['-t', e]);
const selected: Tracing = { collect: trace(calls), rules: 'bench' };
const micro = (value: number) => Math.round(value);

/** One run of the load through both processes. */
async function delivered(rate: number, tracing: Tracing): Promise<Row & { readonly 'calls/s': number }> {
  const load = new Load(seconds, rate);
  try {
    let made = { total: 0, marks: 0, seconds: 1 };
    const spent = await traced(load.pid, tracing, async () => {
      made = await load.run();
    });
    const { cpu, kernel, memory, latency } = spent;
    if (spent.delivered + spent.lost !== made.total)
      throw new Error(`bench live: ${made.total} calls, ${spent.delivered} delivered, ${spent.lost} lost`);
    return {
      case: '',
      'calls/s': Math.round(made.total / made.seconds),
      lost: spent.lost,
      'kernel ns': tracing.statistics ? Math.round(kernel.ns / made.total) : undefined,
      'collector ns': Math.round(cpu.collector / made.total),
      'rules ns': Math.round(cpu.engine / made.total),
      'p50 µs': micro(latency.p50),
      'p99 µs': micro(latency.p99),
      'p99.9 µs': micro(latency.p999),
      'collector MB': memory.collector.peak,
      'rules MB': memory.engine.peak,
    };
  } finally {
    load.end();
  }
}

/** The load beside filters that leave nothing of it but its marks: what is paid for events that nobody asked for. */
async function refused(collect: Tracing['collect']): Promise<Row> {
  const load = new Load(seconds, 0);
  try {
    let made = { total: 0, marks: 0, seconds: 1 };
    const { kernel } = await traced(load.pid, { collect, rules: 'bench', statistics: true }, async () => {
      made = await load.run();
    });
    return {
      case: '',
      'calls/s': Math.round(made.total / made.seconds),
      'kernel ns a call': Math.round(kernel.ns / made.total),
    };
  } finally {
    load.end();
  }
}

/** The same beside a policy with so many beginnings of paths, none of which is opened. */
async function refusedPaths(count: number): Promise<Row> {
  const paths = Array.from({ length: count }, (_, i) => `/srv/data/${(i * 7919) % 1_000_003}/*`);
  const rules = [{ event: 'openat', filters: [`args.pathname=${paths.join(',')}`] }];
  return withPolicy((tree) => [{ name: 'paths', scope: [`tree=${tree}`], rules }], refused);
}

/** Calls a second of the load alone. */
async function untraced(): Promise<number> {
  const { total, seconds } = await new Load(thorough ? 5 : 2, 0).run();
  return Math.round(total / seconds);
}

/** CPU of both sides while nothing happens, in parts of a thousand of one. */
async function idle(): Promise<Row> {
  const load = new Load(0, 1);
  try {
    const { cpu, memory } = await traced(load.pid, selected, () => new Promise((r) => setTimeout(r, seconds * 1000)));
    const share = (ns: number) => Number((ns / seconds / 1e9 / 1e-2).toFixed(2));
    return {
      case: 'nothing happens',
      'collector % of a CPU': share(cpu.collector),
      'rules % of a CPU': share(cpu.engine),
      'collector MB': memory.collector.peak,
      'rules MB': memory.engine.peak,
    };
  } finally {
    load.end();
  }
}

/** As many policies that all want all of the load. */
async function withPolicies(count: number): Promise<Row> {
  const rules = ['openat', 'close', 'getppid', 'prctl'].map((event) => ({ event }));
  const policies = (tree: number) =>
    Array.from({ length: count }, (_, i) => ({ name: `policy-${i}`, scope: [`tree=${tree}`], rules }));
  return withPolicy(policies, async (collect) => ({
    ...(await delivered(0, { collect, rules: 'bench', statistics: true })),
    case: `${count} policies`,
  }));
}

/** Twenty policies as a team has them: most want little, of few tasks. */
function realPolicies(tree: number) {
  const rules = [
    [{ event: 'openat', filters: ['args.pathname=/etc/shadow,/etc/sudoers*,*.pem,*id_rsa'] }],
    [{ event: 'openat', filters: ['args.flags=O_CREAT', 'args.pathname=/etc/*,/usr/*'] }, { event: 'execve' }],
    [{ event: 'connect' }, { event: 'close', filters: ['args.fd>=1000'] }],
    [{ event: 'ptrace' }, { event: 'prctl' }],
    [
      { event: 'openat', filters: ['args.pathname=/proc/*', 'retval<0'] },
      { event: 'getppid', filters: ['retval=1'] },
    ],
  ];
  return Array.from({ length: 20 }, (_, i) => ({
    name: `team-${i}`,
    scope: [`tree=${tree}`, ...(i % 4 === 3 ? ['uid>=1000'] : [])],
    rules: rules[i % rules.length] as object[],
  }));
}

/** Runs `work` with the options that trace by policies. */
async function withPolicy<T>(
  policies: (tree: number) => readonly { name: string; scope: readonly string[]; rules: readonly object[] }[],
  work: (collect: Tracing['collect']) => Promise<T>,
): Promise<T> {
  const directory = mkdtempSync(join(tmpdir(), 'tracee-bench-'));
  try {
    return await work((tree) => {
      for (const { name, ...spec } of policies(tree)) {
        const policy = { apiVersion: 'tracee.aquasec.com/v1beta1', kind: 'Policy', metadata: { name }, spec };
        writeFileSync(join(directory, `${name}.json`), JSON.stringify(policy));
      }
      return ['-p', directory];
    });
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

async function main(): Promise<void> {
  const alone = await untraced();
  const rates = [1_000, 50_000, 200_000, 500_000];
  const rows: Row[] = [];
  for (const rate of rates.filter((rate) => thorough || rate !== 50_000)) {
    const name = `${(rate / 1000).toLocaleString('en')} k/s`;
    rows.push({ ...(await delivered(rate, { ...selected, statistics: true })), case: name });
  }
  const saturated = await delivered(0, selected);
  rows.push({ ...saturated, case: 'all CPUs' });
  rows.push({ ...(await delivered(0, { ...selected, statistics: true })), case: 'all CPUs, BPF statistics on' });
  const again = await untraced();
  const refusals: Row[] = [
    { ...(await refused(trace('event=prctl'))), case: 'nobody selected the system call' },
    { ...(await refused(trace(calls, 'comm=nobody'))), case: 'no scope takes the process' },
    {
      ...(await refused(trace(calls, 'openat.flags=O_DIRECTORY', 'close.fd>=1000000', 'getppid.retval<0'))),
      case: 'no scope wants the argument or the returned value',
    },
    { ...(await refusedPaths(10)), case: 'openat alone, no path begins with one of 10' },
    { ...(await refusedPaths(10_000)), case: 'openat alone, no path begins with one of 10,000' },
    { ...(await withPolicy(realPolicies, refused)), case: 'twenty policies that want other files and users' },
  ];
  const policies: Row[] = [];
  for (const count of thorough ? [1, 8, 64] : [64]) policies.push(await withPolicies(count));
  const free = Math.round((alone + again) / 2);
  report(__filename, 'How many events a second arrive without loss, what does each cost, how late is its finding?', [
    {
      title: 'openat, close and getppid of all CPUs, to six signatures that look at each',
      rows,
      notes: [
        `The load alone: ${alone.toLocaleString('en')} calls/s before and ${again.toLocaleString('en')} after; traced, all CPUs: ${(saturated['calls/s'] / free).toFixed(2)} of that.`,
        'Kernel: run time of all programs by the kernel’s own statistics, less what these say of a program that does nothing. Collector and rules: CPU time of all their threads, less what they had used when ready. µs: from the kernel’s timestamp to the finding in another process. MB: the most that was resident.',
      ],
    },
    { title: 'what is not delivered', rows: refusals },
    { title: 'policies that each want all of it, all CPUs', rows: policies },
    { title: 'idle', rows: [await idle()] },
  ]);
}

void main();
