import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readBtf } from '@tracee/event-schema/dist/generate/btf';
import { builtName } from '../../src/btf/built';
import { compileBtf } from '../../src/btf/compile_btf';
import { findHeaders } from '../../src/btf/kernel_headers';
import { build } from '../../src/cli/build';

const directory = mkdtempSync(join(tmpdir(), 'tracee-headers-'));
afterAll(() => rmSync(directory, { recursive: true }));

/** A kernel's headers as far as the unit needs them, in two directories as Debian has them. */
const [buildDirectory, source] = [
  join(directory, 'linux-headers-9.9.0-1-amd64'),
  join(directory, 'linux-headers-9.9.0-1-common'),
];
const config = 'CONFIG_SMP=y\n';
function install(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}
const whole = () =>
  install({
    [join(buildDirectory, '.config')]: config,
    [join(buildDirectory, 'Makefile')]: `include ${source}/Makefile\n`,
    [join(buildDirectory, 'include/generated/utsrelease.h')]: '#define UTS_RELEASE "9.9.0-1-amd64"\n',
    [join(buildDirectory, 'include/generated/uapi/linux/version.h')]:
      '#define LINUX_VERSION_CODE 0x90900\n#define KERNEL_VERSION(a, b, c) (((a) << 16) + ((b) << 8) + (c))\n',
    [join(source, 'include/linux/kconfig.h')]: '#define MADE_BY_KCONFIG 1\n',
    [join(source, 'include/linux/compiler_types.h')]: '#define __percpu\n',
    [join(source, 'include/linux/sched.h')]:
      '#ifdef MADE_BY_KCONFIG\n#ifdef __KERNEL__\nstruct task_struct { unsigned long flags; int pid; struct mm_struct *mm; char comm[16]; };\n#endif\n#endif\n' +
      'struct hlist_node { void *next, **pprev; };\nstruct vfsmount { void *mnt_root; };\nstruct ns_common { long a; int inum; };\ntypedef struct { int counter; } atomic_t;\n',
    [join(source, 'include/linux/cred.h')]: 'struct cred { int usage; unsigned uid; };\n',
  });
beforeEach(whole);
afterEach(() => {
  for (const path of [buildDirectory, source]) rmSync(path, { recursive: true });
});

const offsets = (btf: Buffer, name: string) =>
  Object.fromEntries(
    [...(readBtf(btf).structs.get(name)?.members ?? [])].map(([member, { offset }]) => [member, offset]),
  );

it('describes the types of the headers as BTF', () => {
  const { btf, missing } = compileBtf(
    findHeaders('', buildDirectory),
    ['struct cred', 'struct mnt_namespace', 'struct mount', 'struct task_struct'],
    'clang',
  );
  expect(missing).toEqual([]);
  expect(offsets(btf, 'task_struct')).toEqual({ flags: 0, pid: 8, mm: 16, comm: 24 });
  expect(offsets(btf, 'cred')).toEqual({ usage: 0, uid: 4 });
  expect(offsets(btf, 'mount')).toMatchObject({ mnt_parent: 16, mnt_mountpoint: 24, mnt: 32 });
  expect(offsets(btf, 'mnt_namespace')).toEqual({ ns: 0 });
});

it('goes without types that the headers do not have, and says which', () => {
  const types = ['enum nobody', 'struct nowhere', 'struct task_struct', 'unknown_t'];
  const { btf, missing } = compileBtf(findHeaders('', buildDirectory), types, 'clang');
  expect(missing).toEqual(['enum nobody', 'struct nowhere', 'unknown_t']);
  expect(offsets(btf, 'task_struct').pid).toBe(8);
});

it('shows what the compiler said when the headers are broken', () => {
  writeFileSync(join(source, 'include/linux/cred.h'), '#error broken headers\n');
  expect(() => compileBtf(findHeaders('', buildDirectory), ['struct cred'], 'clang')).toThrow(
    /the kernel's headers do not compile.*\n.*broken headers/s,
  );
});

it('says how to get clang', () => {
  expect(() => compileBtf(findHeaders('', buildDirectory), ['struct cred'], '/no/clang')).toThrow(
    'build: /no/clang: cannot be run: spawnSync /no/clang ENOENT (install it, on Debian: apt-get install clang)',
  );
});

