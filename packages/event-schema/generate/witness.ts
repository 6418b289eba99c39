import { contextFields } from '../events/context';
import { type EventDefinition, wireTypes } from '../events/define';
import { type Btf, readBtf } from './btf';
import { elfSections } from './elf';
import { argsStruct, contextStruct, eventConstant } from './kernel_header';
import { schemaOf } from './schema';

/** Where a compiled BPF object differs from the definitions; empty when it agrees in every id, size and offset, and in the fingerprint. */
export function witness(object: Buffer, events: readonly EventDefinition[]): string[] {
  const sections = elfSections(object);
  const section = sections.get('.BTF');
  if (section === undefined) return ['check object: .BTF: no such section (compile with -g)'];
  const btf = readBtf(section);
  const fingerprint = Buffer.alloc(8);
  fingerprint.writeBigUInt64LE(BigInt(`0x${schemaOf(events).fingerprint}`));
  return [
    ...checkIds(btf, events),
    ...checkStruct(btf, 'event_context', contextStruct(), contextWidths()),
    ...events
      .filter((e) => e.probe !== undefined)
      .flatMap((e) => checkStruct(btf, `${e.name}_args`, argsStruct(e), argWidths(e))),
    ...((sections.get('.rodata') ?? Buffer.alloc(0)).includes(fingerprint)
      ? []
      : ['check object: .rodata: the schema fingerprint is another (rebuild it)']),
  ];
}

const contextWidths = () =>
  new Map(
    contextFields
      .filter((f) => f.kernel !== undefined)
      .map((f) => [f.kernel as string, f.type === 'comm' ? 16 : wireTypes[f.type].size]),
  );

const argWidths = (event: EventDefinition) =>
  new Map(event.args.map((a) => [a.name.replace(/\./g, '_'), wireTypes[a.type].size]));

function checkIds(btf: Btf, events: readonly EventDefinition[]): string[] {
  const ids = btf.enums.get('event_id');
  return events
    .filter((e) => ids?.get(eventConstant(e.name)) !== e.id)
    .map(
      (e) =>
        `check object: ${eventConstant(e.name)}: is ${ids?.get(eventConstant(e.name)) ?? 'missing'}, not ${e.id} (rebuild it)`,
    );
}

function checkStruct(
  btf: Btf,
  name: string,
  expected: { offsets: Record<string, number>; size: number },
  widths: Map<string, number>,
): string[] {
  const struct = btf.structs.get(name);
  if (struct === undefined)
    return [`check object: struct ${name}: missing (reach it from a map, a variable or a function)`];
  const wrong = [...widths].filter(([field, width]) => {
    const member = struct.members.get(field);
    return member?.offset !== expected.offsets[field] || btf.sizeOf(member?.type ?? 0) !== width;
  });
  const size =
    struct.size === expected.size
      ? []
      : [`check object: struct ${name}: ${struct.size} bytes, not ${expected.size} (rebuild it)`];
  return [
    ...size,
    ...wrong.map(
      ([field]) => `check object: ${name}.${field}: another offset or width than the definition's (rebuild it)`,
    ),
  ];
}
