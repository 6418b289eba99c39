import type { WireType } from '../../events/define';
import type { Bytes } from './bytes';
import { type Value, writeValue } from './msgpack';

type Write = (out: Bytes, value: never) => void;

const list =
  (write: (out: Bytes) => (element: never) => unknown): Write =>
  (out, value: readonly never[]) => {
    out.array(value.length);
    for (const element of value) write(out)(element);
  };

const pair =
  (write: (out: Bytes) => (element: never) => unknown): Write =>
  (out, value: readonly never[]) => {
    if (value.length !== 2) throw new RangeError(`${value.length} elements (exactly 2)`);
    list(write)(out, value as never);
  };

const u64: Write = (out, value) => out.u64(value);
const bytes: Write = (out, value) => out.bytes(value);

const writers: Readonly<Record<WireType, Write>> = {
  bool: (out, value) => out.bool(value),
  u8: (out, value) => out.u8(value),
  u16: (out, value) => out.u16(value),
  u32: (out, value) => out.u32(value),
  u64,
  i8: (out, value) => out.i8(value),
  i16: (out, value) => out.i16(value),
  i32: (out, value) => out.i32(value),
  i64: (out, value) => out.i64(value),
  ptr: u64,
  time: u64,
  string: (out, value) => out.text(value),
  bytes,
  strings: list((out) => (text) => out.text(text)),
  u64s: list((out) => out.u64),
  i32x2: pair((out) => out.i32),
  timespec: pair((out) => out.i64),
  sockaddr: bytes,
  cred: bytes,
};

/** What an argument that was not given is sent as: nothing was read where it is text or bytes, else zero. */
const zeros: Readonly<Record<string, unknown>> = {
  bool: false,
  u8: 0,
  u16: 0,
  u32: 0,
  u64: 0n,
  i8: 0,
  i16: 0,
  i32: 0,
  i64: 0n,
  ptr: 0n,
  time: 0n,
};

/** Writes one argument with the tags of its type: null as nil, undefined as zero (text and bytes: nil). */
export function writeArgument(out: Bytes, type: string, given: unknown): void {
  const value = given === undefined ? (zeros[type] ?? null) : given;
  if (value === null) out.nil();
  else if (Object.hasOwn(writers, type)) writers[type as WireType](out, value as never);
  else writeValue(out, value as Value);
}