describe('headers', () => {
  it('are found in one directory, in two, and by the link of the modules', () => {
    expect(findHeaders('', buildDirectory)).toEqual({
      build: buildDirectory,
      source,
      config,
      release: '9.9.0-1-amd64',
    });
    rmSync(join(buildDirectory, 'Makefile'));
    expect(findHeaders('', buildDirectory)).toMatchObject({ source });
    const modules = join(directory, 'modules');
    mkdirSync(modules);
    symlinkSync(source, join(modules, 'source'));
    symlinkSync(buildDirectory, join(modules, 'build'));
    expect(findHeaders('', join(modules, 'build'))).toMatchObject({ build: buildDirectory, source });
    install({ [join(buildDirectory, 'include/linux/sched.h')]: '' });
    rmSync(modules, { recursive: true });
    rmSync(join(source, 'include/linux/sched.h'));
    expect(findHeaders('', buildDirectory)).toMatchObject({ source: buildDirectory });
  });

  it.each([
    [
      'not installed',
      () => findHeaders('0.0.0-none', undefined),
      'kernel headers: /lib/modules/0.0.0-none/build: not there (install them, on Debian: apt-get install linux-headers-0.0.0-none)',
    ],
    ['not configured', () => rmSync(join(buildDirectory, '.config')), `${buildDirectory}/.config: not there`],
    ['not prepared', () => rmSync(join(buildDirectory, 'include/generated/utsrelease.h')), 'utsrelease.h: not there'],
    ['without sources', () => rmSync(join(source, 'include/linux/sched.h')), 'no include/linux/sched.h there'],
    [
      'of structures in random order',
      () => writeFileSync(join(buildDirectory, '.config'), 'CONFIG_RANDSTRUCT=y\n'),
      'CONFIG_RANDSTRUCT is on',
    ],
  ])('that are %s are refused', (_, spoil, found) => {
    const find = () => {
      spoil();
      findHeaders('', buildDirectory);
    };
    expect(find).toThrow(found);
  });
});

describe('tracee-collect build', () => {
  const said: string[] = [];
  const say = (message: unknown) => said.push(`${message}`);
  const log = { error: say, warn: say, info: say, debug: say } as never;
  beforeEach(() => said.splice(0));

  it('keeps the BTF in the cache, by release and configuration', () => {
    const cache = join(directory, 'cache');
    const path = build(['--headers', buildDirectory], { TRACEE_BTF_CACHE: cache }, log).trim();
    // not by that of the kernel that runs here
    expect(path).toBe(join(cache, builtName('9.9.0-1-amd64', config)));
    expect(said[1]).toMatch(/^build: not in the headers: .*struct inode.* \(what reads them may be unavailable\)$/);
  });

  it('writes it where it is told to', () => {
    const output = join(directory, 'own.btf');
    expect(build(['--headers', buildDirectory, '--output', output], {}, log)).toBe(`${output}\n`);
  });

  it.each([
    [['--nonsense'], 'usage', "build: Unknown option '--nonsense'"],
    [
      ['--headers', buildDirectory, '--release', '1.2.3'],
      'usage',
      '--release: 1.2.3: the headers are of 9.9.0-1-amd64',
    ],
    [['--object'], 'usage', 'build: --object: no --output (name the file that TRACEE_BPF_FILE will name)'],
    [['--headers', '/nowhere'], 'unsupported', 'kernel headers: /nowhere: not there'],
    [['--headers', buildDirectory, '--output', '/etc/passwd/x'], 'output', 'build: /etc/passwd/x: '],
  ])('refuses %j', (args, code, found) => {
    expect(() => build(args, {}, log)).toThrow(found);
    expect(() => build(args, {}, log)).toThrow(expect.objectContaining({ code }));
  });

  it('makes an object from one source of BTF, not two', () => {
    const env = { TRACEE_BTF_FILE: join(directory, 'nowhere.btf') };
    const output = join(directory, 'x.o');
    expect(() => build(['--object', '--output', output], env, log)).toThrow(/nowhere\.btf: not there$/);
    expect(() => build(['--object', '--output', output, '--headers', buildDirectory], env, log)).toThrow(
      'build: --object: both TRACEE_BTF_FILE and headers are given',
    );
    expect(existsSync(output)).toBe(false);
  });

  it('explains itself', () => expect(build(['--help'], {}, log)).toContain('tracee-collect build [options]'));
});
