import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { vocabularies } from '../../src/vocabulary';
import type { Arch, EnumVocabulary, FlagsVocabulary } from '../../src/vocabulary/define';
import { kernelOnly, newer } from './beyond_headers';
import { headers, numbersInHeaders } from './header_program';

/** Texts of Tracee and of ours, and numbers of the table of system calls: not the headers' words. */
const ownWords = ['bpf_attach_point', 'memory_alert', 'signal_method', 'syscall'];

/** How a name's number comes from the header's. */
const derived: Readonly<Record<string, (name: string) => string>> = {
  quota_command: (name) => (name.startsWith('Q_') ? `(unsigned)(${name} << 8)` : name),
  ioprio: (name) => `${name} << IOPRIO_CLASS_SHIFT`,
  packet_protocol: (name) => `__builtin_bswap16(${name})`,
};

interface Claim {
  readonly vocabulary: string;
  readonly name: string;
  readonly expression: string;
  readonly value: number;
}

const numbered = Object.values(vocabularies).filter(
  (v): v is typeof v & (EnumVocabulary | FlagsVocabulary) => v.kind === 'enum' || v.kind === 'flags',
) as readonly (EnumVocabulary | FlagsVocabulary)[];

function claims(arch: Arch): Claim[] {
  return numbered
    .filter(({ name }) => !ownWords.includes(name))
    .flatMap((v) => {
      const fields = v.kind === 'flags' ? Object.values(v.fields ?? {}).map((field) => field.values) : [];
      const accepts = v.kind === 'flags' ? v.accepts : {};
      const all = Object.entries(Object.assign({}, v.values, accepts, v[arch], ...fields) as Record<string, number>);
      const expression = derived[v.name] ?? ((name: string) => name);
      return all.map(([name, value]) => ({ vocabulary: v.name, name, expression: expression(name), value }));
    });
}

/** `1 << 31` is negative in C, and the bit of a flag all the same. */
const agrees = (truth: bigint, value: number) =>
  truth === BigInt(value) || (truth < 0n && BigInt.asUintN(32, truth) === BigInt(value));
const unique = (words: readonly string[]) => [...new Set(words)];
const wrong = (all: readonly Claim[], truth: ReadonlyMap<string, bigint>) =>
  all
    .filter(({ expression, value }) => !agrees(truth.get(expression) ?? BigInt(value), value))
    .map(
      ({ vocabulary, name, expression, value }) => `${vocabulary}.${name} is ${truth.get(expression)}, not ${value}`,
    );

describe('numbers for x64', () => {
  const all = claims('x64');
  const expressions = unique(all.map(({ expression }) => expression));
  const kernel = numbersInHeaders({ headers: headers.kernel, flags: [] }, [...expressions, 'LINUX_VERSION_CODE']);
  const internal = new Set(Object.values(kernelOnly).flatMap((numbers) => Object.keys(numbers)));
  const rest = expressions.filter((text) => !kernel.has(text) && !internal.has(text));
  const truth = new Map([...kernel, ...numbersInHeaders({ headers: headers.library, flags: [] }, rest)]);

  test('are those of the headers of this machine', () => {
    expect(truth.size).toBeGreaterThan(1500);
    expect(wrong(all, truth)).toEqual([]);
  });

  test('that the headers do not have are of a newer release, or the kernel keeps them to itself', () => {
    const code = Number(kernel.get('LINUX_VERSION_CODE'));
    const isNewer = (release: string) => {
      const [major = 0, minor = 0] = release.split('.').map(Number);
      return code < (major << 16) + (minor << 8);
    };
    const later = Object.entries(newer).filter(([release]) => isNewer(release));
    const explained = new Map(
      [...later, ...Object.entries(kernelOnly)].flatMap(([, numbers]) => Object.entries(numbers)),
    );
    const absent = all.filter(({ expression }) => !truth.has(expression));
    expect(absent.filter(({ name, value }) => explained.get(name) !== value).map(({ name }) => name)).toEqual([]);
  });

  test('claimed for newer releases and the kernel alone are those of the vocabularies', () => {
    const ours = new Map(all.map(({ name, value }) => [name, value]));
    const listed = Object.values({ ...newer, ...kernelOnly }).flatMap((numbers) => Object.entries(numbers));
    expect(listed.filter(([name, value]) => ours.get(name) !== value)).toEqual([]);
  });
});

describe('numbers for arm64', () => {
  /** arch/arm64/include/uapi/asm: what it defines otherwise than, or beside, asm-generic and x86. */
  const arm64 = {
    open_flags: {
      O_DIRECTORY: 0o40000,
      O_NOFOLLOW: 0o100000,
      O_DIRECT: 0o200000,
      O_LARGEFILE: 0o400000,
      O_TMPFILE: 0o20040000,
    },
    pipe_flags: { O_DIRECT: 0o200000 },
    prot: { PROT_BTI: 0x10, PROT_MTE: 0x20 },
    ptrace_request: { PTRACE_PEEKMTETAGS: 33, PTRACE_POKEMTETAGS: 34 },
    pkey_rights: { PKEY_DISABLE_EXECUTE: 0x4, PKEY_DISABLE_READ: 0x8 },
  };

  test('that differ are the ones arm64 defines itself', () => {
    const own = numbered.filter((v) => v.name !== 'syscall' && v.arm64 !== undefined).map((v) => [v.name, v.arm64]);
    expect(Object.fromEntries(own)).toEqual(arm64);
  });

  const tree = process.env.ARM64_HEADERS ?? '/usr/aarch64-linux-gnu/include';
  const trees = existsSync(`${tree}/asm/fcntl.h`) ? [tree] : [];

  test('are those of the headers for arm64, where they are installed', () => {
    const names = headers.kernel.replace('asm/prctl', '').replace('linux/shm', '');
    const compiler = execFileSync('gcc', ['-print-file-name=include'], { encoding: 'utf8' }).trim();
    const flags = ['-nostdinc', '-I', tree, '-isystem', compiler];
    const all = claims('arm64');
    const found = trees.map(() =>
      numbersInHeaders({ headers: names, flags }, unique(all.map(({ expression }) => expression))),
    );
    expect(found.filter((truth) => truth.size < 1000)).toEqual([]);
    expect(found.flatMap((truth) => wrong(all, truth))).toEqual([]);
  });
});
