import { contextFields, type EventDefinition, type WireType, wireTypes } from '@tracee/event-schema';
import { kinds, makeFrame } from './frames';
import type { KernelValue, RecordValues } from './records';

/** The frame that a record must become, written from the definitions alone: every tag and byte of it. */
export function expectedFrame(event: EventDefinition, { context, args }: RecordValues, host: number): Buffer {
  const fields = contextFields.map(({ name, type, kernel }) => {
    if (kernel === undefined) return integer('u32', BigInt(name === 'host' ? host : 0));
    const value = context[name] ?? 0n;
    if (type !== 'comm') return integer(type, value as bigint);
    const comm = Buffer.alloc(16);
    comm.set((value as Uint8Array).subarray(0, 16));
    return Buffer.concat([Buffer.from([0xc4, 16]), comm]);
  });
  const values = event.args.map(({ type }, i) => argument(type, args[i] ?? 0n));
  return makeFrame(kinds.event, array([...fields, array(values)]));
}

const tags = {
  u8: 0xcc,
  u16: 0xcd,
  u32: 0xce,
  u64: 0xcf,
  i8: 0xd0,
  i16: 0xd1,
  i32: 0xd2,
  i64: 0xd3,
  ptr: 0xcf,
  time: 0xcf,
};

function argument(type: WireType, value: KernelValue): Buffer {
  if (value === 'fault') return Buffer.from([0xc0]);
  if (typeof value === 'bigint')
    return type === 'bool' ? Buffer.from([(value & 0xffn) === 0n ? 0xc2 : 0xc3]) : integer(type, value);
  switch (type) {
    case 'string':
      return short(0xda, value);
    case 'strings':
      return array(splitStrings(value).map((text) => short(0xda, text)));
    case 'u64s':
      return array(words(value, 8).map((word) => integer('u64', word)));
    case 'i32x2':
      return array(words(value, 4).map((word) => integer('i32', word)));
    case 'timespec':
      return array(words(value, 8).map((word) => integer('i64', word)));
    default:
      return short(0xc5, value);
  }
}

function integer(type: string, value: bigint): Buffer {
  const { size } = wireTypes[type as WireType];
  const bytes = Buffer.alloc(9);
  bytes.writeBigUInt64BE(BigInt.asUintN(8 * size, value) << BigInt(64 - 8 * size), 1);
  bytes[0] = tags[type as keyof typeof tags];
  return bytes.subarray(0, 1 + size);
}

function short(tag: number, value: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from([tag, value.length >> 8, value.length & 0xff]), value]);
}

function array(elements: readonly Uint8Array[]): Buffer {
  return Buffer.concat([Buffer.from([0xdc, elements.length >> 8, elements.length & 0xff]), ...elements]);
}

function words(value: Uint8Array, size: number): bigint[] {
  const bytes = Buffer.from(value);
  return Array.from(
    { length: value.length / size },
    (_, i) =>
      BigInt(bytes.readUIntLE(i * size, 4)) | (size === 8 ? BigInt(bytes.readUInt32LE(i * size + 4)) << 32n : 0n),
  );
}

/** NUL-terminated one after another; the last may have lost its NUL. */
function splitStrings(value: Uint8Array): Buffer[] {
  const strings: Buffer[] = [];
  for (let at = 0; at < value.length; ) {
    const nul = value.indexOf(0, at);
    const end = nul < 0 ? value.length : nul;
    strings.push(Buffer.from(value.subarray(at, end)));
    at = end + 1;
  }
  return strings;
}
