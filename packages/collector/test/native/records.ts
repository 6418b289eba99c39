import { contextFields, type EventDefinition, type WireType, wireTypes } from '@tracee/event-schema';
import { argsStruct, contextStruct } from '@tracee/event-schema/dist/generate/kernel_header';

/** A value as the kernel has it: a number, text and bytes, 'fault' for what could not be read. */
export type KernelValue = bigint | Uint8Array | 'fault';

/** Values of a record: context fields by wire name, arguments by position. */
export interface RecordValues {
  readonly context: Readonly<Record<string, bigint | Uint8Array>>;
  readonly host: Uint8Array;
  readonly args: readonly KernelValue[];
}

const context = contextStruct();
const blobFault = 0xffff;

export const isBlob = (type: WireType): boolean => wireTypes[type].c === 'struct blob';

/** A record as the BPF programs lay it out. */
export function makeRecord(event: EventDefinition, { context: values, host, args }: RecordValues): Buffer {
  const offsets = event.syscall === undefined ? argsStruct(event).offsets : undefined;
  const size = event.syscall === undefined ? argsStruct(event).size : 6 * 8;
  const fixed = Buffer.alloc(context.size + size);
  const blobs: Uint8Array[] = [];
  let end = fixed.length;

  for (const { name, kernel, type } of contextFields) {
    const at = kernel === undefined ? undefined : context.offsets[kernel];
    const value = values[name];
    if (at === undefined || value === undefined) continue;
    if (value instanceof Uint8Array) fixed.set(value.subarray(0, 16), at);
    else writeInteger(fixed, at, type === 'comm' ? 0 : wireTypes[type].size, value);
  }
  fixed.set(host.subarray(0, 16), context.offsets.uts);
  for (const [i, { name, type }] of event.args.entries()) {
    const at = context.size + (offsets?.[name.replace(/\./g, '_')] ?? 8 * i);
    const value = args[i] ?? 0n;
    if (typeof value === 'bigint') {
      writeInteger(fixed, at, wireTypes[type].size, value);
      continue;
    }
    fixed.writeUInt16LE(value === 'fault' ? 0 : end, at);
    fixed.writeUInt16LE(value === 'fault' ? blobFault : value.length, at + 2);
    if (value === 'fault') continue;
    blobs.push(value);
    end += value.length;
  }
  return Buffer.concat([fixed, ...blobs]);
}

function writeInteger(into: Buffer, at: number, size: number, value: bigint): void {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt.asUintN(8 * size, value));
  bytes.copy(into, at, 0, size);
}
