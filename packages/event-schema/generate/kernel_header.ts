import { contextFields } from '../events/context';
import { type EventDefinition, wireTypes } from '../events/define';
import type { Schema } from './schema';

const macro = (name: string) => name.replace(/^_+/, (m) => 'X'.repeat(m.length)).toUpperCase();
export const eventConstant = (name: string) => `EVENT_${macro(name)}`;

/** A C struct without implicit padding: holes are named fields, so that -Wpadded can be an error. */
export function structFields(
  fields: readonly { name: string; c: string; size: number; align: number; suffix?: string }[],
  align: number,
) {
  const lines: string[] = [];
  const offsets: Record<string, number> = {};
  let at = 0;
  let pads = 0;
  const pad = (to: number) => {
    if (to > at) lines.push(`\t__u8 pad${pads++}[${to - at}];`);
    at = to;
  };
  for (const { name, c, size, align: a, suffix } of fields) {
    pad(Math.ceil(at / a) * a);
    offsets[name] = at;
    lines.push(`\t${c} ${name}${suffix ?? ''};`);
    at += size;
  }
  pad(Math.ceil(at / align) * align);
  return { lines, offsets, size: at };
}

/** struct event_context: the kernel's fields by falling width, so that none needs padding between. */
export function contextStruct() {
  const c = (type: string) =>
    type === 'comm'
      ? { c: 'char', size: 16, align: 1, suffix: '[16]' }
      : { ...wireTypes[type as 'u8'], align: wireTypes[type as 'u8'].size };
  const fields = contextFields
    .filter((f) => f.kernel !== undefined)
    .map((f) => ({ name: f.kernel as string, ...c(f.type) }))
    .sort((a, b) => b.align - a.align);
  fields.push({ name: 'uts', c: 'char', size: 16, align: 1, suffix: '[16]' });
  // which filters chose the event; the collector's own
  fields.push({ name: 'filter_version', c: '__u16', size: 2, align: 2, suffix: '' });
  return structFields(fields, 8);
}

const alignOf = (c: string, size: number) => (c === 'struct blob' ? 2 : size);

/** struct NAME_args: the arguments in schema order; text and bytes are a struct blob that points into the record. */
export function argsStruct(event: EventDefinition) {
  const fields = event.args.map(({ name, type }) => {
    const { c, size } = wireTypes[type];
    return { name: name.replace(/\./g, '_'), c, size, align: alignOf(c, size) };
  });
  return structFields(fields, 8);
}

/** events.gen.h: ids, the context, the argument structs, and a pointer that keeps their BTF in the object. */
export function kernelHeader({ events, fingerprint }: Schema): string {
  const probes = events.filter((e) => e.probe !== undefined);
  const structs = probes.map((e) => `struct ${e.name}_args {\n${argsStruct(e).lines.join('\n')}\n};\n`);
  return `/* SPDX-License-Identifier: GPL-2.0 OR Apache-2.0 */
/* Generated from packages/event-schema/events; change those, then: npm run generate */
#pragma once

#define SCHEMA_FINGERPRINT 0x${fingerprint}ULL

enum event_id {
${events.map((e) => `\t${eventConstant(e.name)} = ${e.id},`).join('\n')}
\tEVENT_ID_MAX = ${Math.max(...events.map((e) => e.id))},
};

/* Text or bytes elsewhere in the record: offset from its start, length. len ${0xffff}: could not be read. */
struct blob {
	__u16 off;
	__u16 len;
};

struct event_context {
${contextStruct().lines.join('\n')}
};

/* A system call: each argument as the register held it, or a struct blob in its low half where the type is text or bytes. */
struct syscall_args {
	__u64 raw[6];
};

${structs.join('\n')}
union event_args {
	struct syscall_args syscall;
${probes.map((e) => `\tstruct ${e.name}_args ${e.name};`).join('\n')}
};
`;
}
