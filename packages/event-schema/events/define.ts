/** How an argument travels: on the wire (msgpack tag), in the kernel record (C type) and in TypeScript (see docs/frame-format.md). */
export const wireTypes = {
  bool: { c: '__u8', size: 1, ts: 'boolean' },
  u8: { c: '__u8', size: 1, ts: 'number' },
  u16: { c: '__u16', size: 2, ts: 'number' },
  u32: { c: '__u32', size: 4, ts: 'number' },
  u64: { c: '__u64', size: 8, ts: 'bigint' },
  i8: { c: '__s8', size: 1, ts: 'number' },
  i16: { c: '__s16', size: 2, ts: 'number' },
  i32: { c: '__s32', size: 4, ts: 'number' },
  i64: { c: '__s64', size: 8, ts: 'bigint' },
  /** an address; never dereferenced by the reader */
  ptr: { c: '__u64', size: 8, ts: 'bigint' },
  /** nanoseconds since boot (CLOCK_BOOTTIME) */
  time: { c: '__u64', size: 8, ts: 'bigint' },
  /** text as bytes; a JavaScript string in which a byte that is not UTF-8 is U+DC00 + byte */
  string: { c: 'struct blob', size: 4, ts: 'string' },
  bytes: { c: 'struct blob', size: 4, ts: 'Uint8Array' },
  /** NUL-separated text in the record, an array of strings on the wire */
  strings: { c: 'struct blob', size: 4, ts: 'string[]' },
  u64s: { c: 'struct blob', size: 4, ts: 'bigint[]' },
  /** two 32-bit integers that a system call wrote: pipe, socketpair */
  i32x2: { c: 'struct blob', size: 4, ts: 'number[]' },
  /** seconds and nanoseconds, both 64 bits wide */
  timespec: { c: 'struct blob', size: 4, ts: 'bigint[]' },
  /** struct sockaddr as the kernel has it, cut to the length of its family */
  sockaddr: { c: 'struct blob', size: 4, ts: 'Uint8Array' },
  /** struct cred_args of bpf-core, 80 bytes */
  cred: { c: 'struct blob', size: 4, ts: 'Uint8Array' },
} as const;

export type WireType = keyof typeof wireTypes;

/** One argument of an event: its name, its wire type and, when its numbers have names, the vocabulary that names them. */
export interface Argument {
  readonly name: string;
  readonly type: WireType;
  readonly vocabulary?: string;
}

/** How the kernel reports a system call: at entry (arguments are gone or stale at exit), at exit, or at entry and, when it failed, at exit. */
export type SyscallReport = 'exit' | 'entry' | 'entry-and-failure';

/** Numbers of a system call by table; null where the table has none. */
export interface SyscallNumbers {
  readonly x64: number | null;
  readonly ia32: number | null;
  readonly arm64: number | null;
}

export interface EventDefinition {
  /** Explicit and never renumbered; events/ids.lock proves it. System calls: their x86-64 number, or from 1000; others from 2000. */
  readonly id: number;
  readonly name: string;
  readonly sets: readonly string[];
  readonly doc: string;
  /** Append-only. */
  readonly args: readonly Argument[];
  /** Where the programs of bpf-core/probes observe it, in the words of parseProbe; absent for system calls. */
  readonly probe?: string;
  /** Likewise, programs that add to it: where they cannot be had, it is reported without what they know. */
  readonly adds?: string;
  /** From what a reader of other events works it out; absent for what the kernel side reports. */
  readonly derived?: string;
  readonly syscall?: SyscallNumbers & { readonly report: SyscallReport };
  /** The rules cannot do without it: it goes through a ring of its own, which no flood of other events fills. */
  readonly control?: true;
}

/** Arguments as text: "dirfd:i32 flags:i32=open_flags" is name:type, with the vocabulary after "=". */
export function parseArguments(text: string): Argument[] {
  return text.split(/\s+/).filter(Boolean).map(parseArgument);
}

function parseArgument(text: string): Argument {
  const [, name, type, vocabulary] = /^([\w.]+):(\w+)(?:=(\w+))?$/.exec(text) ?? [];
  if (name === undefined || type === undefined || !Object.hasOwn(wireTypes, type)) {
    throw new Error(
      `define event: argument "${text}": not name:type[=vocabulary] (types: ${Object.keys(wireTypes).join(', ')})`,
    );
  }
  const argument = { name, type: type as WireType };
  return vocabulary === undefined ? argument : { ...argument, vocabulary };
}

/** An event that a probe of its own reports. */
export function defineEvent(event: {
  id: number;
  name: string;
  sets?: string;
  doc: string;
  probe: string;
  adds?: string;
  args: string;
  control?: true;
}): EventDefinition {
  return { ...event, sets: (event.sets ?? '').split(' ').filter(Boolean), args: parseArguments(event.args) };
}

/** An event that no probe reports: it is worked out from others. */
export function defineDerivedEvent(event: {
  id: number;
  name: string;
  sets?: string;
  doc: string;
  derived: string;
  args: string;
}): EventDefinition {
  return { ...event, sets: (event.sets ?? '').split(' ').filter(Boolean), args: parseArguments(event.args) };
}
