import { contextFields } from '../../events/context';
import { wireTypes } from '../../events/define';

/** Version of the stream, in the header frame. */
export const formatVersion = 1;

/** c9, length (u32, big endian), kind (i8): what stands before every payload. */
export const frameHeadBytes = 6;
export const ext32Tag = 0xc9;

/** No payload is longer; a longer length is damage, not a frame. */
export const maxPayloadBytes = 1 << 20;

export const frameKinds = { header: 1, event: 2, dictionary: 3, loss: 4, statistics: 5, end: 6 } as const;
export type FrameKind = (typeof frameKinds)[keyof typeof frameKinds];

export const dictionaries = { host: 1, container: 2, executable: 3, scope: 4, process: 5, event: 6 } as const;

/** Why a record never became a delivered event. */
export const lossReasons = {
  ringFull: 1,
  tooLarge: 2,
  queueFull: 3,
  decodeError: 4,
  spillFull: 5,
  throttled: 6,
} as const;

const tagBytes = { bool: 1, u8: 2, u16: 3, u32: 5, u64: 9, i8: 2, i16: 3, i32: 5, i64: 9, ptr: 9, time: 9 } as const;

/** comm: the kernel's TASK_COMM_LEN, padded with NUL. */
export const commBytes = 16;

/** Bytes of a fixed-width value with its tag; comm is bin 8 of 16 bytes. */
export const fieldBytes = (type: string): number =>
  type === 'comm' ? 2 + commBytes : (tagBytes[type as keyof typeof tagBytes] ?? unreachable(type));

/** Tags by wire type: an integer keeps the width it has in the kernel. */
export const tags = {
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
  nil: 0xc0,
  false: 0xc2,
  true: 0xc3,
  str16: 0xda,
  bin8: 0xc4,
  bin16: 0xc5,
  array16: 0xdc,
  map16: 0xde,
} as const;

/** Offsets of each context field's value (behind its tag; comm: its first byte) from the start of an event payload. */
export const contextOffsets: Readonly<Record<string, number>> = (() => {
  const offsets: Record<string, number> = {};
  let at = 3; // array16
  for (const { name, type } of contextFields) {
    offsets[name] = at + (type === 'comm' ? 2 : 1);
    at += fieldBytes(type);
  }
  offsets.args = at;
  return offsets;
})();

/** Elements of an event payload: the context fields, then the array of arguments. */
export const payloadElements = contextFields.length + 1;

function unreachable(type: string): never {
  throw new Error(
    `frame format: type "${type}": no fixed width (fixed: ${Object.keys(tagBytes).join(', ')}; all: ${Object.keys(wireTypes).join(', ')})`,
  );
}
