import assert from 'node:assert/strict';
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { machine, release, tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { builtName } from '@tracee/collector/dist/src/btf/built';
import { kernelConfig } from '@tracee/collector/dist/src/btf/kernel_config';
import { Pack } from '@tracee/collector/dist/src/btf/pack';
import { argsOf, bin, outcome, parseExact, readyMs, root, startTrigger, until } from './session';

const kernelBtf = '/sys/kernel/btf/vmlinux';
const packDirectory = 'packages/collector/btf';
const rawObject = join(root, 'packages/bpf-core/dist/tracee.raw.bpf.o');
/** BTF that was compiled from this kernel's headers; tests in guests bring it. */
const builtBtf = join(root, 'build/btf', `${release()}.btf`);
/** Likewise, an object with their offsets in it, which needs none. */
const builtObject = join(root, 'build/btf', `${release()}.bpf.o`);

const directory = mkdtempSync(join(tmpdir(), 'tracee-btf-live-'));
const path = (name: string) => join(directory, name);
after(() => rmSync(directory, { recursive: true }));

const pack = new Pack(readFileSync(join(root, packDirectory, 'minimal.pack')));
const arch = machine() === 'aarch64' ? 'arm64' : machine();
/** The distribution and version under which the pack has this kernel. */
const group = Object.entries(pack.index.kernels).find(
  ([of, releases]) => of.endsWith(`/${arch}`) && release() in releases,
)?.[0];
const [distribution, version] = (group ?? 'debian/12').split('/');

type Environment = Readonly<Record<string, string>>;
/** What is not to be seen: each is hidden behind an empty directory, for one process only. */
type Hidden = readonly ('kernel' | 'pack')[];

function start(options: readonly string[], env: Environment, hidden: Hidden): ChildProcess {
  const places = { kernel: '/sys/kernel/btf', pack: join(root, packDirectory) };
  // a kernel that has none has no directory for it
  const there = hidden.map((name) => places[name]).filter((place) => existsSync(place));
  const mounts = there.map((place) => `mount --bind ${path('empty')} ${place} && `).join('');
  const command = ['-m', 'sh', '-c', `${mounts}exec "$@"`, 'sh', process.execPath, bin('tracee-collect'), ...options];
  return spawn('unshare', command, {
    env: { PATH: process.env.PATH, OSRELEASE_FILE: path('os-release'), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Starts and ends at once: which BTF it used, or why it did not start. */
async function decision(env: Environment, hidden: Hidden, options: readonly string[] = []) {
  const trace = [
    '--trace',
    'event=ptrace',
    '--trace',
    `tree=${process.pid}`,
    '--duration',
    '10ms',
    '--output',
    'json',
    '--debug',
  ];
  const { code, stderr } = await outcome(start([...trace, ...options], env, hidden));
  const used = /^tracee-collect: debug: uses (.*)$/m.exec(stderr)?.[1];
  const probes = /^tracee-collect: ready: .*\((\w+) probes\)/m.exec(stderr)?.[1];
  return { code, stderr, used, probes };
}

before(() => {
  mkdirSync(path('empty'));
  writeFileSync(path('os-release'), `ID=${distribution}\nVERSION_ID="${version}"\n`);
  if (existsSync(kernelBtf)) writeFileSync(path('kernel.btf'), readFileSync(kernelBtf));
});

/** The exec of the shell, as the collector tells it. */
async function tracedExec(env: Environment, hidden: Hidden): Promise<Record<string, unknown>> {
  const trigger = startTrigger('illegitimate_shell');
  const ready = path(`ready-${trigger.pid}`);
  const options = [
    '--ready-file',
    ready,
    '--output',
    'json',
    '--trace',
    `tree=${trigger.pid}`,
    '--trace',
    'event=sched_process_exec',
  ];
  const collector = start(options, env, hidden);
  const ended = outcome(collector);
  await until(() => existsSync(ready) || collector.exitCode !== null, readyMs, 'the collector to be ready');
  if (collector.exitCode !== null)
    throw new Error(`tracee-collect: ended before it was ready: ${(await ended).stderr}`);
  await trigger.go();
  collector.kill('SIGINT');
  const { stdout } = await ended;
  const execs = stdout.split('\n').filter(Boolean).map(parseExact);
  const exec = execs.find((event) => argsOf(event).prev_comm === 'nginx');
  assert.ok(exec, `an exec among ${execs.length} events`);
  const args = argsOf(exec);
  // each run has a socket of its own as standard input
  return { ...args, stdin_path: String(args.stdin_path).replace(/\d+/, 'N') };
}

/** Minimal BTF of a kernel whose release begins so. */
function packedBtf(start: string): string {
  const kernels = Object.values(pack.index.kernels).flatMap((releases) => Object.entries(releases));
  const [, number] = kernels.find(([of]) => of.startsWith(start)) as [string, number];
  const file = path(`${start}.btf`);
  writeFileSync(file, pack.layout(number).btf);
  return file;
}

/** Minimal BTF of a kernel that this one is not. */
const foreignBtf = (series: string) => packedBtf(`${series}.`);

/** An object for the kernel of a BTF, as a user makes it. */
function objectFor(btf: string): string {
  const output = `${btf}.o`;
  const env = { PATH: process.env.PATH, TRACEE_BTF_FILE: btf };
  const made = [bin('tracee-collect'), 'build', '--object', '--output', output];
  assert.equal(execFileSync(process.execPath, made, { env, encoding: 'utf8' }), `${output}\n`);
  return output;
}

/** Puts BTF of this kernel where `tracee-collect build` puts what it made. */
function fillCache(btf: string): string {
  const config = kernelConfig(release(), undefined);
  cpSync(btf, path(join('cache', builtName(release(), config?.text ?? ''))));
  return path('cache');
}

const seriesOf = (text: string) => text.split('.', 2).join('.');
const foreignSeries = ['5.10', '6.1', '6.12'].filter((of) => of !== seriesOf(release()));

for (const series of foreignSeries)
  test(`BTF of another kernel, ${series}, is refused before anything is traced`, async () => {
    const { code, stderr, probes } = await decision({ TRACEE_BTF_FILE: foreignBtf(series) }, ['kernel']);
    assert.equal(code, 2, stderr);
    assert.match(stderr, /self-check: BTF of TRACEE_BTF_FILE, .*: does not fit this kernel, .*\n {2}\S/);
    assert.equal(probes, undefined);
  });

test('without any BTF it says what it looked for, and what to do', async () => {
  const { code, stderr } = await decision({ TRACEE_BTF_CACHE: path('nowhere') }, ['kernel', 'pack']);
  assert.equal(code, 2);
  for (const part of [
    release(),
    'minimal.pack: not there',
    `${path('nowhere')}: not there`,
    'TRACEE_BTF_FILE',
    'tracee-collect build',
  ])
    assert.ok(stderr.includes(part), `${part} in ${stderr}`);
});

test('an object that needs BTF is not loaded without', async () => {
  const { code, stderr } = await decision({ TRACEE_BPF_FILE: rawObject }, ['kernel']);
  assert.equal(code, 2);
  assert.match(stderr, /TRACEE_BPF_FILE: .*: needs BTF/);
});

for (const series of foreignSeries.slice(-1))
  test(`an object for another kernel, ${series}, is refused before anything is traced`, async () => {
    const object = objectFor(foreignBtf(series));
    const { code, stderr, probes } = await decision({ TRACEE_BPF_FILE: object }, ['kernel']);
    assert.equal(code, 2, stderr);
    assert.ok(stderr.includes(`self-check: TRACEE_BPF_FILE, ${object}: `), stderr);
    assert.match(stderr, /tracee-collect build --object, or unset TRACEE_BPF_FILE\)\n {2}\S/);
    assert.equal(probes, undefined);
  });

test('an object that is cut off, or of another architecture, is not loaded', async () => {
  const whole = readFileSync(rawObject);
  // a member of struct pt_regs tells architectures apart
  const [mine, other] = arch === 'arm64' ? ['orig_x0', 'orig_ax'] : ['orig_ax', 'orig_x0'];
  const foreign = whole.toString('latin1').replaceAll(`\0${mine}\0`, `\0${other}\0`);
  const wrong: readonly (readonly [name: string, bytes: Buffer, found: RegExp])[] = [
    ['cut.o', whole.subarray(0, whole.length / 2), /TRACEE_BPF_FILE: .*cut\.o: truncated: /],
    ['other.o', Buffer.from(foreign, 'latin1'), /TRACEE_BPF_FILE: .*other\.o: of another architecture, /],
  ];
  for (const [name, bytes, found] of wrong) {
    writeFileSync(path(name), bytes);
    const { code, stderr, probes } = await decision({ TRACEE_BPF_FILE: path(name) }, ['kernel']);
    assert.equal(code, 2, stderr);
    assert.match(stderr, found);
    assert.equal(probes, undefined);
  }
});

/** By step 2, which BTF of no kind may help. */
async function byGivenObject(object: string): Promise<Record<string, unknown>> {
  const env = { TRACEE_BPF_FILE: object };
  const { code, used, probes, stderr } = await decision(env, ['kernel', 'pack']);
  assert.deepEqual([code, used, probes], [0, 'no BTF', 'raw'], stderr);
  return tracedExec(env, ['kernel', 'pack']);
}

if (group !== undefined)
  test('step 2: an object for this kernel, with the events of step 4', async () => {
    const object = existsSync(builtObject) ? builtObject : objectFor(packedBtf(release()));
    assert.deepEqual(await byGivenObject(object), await tracedExec({}, ['kernel']));
  });

if (group !== undefined)
  test('step 4: minimal BTF of the package', async () => {
    const { code, used, probes, stderr } = await decision({}, ['kernel']);
    assert.deepEqual([code, probes], [0, 'raw'], stderr);
    assert.match(used ?? '', new RegExp(`^minimal BTF of ${group.replaceAll('/', ' ')} .*, layout [0-9a-f]{16}$`));
  });

if (group !== undefined)
  test('--btf-nearest takes the kernel itself where it is known', async () => {
    const { code, stderr } = await decision({}, ['kernel'], ['--btf-nearest']);
    assert.equal(code, 0, stderr);
    assert.doesNotMatch(stderr, /warn/);
  });

if (existsSync(builtBtf))
  test("step 5: BTF compiled from the kernel's headers, with the events of step 4", async () => {
    const env = { TRACEE_BTF_CACHE: fillCache(builtBtf) };
    const { code, used, probes, stderr } = await decision(env, ['kernel', 'pack']);
    assert.deepEqual([code, probes], [0, 'raw'], stderr);
    assert.match(used ?? '', /^BTF built on this host, /);
    assert.deepEqual(await tracedExec(env, ['kernel', 'pack']), await tracedExec({}, ['kernel']));
  });

if (existsSync(kernelBtf)) {
  const steps: readonly [title: string, env: Environment, hidden: Hidden, used: RegExp, probes: string | undefined][] =
    [
      [
        "step 1: the given object and the kernel's BTF",
        { TRACEE_BPF_FILE: rawObject },
        [],
        /^the kernel's own BTF$/,
        'raw',
      ],
      [
        'step 1: the given object and the given BTF',
        { TRACEE_BPF_FILE: rawObject, TRACEE_BTF_FILE: path('kernel.btf') },
        ['kernel'],
        /^BTF of TRACEE_BTF_FILE, /,
        'raw',
      ],
      ["step 3: the kernel's BTF", {}, [], /^the kernel's own BTF$/, undefined],
      [
        'step 3: the given BTF',
        { TRACEE_BTF_FILE: path('kernel.btf') },
        ['kernel'],
        /^BTF of TRACEE_BTF_FILE, /,
        'raw',
      ],
    ];
  for (const [title, env, hidden, used, probes] of steps)
    test(title, async () => {
      const found = await decision(env, hidden);
      assert.equal(found.code, 0, found.stderr);
      assert.match(found.used ?? '', used);
      if (probes !== undefined) assert.equal(found.probes, probes);
    });

  test('step 2: an object for this kernel, made from its own BTF, with the events that BTF gives', async () => {
    assert.deepEqual(await byGivenObject(objectFor(path('kernel.btf'))), await tracedExec({}, []));
  });

  test('step 5: BTF that was built here', async () => {
    const { code, used, stderr } = await decision({ TRACEE_BTF_CACHE: fillCache(path('kernel.btf')) }, [
      'kernel',
      'pack',
    ]);
    assert.equal(code, 0, stderr);
    assert.match(used ?? '', /^BTF built on this host, /);
  });

  test('an event has the same arguments with and without BTF of the kernel', async () => {
    const env: Environment = group === undefined ? { TRACEE_BTF_FILE: path('kernel.btf') } : {};
    const [whole, minimal] = [await tracedExec({}, []), await tracedExec(env, ['kernel'])];
    assert.deepEqual(minimal, whole);
    assert.match(String(whole.interpreter_pathname), /ld-|null/);
  });
}
