import type { Argument, EventDefinition, WireType } from '../events/define';
import type { Schema } from './schema';

/** What the kernel program must copy from user memory for an argument; the rest are registers. */
const fetched: readonly WireType[] = ['string', 'strings', 'sockaddr', 'i32x2', 'timespec'];

/** Environments may hold secrets: fetched on request only. */
const fetchOf = ({ name, type }: Argument) =>
  name === 'envp' ? 'FETCH_ENVIRONMENT' : fetched.includes(type) ? `FETCH_${type.toUpperCase()}` : 'FETCH_NONE';

const arches = ['x64', 'arm64'] as const;

function row(event: EventDefinition, number: number): string {
  const { report } = event.syscall as NonNullable<EventDefinition['syscall']>;
  const types = event.args.map(fetchOf);
  const fetch = types.some((t) => t !== 'FETCH_NONE') ? `, .fetch = { ${types.join(', ')} }, .fetches = 1` : '';
  const when =
    report === 'exit'
      ? ''
      : `, .at_entry = 1${report === 'entry' ? ', .never_at_exit = 1' : ', .only_failure_at_exit = 1'}`;
  const child = ['clone', 'clone3', 'fork', 'vfork'].includes(event.name) ? ', .child_returns = 1' : '';
  return `\t[${number}] = { .event = ${event.id} + 1, .argc = ${Math.min(event.args.length, 6)}${fetch}${when}${child} },`;
}

/** syscalls.gen.h: by number, the event, how many registers, what to fetch and when to report; one table for each architecture, and the 32-bit numbers. */
export function syscallHeader({ events }: Schema): string {
  const calls = events.filter((e) => e.syscall !== undefined);
  const table = (arch: 'x64' | 'arm64' | 'ia32') =>
    calls
      .filter((e) => e.syscall?.[arch] !== null && e.syscall?.[arch] !== undefined)
      .sort((a, b) => (a.syscall?.[arch] as number) - (b.syscall?.[arch] as number))
      .map((e) => row(e, e.syscall?.[arch] as number))
      .join('\n');
  const of = (arch: (typeof arches)[number]) =>
    `const volatile struct syscall_row syscall_table[SYSCALLS_MAX] = {\n${table(arch)}\n};`;
  return `/* SPDX-License-Identifier: GPL-2.0 OR Apache-2.0 */
/* Generated from packages/event-schema/events/syscalls; change those, then: npm run generate */
#pragma once

#define SYSCALLS_MAX 512

enum fetch {
	FETCH_NONE = 0,
${[...fetched, 'environment'].map((t, i) => `\tFETCH_${t.toUpperCase()} = ${i + 1},`).join('\n')}
};

struct syscall_row {
	__u16 event; /* id + 1; 0: no such system call */
	__u8 argc;
	__u8 fetches : 1; /* an argument points to user memory */
	__u8 at_entry : 1;
	__u8 never_at_exit : 1;
	__u8 only_failure_at_exit : 1;
	__u8 child_returns : 1; /* the new task returns from it too, with 0 */
	__u8 unused : 3;
	__u8 fetch[6]; /* enum fetch of each argument */
	__u8 unused2[2];
};

#if defined(__TARGET_ARCH_x86)
${of('x64')}

/* 32-bit system calls of a 64-bit kernel */
const volatile struct syscall_row compat_table[SYSCALLS_MAX] = {
${table('ia32')}
};
#elif defined(__TARGET_ARCH_arm64)
${of('arm64')}
#endif
`;
}
