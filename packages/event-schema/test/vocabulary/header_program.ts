import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Headers of the kernel, and those of the C library for what the kernel's leave out; the two cannot be mixed. */
export const headers = {
  kernel: `asm/fcntl asm/mman asm/prctl asm/ptrace asm/signal asm/unistd linux/bpf linux/capability linux/close_range linux/errno
    linux/eventpoll linux/fadvise linux/falloc linux/fanotify linux/fcntl linux/fs linux/futex linux/if_ether linux/if_packet linux/in
    linux/in6 linux/inotify linux/io_uring linux/ioprio linux/ipc linux/kcmp linux/kexec linux/keyctl linux/landlock linux/membarrier
    linux/memfd linux/mempolicy linux/mman linux/module linux/mount linux/msg linux/netlink linux/openat2 linux/perf_event linux/personality
    linux/pidfd linux/prctl linux/ptrace linux/quota linux/random linux/reboot linux/resource linux/rseq linux/sched linux/seccomp linux/sem
    linux/shm linux/signalfd linux/stat linux/time linux/timerfd linux/udp linux/userfaultfd linux/version linux/wait linux/watch_queue linux/xattr`,
  library: `sys/socket fcntl unistd sys/mount sys/swap sys/mman sys/eventfd sys/epoll netinet/in netinet/tcp netinet/udp linux/net`,
} as const;

/** Where an architecture's headers are, as arguments of the compiler. */
export interface Tree {
  readonly headers: string;
  readonly flags: readonly string[];
}

/** Numbers of C expressions as the headers define them, by expression; one that they do not define is absent. */
export function numbersInHeaders(tree: Tree, expressions: readonly string[]): Map<string, bigint> {
  const folder = mkdtempSync(join(tmpdir(), 'vocabulary-'));
  try {
    const missing = new Set<string>();
    const first = compile(folder, tree, expressions);
    for (const name of first) missing.add(name);
    const left = expressions.filter((text) => ![...missing].some((name) => new RegExp(`\\b${name}\\b`).test(text)));
    const still = compile(folder, tree, left);
    if (still.length > 0) throw new Error(`compile headers: ${still.join(', ')}: not defined`);
    const lines = execFileSync(join(folder, 'numbers'), { encoding: 'utf8' }).trim().split('\n');
    return new Map(lines.map((line, i) => [left[i] as string, BigInt(line)]));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Compiles the program that prints the numbers; the names that the headers do not define. */
function compile(folder: string, { headers: names, flags }: Tree, expressions: readonly string[]): string[] {
  const includes = names
    .trim()
    .split(/\s+/)
    .map((name) => `#include <${name}.h>`);
  const prints = expressions.map((text) => `  printf("%lld\\n", (long long)(${text}));`);
  const source = [
    '#define _GNU_SOURCE',
    ...includes,
    'int printf(const char *, ...);',
    'int main(void) {',
    ...prints,
    '  return 0;',
    '}',
    '',
  ];
  writeFileSync(join(folder, 'numbers.c'), source.join('\n'));
  const args = ['-w', '-fmax-errors=0', ...flags, '-o', join(folder, 'numbers'), join(folder, 'numbers.c')];
  const { status, stderr } = spawnSync('gcc', args, { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } });
  if (status === 0) return [];
  const undeclared = [...stderr.matchAll(/error: '(\w+)' undeclared/g)].map(([, name]) => name as string);
  if (undeclared.length === 0) throw new Error(`compile headers: ${stderr.slice(0, 2000)}`);
  return undeclared;
}
