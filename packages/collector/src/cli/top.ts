import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { CollectError, messageOf } from '../errors';
import { didYouMean } from '../filter/suggest';
import { checkMachine, thisMachine } from '../kernel/requirements';
import { loadNative } from '../load_native';
import type { NativeModule } from '../native';
import { containerRows, eventRows, programRows } from '../top/rates';
import { takeSample } from '../top/sample';
import { type SortKey, sorted, sortKeys, topTable } from '../top/table';
import { durationMs } from './quantities';

export const topUsage = `tracee-collect top [options]

What the collectors that run on this machine cost, as the kernel counts it: runs of their BPF programs a second, ns a run, % of a core
(the product of both), events and lost events a second. The kernel counts only meanwhile; that it does costs some 20 ns a run.

  --by WHAT        what a line is: program (default), event or container. In a line of an event stands the work of programs that report
                   nothing else. A line of a container has no runs; outside of containers there is one for each cgroup
  --sort KEY       ${Object.keys(sortKeys).join(', ')} (default: core; of containers events)
  --interval TIME  between two looks (default: 1s)
  --once           one look, then the end
  --json           a JSON object a look

Keys while it runs: ${Object.entries(sortKeys)
  .map(([name, { key }]) => `${key} ${name}`)
  .join(', ')}; b what a line is; q ends.
`;

const options = {
  by: { type: 'string', default: 'program' },
  sort: { type: 'string' },
  interval: { type: 'string', default: '1s' },
  once: { type: 'boolean' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

const views = { program: programRows, event: eventRows, container: containerRows } as const;
type View = keyof typeof views;
const order = Object.keys(views) as View[];

export async function top(
  args: readonly string[],
  print: (text: string) => void,
  native?: NativeModule,
): Promise<void> {
  const { values } = parse(args);
  if (values.help) return print(topUsage);
  const by = oneOf('--by', values.by, Object.keys(views)) as View;
  const state = {
    by,
    sort: oneOf('--sort', values.sort ?? (by === 'container' ? 'events' : 'core'), Object.keys(sortKeys)) as SortKey,
    ended: false,
  };
  const ms = durationMs(values.interval, '--interval');
  if (native === undefined) checkMachine(thisMachine());
  const kernel = native ?? loadNative();
  enable(kernel);
  const isLive = !values.once && !values.json && process.stdout.isTTY === true;
  const ender = new AbortController();
  const release = isLive ? readKeys(state, ender) : () => {};
  try {
    let before = takeSample(kernel);
    do {
      await sleep(ms, undefined, { signal: ender.signal }).catch(() => {});
      const after = takeSample(kernel);
      const rows = views[state.by](before, after);
      if (after.programs.length === 0)
        throw new CollectError('no-events', 'top: no tracee-collect runs on this machine (start one)');
      if (values.json) print(json(rows, state, after.atMs - before.atMs));
      else if (isLive) print(`\x1b[H\x1b[J${topTable(rows, state.by, state.sort, process.stdout.rows - 1)}`);
      else print(topTable(rows, state.by, state.sort));
      before = after;
    } while (!values.once && !state.ended);
  } finally {
    release();
  }
}

function enable(native: NativeModule): void {
  try {
    native.enableStatistics();
  } catch (error) {
    throw new CollectError('unsupported', `top: ${messageOf(error)} (it needs Linux 5.8 and CAP_SYS_ADMIN)`);
  }
}

const json = (rows: Parameters<typeof sorted>[0], { by, sort }: { by: View; sort: SortKey }, intervalMs: number) =>
  `${JSON.stringify({ by, intervalMs, rows: sorted(rows, sort) })}\n`;

/** A key changes what is shown at the next look. Returns what gives the terminal back. */
function readKeys(state: { by: View; sort: SortKey; ended: boolean }, ender: AbortController): () => void {
  const { stdin } = process;
  const onKey = (data: Buffer) => {
    for (const key of data.toString('latin1')) {
      const by = Object.entries(sortKeys).find(([, one]) => one.key === key)?.[0];
      if (by !== undefined) state.sort = by as SortKey;
      if (key === 'b') state.by = order[(order.indexOf(state.by) + 1) % order.length] as View;
      if (key !== 'q' && key !== '\x03') continue;
      state.ended = true;
      ender.abort();
    }
  };
  if (!stdin.isTTY) return () => {};
  stdin.setRawMode(true).on('data', onKey);
  return () => {
    stdin.setRawMode(false).off('data', onKey).pause();
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options });
  } catch (error) {
    throw new CollectError('usage', `top: ${(error as Error).message} (see tracee-collect top --help)`);
  }
}

function oneOf(option: string, value: string, known: readonly string[]): string {
  if (known.includes(value)) return value;
  throw new CollectError('usage', `${option}: "${value}": not known (${didYouMean(value, known, known.join(', '))})`);
}
