import type { Argument, WireType } from '../../events/define';
import { type Credentials, credentialsFields, encodeCredentials } from '../values/credentials';
import { encodeSockaddr } from '../values/sockaddr';
import { VocabularyError } from '../view/error';
import { parseArgument } from '../view/parse_argument';
import { exactInteger } from './exact_numbers';
import { capitalized } from './types';

/** Turns a JSON value into the value of a wire type; null when it is not one. */
type Read = (value: unknown) => unknown;

/** A number of this width in either signedness, as the kernel's bits are read by some as the other one. */
const integer =
  (bits: number, signed: boolean): Read =>
  (value) => {
    const exact = exactInteger(value);
    if (exact === null || exact >= 1n << BigInt(bits) || exact < -(1n << BigInt(bits - 1))) return null;
    const wrapped = signed ? BigInt.asIntN(bits, exact) : BigInt.asUintN(bits, exact);
    return bits === 64 ? wrapped : Number(wrapped);
  };

const listOf =
  (read: Read, length?: number): Read =>
  (value) => {
    if (!Array.isArray(value) || (length !== undefined && value.length !== length)) return null;
    const list = value.map(read);
    return list.includes(null) ? null : list;
  };

const text: Read = (value) => (typeof value === 'string' ? value : null);
const u64 = integer(64, false);
const i64 = integer(64, true);

const bool: Read = (value) =>
  value === true || value === 1 || value === 'true'
    ? true
    : value === false || value === 0 || value === 'false'
      ? false
      : null;

const bytes: Read = (value) => {
  if (Array.isArray(value))
    return value.every((b) => Number.isInteger(b) && b >= 0 && b < 256) ? Uint8Array.from(value) : null;
  return typeof value === 'string' && /^[A-Za-z0-9+/]*={0,2}$/.test(value)
    ? new Uint8Array(Buffer.from(value, 'base64'))
    : null;
};

/** Seconds as a decimal number, or seconds and nanoseconds. */
const timespec: Read = (value) => {
  if (Array.isArray(value)) return listOf(i64, 2)(value);
  const decimal = typeof value === 'number' ? value.toFixed(9) : value;
  const [, seconds, fraction = ''] = (typeof decimal === 'string' && /^(\d{1,19})(?:\.(\d+))?$/.exec(decimal)) || [];
  if (seconds === undefined) return null;
  return [i64(seconds), BigInt(fraction.slice(0, 9).padEnd(9, '0'))];
};

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

const sockaddr: Read = (value) => (isMap(value) ? (encodeSockaddr(value) ?? null) : null);

const cred: Read = (value) => {
  if (!isMap(value)) return bytes(value);
  const numbers = credentialsFields.map(
    (name) => [name, exactInteger(value[capitalized(name)] ?? value[name] ?? 0)] as const,
  );
  return numbers.some(([, number]) => number === null)
    ? null
    : encodeCredentials(Object.fromEntries(numbers) as Partial<Credentials>);
};

const readers: Readonly<Record<WireType, Read>> = {
  bool,
  u8: integer(8, false),
  u16: integer(16, false),
  u32: integer(32, false),
  u64,
  i8: integer(8, true),
  i16: integer(16, true),
  i32: integer(32, true),
  i64,
  ptr: u64,
  time: u64,
  string: text,
  bytes,
  strings: listOf(text),
  u64s: listOf(u64),
  i32x2: listOf(integer(32, true), 2),
  timespec,
  sockaddr,
  cred,
};

/** A number that was written by its name, as with Tracee's parse-arguments. */
function named(argument: Argument, text: string): unknown {
  try {
    return parseArgument(argument, text, { arch: 'x64' });
  } catch (error) {
    if (error instanceof VocabularyError) return null;
    throw error;
  }
}

/** The value of an argument from Tracee's JSON; null when it is missing or not of the type. */
export function argumentFromJson(argument: Argument, value: unknown): unknown {
  const read = readers[argument.type](value);
  return read === null && typeof value === 'string' && argument.vocabulary !== undefined
    ? named(argument, value)
    : read;
}
