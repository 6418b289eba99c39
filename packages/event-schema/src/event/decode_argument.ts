import type { WireType } from '../../events/define';
import type { Cursor } from '../frame/cursor';
import { tags } from '../frame/format';
import { readValue } from '../frame/msgpack';
import { decodeText } from '../values/text';

/** Decodes the value whose tag is at `at`; the walk has checked the bytes. nil is null. Nothing returned points into the buffer. */
export type Decode = (cursor: Cursor, at: number) => unknown;

const length = ({ view }: Cursor, at: number) => view.getUint16(at + 1);

/** Elements behind an array16 at `at`, each `width` bytes with its tag. */
const elements = <T>(cursor: Cursor, at: number, width: number, read: (at: number) => T): T[] =>
  Array.from({ length: length(cursor, at) }, (_, i) => read(at + 3 + i * width + 1));

const string: Decode = (cursor, at) =>
  cursor.isNil(at) ? null : decodeText(cursor.buffer, at + 3, at + 3 + length(cursor, at));

const bytes: Decode = (cursor, at) =>
  cursor.isNil(at) ? null : new Uint8Array(cursor.buffer.subarray(at + 3, at + 3 + length(cursor, at)));

const u64: Decode = (cursor, at) => (cursor.isNil(at) ? null : cursor.view.getBigUint64(at + 1));
const i64: Decode = (cursor, at) => (cursor.isNil(at) ? null : cursor.view.getBigInt64(at + 1));

const strings: Decode = (cursor, at) => {
  if (cursor.isNil(at)) return null;
  let p = at + 3;
  return Array.from({ length: length(cursor, at) }, () => {
    const end = p + 3 + length(cursor, p);
    const text = decodeText(cursor.buffer, p + 3, end);
    p = end;
    return text;
  });
};

const number =
  (read: (view: DataView, at: number) => number | boolean): Decode =>
  (cursor, at) =>
    cursor.isNil(at) ? null : read(cursor.view, at + 1);

const array =
  <T>(width: number, read: (view: DataView, at: number) => T): Decode =>
  (cursor, at) =>
    cursor.isNil(at) ? null : elements(cursor, at, width, (p) => read(cursor.view, p));

const decoders: Readonly<Record<WireType, Decode>> = {
  bool: number((view, at) => view.getUint8(at - 1) === tags.true),
  u8: number((view, at) => view.getUint8(at)),
  u16: number((view, at) => view.getUint16(at)),
  u32: number((view, at) => view.getUint32(at)),
  u64,
  i8: number((view, at) => view.getInt8(at)),
  i16: number((view, at) => view.getInt16(at)),
  i32: number((view, at) => view.getInt32(at)),
  i64,
  ptr: u64,
  time: u64,
  string,
  bytes,
  strings,
  u64s: array(9, (view, at) => view.getBigUint64(at)),
  i32x2: array(5, (view, at) => view.getInt32(at)),
  timespec: array(9, (view, at) => view.getBigInt64(at)),
  sockaddr: bytes,
  cred: bytes,
};

/** A type that only a newer writer knows: whatever value is there. */
const unknown: Decode = (cursor, at) => readValue(cursor.buffer, at, cursor.buffer.length);

export const decoderOf = (type: string): Decode =>
  Object.hasOwn(decoders, type) ? decoders[type as WireType] : unknown;
