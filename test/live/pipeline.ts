import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bin, outcome, parseExact, readyMs, until } from './session';

export interface Finding {
  readonly timestamp: string;
  readonly signature: { readonly id: string; readonly name: string; readonly severity: unknown };
  readonly event: { readonly eventName: string; readonly hostProcessId: number; readonly [field: string]: unknown };
  readonly data: Record<string, unknown>;
  /** Its event was sent to an earlier reader as well. */
  readonly resent?: { readonly processor: number; readonly sequence: unknown };
  readonly ancestors?: readonly { readonly hostProcessId: number; readonly executable: string }[];
}

export const findings = (stdout: string): Finding[] => stdout.split('\n').filter(Boolean).map(parseExact);

export const temporaryDirectory = () => mkdtempSync(join(tmpdir(), 'tracee-live-'));

/** Two processes over a FIFO, as on a host; `act` may end either and start more engines, whose outcomes are `later`. All end after it, the collector first. */
export async function overFifo<T>(
  collectorOptions: readonly string[],
  rulesOptions: readonly string[],
  act: (sides: {
    collector: ChildProcess;
    rules: ChildProcess;
    fifo: string;
    startRules(): ChildProcess;
  }) => Promise<T>,
) {
  const dir = temporaryDirectory();
  const [fifo, readyFile] = [join(dir, 'events.fifo'), join(dir, 'ready')];
  const started: { child: ChildProcess; ended: ReturnType<typeof outcome> }[] = [];
  const start = (name: 'tracee-collect' | 'tracee-rules', args: readonly string[]) => {
    const child = spawn(process.execPath, [bin(name), ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    started.push({ child, ended: outcome(child) });
    return child;
  };
  const endOf = (child: ChildProcess) => (started.find((s) => s.child === child) as (typeof started)[number]).ended;
  const startRules = () => start('tracee-rules', ['--input', fifo, '--output', 'json', ...rulesOptions]);
  try {
    const collector = start('tracee-collect', [
      '--output',
      `frames=${fifo}`,
      '--ready-file',
      readyFile,
      ...collectorOptions,
    ]);
    const rules = startRules();
    await until(() => existsSync(readyFile) || collector.exitCode !== null, readyMs, 'the collector to be ready');
    if (collector.exitCode !== null)
      throw new Error(`tracee-collect: ended before it was ready: ${(await endOf(collector)).stderr}`);
    const result = await act({ collector, rules, fifo, startRules });
    collector.kill('SIGINT');
    const later = await Promise.all(started.slice(2).map((s) => s.ended));
    return { result, collector: await endOf(collector), rules: await endOf(rules), later };
  } finally {
    for (const { child } of started) if (child.exitCode === null) child.kill('SIGKILL');
    rmSync(dir, { recursive: true, force: true });
  }
}

/** Findings of a replayed capture. */
export async function replay(capture: string, options: readonly string[] = []) {
  const input = openSync(capture, 'r');
  try {
    return await outcome(
      spawn(process.execPath, [bin('tracee-rules'), '--input', capture, '--output', 'json', ...options], {
        stdio: ['ignore', 'pipe', 'pipe'],
      }),
    );
  } finally {
    closeSync(input);
  }
}
