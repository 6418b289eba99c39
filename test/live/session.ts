import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export const root = join(__dirname, '../../../..');
export const bin = (name: 'tracee-collect' | 'tracee-rules') =>
  join(root, `packages/${name === 'tracee-collect' ? 'collector' : 'rules-engine'}/bin/${name}`);
export const triggers = process.env.TRIGGERS ?? join(root, 'build/triggers');

/** An event as `tracee-collect --output json` prints it. Integers of 16 digits and more are strings, so that none is rounded. */
export interface Printed {
  readonly eventName: string;
  readonly [field: string]: unknown;
  readonly args: readonly { readonly name: string; readonly type: string; readonly value: unknown }[];
}

export const parseExact = (line: string) => JSON.parse(line.replace(/([:[,]\s*)(-?\d{16,})(?=[,}\]])/g, '$1"$2"'));

export const argsOf = (event: Printed) => Object.fromEntries(event.args.map((a) => [a.name, a.value]));

/** Output of a child, whole, and its exit code or signal. */
export function outcome(
  child: ChildProcess,
): Promise<{ stdout: string; stderr: string; code: number | null; signal: string | null }> {
  let [stdout, stderr] = ['', ''];
  child.stdout?.on('data', (d) => (stdout += d));
  child.stderr?.on('data', (d) => (stderr += d));
  return once(child, 'close').then(([code, signal]) => ({ stdout, stderr, code, signal }));
}

/** A program of test/triggers that waits to act. `go` lets it, and gives the truths it printed. */
export function startTrigger(name: string, args: readonly string[] = []) {
  const child = spawn(join(triggers, name), args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = outcome(child);
  // one that is never let go must not keep the tests alive
  child.unref();
  (child.stdin as Socket | null)?.unref();
  (child.stdout as Socket | null)?.unref();
  return {
    pid: child.pid as number,
    async go(): Promise<Record<string, unknown>[]> {
      child.ref();
      (child.stdout as Socket | null)?.ref();
      child.stdin?.end('.');
      const { stdout, code } = await ended;
      if (code !== 0) throw new Error(`trigger ${name}: exit code ${code}: ${stdout}`);
      return stdout.split('\n').filter(Boolean).map(parseExact);
    },
    /** Ends it without an act. */
    end(): void {
      child.kill();
    },
  };
}

/** In an emulated guest beside other work, loading hundreds of programs takes minutes. */
export const readyMs = 240_000;

/** Runs the collector while `act` acts, until everything is drained. `scope` gives the expressions of --trace. */
export async function collect<T>(
  options: readonly string[],
  act: (collector: ChildProcess, log: () => string) => Promise<T>,
) {
  const dir = mkdtempSync(join(tmpdir(), 'tracee-live-'));
  let running: ChildProcess | undefined;
  try {
    const readyFile = join(dir, 'ready');
    const child = spawn(process.execPath, [bin('tracee-collect'), '--ready-file', readyFile, ...options], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    running = child;
    const ended = outcome(child);
    let log = '';
    child.stderr?.on('data', (d) => (log += d));
    await until(() => existsSync(readyFile) || child.exitCode !== null, readyMs, 'the collector to be ready');
    if (child.exitCode !== null) throw new Error(`tracee-collect: ended before it was ready: ${(await ended).stderr}`);
    const truth = await act(child, () => log);
    child.kill('SIGINT');
    return { truth, ...(await ended) };
  } finally {
    if (running !== undefined && running.exitCode === null) running.kill('SIGKILL'); // the act threw
    rmSync(dir, { recursive: true, force: true });
  }
}

/** What a trigger did and what the collector saw of its process tree. */
export async function traceTrigger(
  name: string,
  trace: readonly string[],
  args: readonly string[] = [],
  options: readonly string[] = [],
) {
  const trigger = startTrigger(name, args);
  const expressions = [`tree=${trigger.pid}`, ...trace].flatMap((e) => ['--trace', e]);
  const { truth, stdout, stderr, code } = await collect(['--output', 'json', ...options, ...expressions], () =>
    trigger.go(),
  );
  const events: Printed[] = stdout.split('\n').filter(Boolean).map(parseExact);
  return { pid: trigger.pid, truth, events, stderr, code };
}

export async function until(done: () => boolean, timeoutMs: number, what: string): Promise<void> {
  const end = Date.now() + timeoutMs;
  while (!done()) {
    if (Date.now() > end) throw new Error(`waited ${timeoutMs} ms for ${what}`);
    await sleep(20);
  }
}
