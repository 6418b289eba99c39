import { contextFields } from '../events/context';
import { type EventDefinition, type WireType, wireTypes } from '../events/define';
import { argsStruct, contextStruct } from './kernel_header';
import type { Schema } from './schema';

const types = Object.keys(wireTypes) as WireType[];
const constant = (type: string) => `WIRE_${type.toUpperCase()}`;

/** Offset of an argument in the record's argument area. System calls: one register each. */
function offsets(event: EventDefinition): number[] {
  if (event.syscall !== undefined) return event.args.map((_, i) => i * 8);
  const { offsets } = argsStruct(event);
  return event.args.map((a) => offsets[a.name.replace(/\./g, '_')] as number);
}

/** encoder_table.gen.h for the addon: for each event the wire type and record offset of each argument, and the context likewise. */
export function encoderTable({ events, fingerprint }: Schema): string {
  const rows: string[] = [];
  const index: string[] = [];
  for (const event of events) {
    const at = offsets(event);
    index.push(
      `  {${event.id}, ${rows.length}, ${event.args.length}, ${event.syscall === undefined ? 0 : 1}, "${event.name}"},`,
    );
    for (const [i, { type }] of event.args.entries()) rows.push(`  {${constant(type)}, ${at[i]}},`);
  }
  const { offsets: contextAt, size } = contextStruct();
  const context = contextFields.map((f) =>
    f.kernel === undefined
      ? `  X(${f.name}, ${f.type}, -1) \\`
      : `  X(${f.name}, ${f.type}, ${contextAt[f.kernel]}) \\`,
  );
  return `// SPDX-License-Identifier: Apache-2.0
// Generated from packages/event-schema/events; change those, then: npm run generate
#pragma once
#include <cstdint>

namespace schema {

constexpr uint64_t kFingerprint = 0x${fingerprint}ULL;
constexpr uint32_t kEventIdMax = ${Math.max(...events.map((e) => e.id))};
constexpr uint32_t kContextBytes = ${size};

enum WireType : uint8_t {
${types.map((t) => `  ${constant(t)},`).join('\n')}
};

struct Argument {
  WireType type;
  uint16_t offset;  // in the record's argument area
};

struct Event {
  uint16_t id;
  uint16_t first;  // index into kArguments
  uint8_t argc;
  bool syscall;
  const char *name;
};

// Context fields in wire order: X(name, wire type, offset in struct event_context; -1: the collector's)
#define SCHEMA_CONTEXT(X) \\
${context.join('\n').replace(/ \\$/, '')}

constexpr uint32_t kContextHost = ${contextAt.uts};

constexpr Argument kArguments[] = {
${rows.join('\n')}
};

constexpr Event kEvents[] = {
${index.join('\n')}
};

}  // namespace schema
`;
}
