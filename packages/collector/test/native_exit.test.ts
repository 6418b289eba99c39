import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { join } from 'node:path';
import { until } from './native/counts';
import { addonPath, compileFixture, folder } from './native/fixture';
import { makeFifo } from './native/reader';

const object = compileFixture();
const script = join(__dirname, 'fixtures', 'exit_at_stage.js');
const progExists = join(folder, 'prog_exists');
execFileSync('clang', ['-Wall', '-Werror', join(__dirname, 'fixtures', 'prog_exists.c'), '-o', progExists]);
/** Longer than any end takes; a hang is one. */
const hangMs = 10_000;

interface Ended {
  readonly code: number | null;
  readonly signal: string | null;
  readonly stderr: string;
}

const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

/** A child that ends at a stage, with a FIFO that nobody reads. */
function child(stage: string, way: string): { process: ChildProcess; stderr: () => string; ended: Promise<Ended> } {
  const process_ = spawn(process.execPath, [script, addonPath(), object, makeFifo(), stage, way], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  children.push(process_);
  let stderr = '';
  process_.stderr?.on('data', (chunk: Buffer) => {
    stderr += chunk;
  });
  const ended = new Promise<Ended>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`${stage}, ${way}: still there after ${hangMs} ms`)), hangMs);
    process_.on('close', (code, signal) => {
      clearTimeout(timer);
      resolve({ code, signal, stderr });
    });
  });
  return { process: process_, stderr: () => stderr, ended };
}

const programsOf = (stderr: string): string[] => JSON.parse(/^\[.*\]$/m.exec(stderr)?.[0] ?? 'null');
const inKernel = (ids: readonly string[]): string[] =>
  execFileSync(progExists, [...ids])
    .toString()
    .split('\n')
    .filter(Boolean);

const ways: Record<string, { code: number | null; signal: string | null }> = {
  exit: { code: 7, signal: null },
  throw: { code: 1, signal: null },
  kill: { code: null, signal: 'SIGKILL' },
  worker: { code: 0, signal: null },
  end: { code: 0, signal: null },
};
const stages = [
  'require',
  'construct',
  'failed load',
  'load',
  'attach',
  'start',
  'events',
  'stopping',
  'last frames',
  'stop',
];
/** With a session that is started a process does not end by itself (see below); one that stops waits for its sink first. */
const endless = ['start', 'events', 'stopping'];
/** Here the child holds a program. */
const loaded = ['load', 'attach', 'start', 'events', 'last frames'];
const cases = stages
  .flatMap((stage) => Object.keys(ways).map((way) => [stage, way] as const))
  .filter(([stage, way]) => way !== 'end' || !endless.includes(stage));

test.each(cases)(
  'at %s, by %s: no hang, no crash, nothing left in the kernel',
  async (stage, way) => {
    const { code, signal, stderr } = await child(stage, way).ended;
    expect({ code, signal, stderr }).toEqual({ ...ways[way], stderr: expect.any(String) });
    expect(stderr).not.toMatch(/Segmentation|terminate called|FATAL|napi/i);
    const programs = programsOf(stderr);
    if (loaded.includes(stage)) expect(programs).toHaveLength(1);
    await until(`programs ${programs} are gone`, () => inKernel(programs).length === 0);
  },
  2 * hangMs,
);

test(
  'a session that is started keeps the process alive, with its program in the kernel, until it is killed',
  async () => {
    const { process: running, stderr, ended } = child('start', 'end');
    await until('started', () => stderr().includes(']'));
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(running.exitCode).toBeNull();
    const programs = programsOf(stderr());
    expect(programs).toHaveLength(1);
    expect(inKernel(programs)).toEqual(programs);
    running.kill('SIGTERM');
    expect(await ended).toMatchObject({ code: null, signal: 'SIGTERM' });
    await until('gone', () => inKernel(programs).length === 0);
  },
  2 * hangMs,
);
