import type { WireType } from '../../events/define';
import { tags } from './format';
import { skipValue } from './msgpack';

/** How one argument is walked: a fixed type has width and tag in one number; the rest have a form of their own. */
const fixed = (width: number, tag: number) => (width << 8) | tag;
const bool = 0x10000;
const text = 0x10001;
const bytes = 0x10002;
const texts = 0x10003;
const u64s = 0x10004;
const i32x2 = 0x10005;
const timespec = 0x10006;
/** A type that this reader does not know: any one value. */
const unknown = 0x10007;

const steps: Readonly<Record<WireType, number>> = {
  bool,
  u8: fixed(2, tags.u8),
  u16: fixed(3, tags.u16),
  u32: fixed(5, tags.u32),
  u64: fixed(9, tags.u64),
  i8: fixed(2, tags.i8),
  i16: fixed(3, tags.i16),
  i32: fixed(5, tags.i32),
  i64: fixed(9, tags.i64),
  ptr: fixed(9, tags.ptr),
  time: fixed(9, tags.time),
  string: text,
  bytes,
  strings: texts,
  u64s,
  i32x2,
  timespec,
  sockaddr: bytes,
  cred: bytes,
};

export const stepsOf = (args: readonly { readonly type: string }[]): Int32Array =>
  Int32Array.from(args, ({ type }) => (Object.hasOwn(steps, type) ? steps[type as WireType] : unknown));

/** What `walkArguments` answers when every argument is what the schema says. */
export const whole = -1;
/** ... and when bytes are left behind the last one. */
export const bytesBehind = -2;

/**
 * Walks the arguments at `at` once and records where each begins (its tag).
 * Reads nothing outside [at, end). Answers `whole`, `bytesBehind`, or the number of the first argument that is not of its type.
 */
export function walkArguments(buffer: Buffer, at: number, end: number, steps: Int32Array, offsets: Int32Array): number {
  let p = at;
  for (let i = 0; i < steps.length; i++) {
    const step = steps[i] as number;
    offsets[i] = p;
    if (p >= end) return i;
    const tag = buffer[p] as number;
    if (tag === tags.nil) p += 1;
    else if (step < bool) {
      if (tag !== (step & 0xff)) return i;
      p += step >> 8;
    } else {
      p = walkSized(buffer, p, end, step, tag);
      if (p < 0) return i;
    }
    if (p > end) return i;
  }
  return p === end ? whole : bytesBehind;
}

/** The offset behind a value of no fixed width, perhaps beyond `end`; -1 when its bytes are not of the form. */
function walkSized(buffer: Buffer, p: number, end: number, step: number, tag: number): number {
  if (step === bool) return tag === tags.true || tag === tags.false ? p + 1 : -1;
  if (step === unknown) return skipValue(buffer, p, end);
  if (p + 3 > end) return -1;
  const length = ((buffer[p + 1] as number) << 8) | (buffer[p + 2] as number);
  switch (step) {
    case text:
      return tag === tags.str16 ? p + 3 + length : -1;
    case bytes:
      return tag === tags.bin16 ? p + 3 + length : -1;
    case texts:
      return tag === tags.array16 ? walkTexts(buffer, p + 3, end, length) : -1;
    case u64s:
      return tag === tags.array16 ? walkFixed(buffer, p + 3, end, length, 9, tags.u64) : -1;
    case i32x2:
      return tag === tags.array16 && length === 2 ? walkFixed(buffer, p + 3, end, 2, 5, tags.i32) : -1;
    default:
      return tag === tags.array16 && length === 2 ? walkFixed(buffer, p + 3, end, 2, 9, tags.i64) : -1;
  }
}

function walkTexts(buffer: Buffer, at: number, end: number, elements: number): number {
  let p = at;
  for (let i = 0; i < elements; i++) {
    if (p + 3 > end || buffer[p] !== tags.str16) return -1;
    p += 3 + (((buffer[p + 1] as number) << 8) | (buffer[p + 2] as number));
  }
  return p;
}

function walkFixed(buffer: Buffer, at: number, end: number, elements: number, width: number, tag: number): number {
  const next = at + elements * width;
  if (next > end) return -1;
  for (let p = at; p < next; p += width) if (buffer[p] !== tag) return -1;
  return next;
}
