import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

const bin = resolve(__dirname, '../../bin/tracee-rules');

/** A start takes half a second where other tests run beside it. */
jest.setTimeout(30_000);

export interface Ended {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  /** Resolves when standard output or error so far matches. */
  seen(pattern: RegExp): Promise<void>;
}

/** Starts the built program: what a user runs. */
export function start(
  words: readonly string[],
  { stdin = 'ignore' as 'ignore' | 'pipe' | number, env = {} } = {},
): Running {
  if (!existsSync(resolve(__dirname, '../../dist/src/cli/main.js')))
    throw new Error('test: tracee-rules is not built (npx tsc -b)');
  const child = spawn(process.execPath, [bin, ...words], {
    stdio: [stdin, 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  const text = { stdout: '', stderr: '' };
  const watchers = new Set<() => void>();
  for (const name of ['stdout', 'stderr'] as const) {
    child[name]?.setEncoding('utf8').on('data', (chunk: string) => {
      text[name] += chunk;
      for (const watch of watchers) watch();
    });
  }
  child.stdin?.on('error', () => {});
  const ended = new Promise<Ended>((done) =>
    child.once('close', (status, signal) => done({ status, signal, ...text })),
  );
  const seen = (pattern: RegExp) =>
    new Promise<void>((found, lost) => {
      const watch = () => {
        if (!pattern.test(text.stdout) && !pattern.test(text.stderr)) return;
        watchers.delete(watch);
        found();
      };
      watchers.add(watch);
      watch();
      void ended.then(() => lost(new Error(`test: ended before ${pattern}: ${text.stdout}${text.stderr}`)));
    });
  return { child, ended, seen };
}

/** Runs it to its end, with these bytes on standard input. */
export function run(words: readonly string[], input?: Uint8Array | string, env = {}): Promise<Ended> {
  const { child, ended } = start(words, { stdin: input === undefined ? 'ignore' : 'pipe', env });
  if (input !== undefined) child.stdin?.end(input);
  return ended;
}
