import { isIPv4, isIPv6 } from 'node:net';
import {
  type Arch,
  type Argument,
  encodeSockaddr,
  findVocabulary,
  namesOf,
  parseArgument,
  parseReturnValue,
  parseValue,
  type WireType,
} from '@tracee/event-schema';
import type { Pattern, TextMatch } from './condition';

const all64 = 2n ** 64n - 1n;
export const asUnsigned = (value: number | bigint | boolean): bigint => BigInt.asUintN(64, BigInt(value));

const exactly = (value: number | bigint | boolean): Pattern => ({
  kind: 'number',
  mask: all64,
  value: asUnsigned(value),
});

export const integerBits: Partial<Record<WireType, bigint>> = {
  u8: 8n,
  u16: 16n,
  u32: 32n,
  u64: 64n,
  i8: 8n,
  i16: 16n,
  i32: 32n,
  i64: 64n,
  ptr: 64n,
  time: 64n,
};
export const isInteger = (type: WireType): boolean => type in integerBits;
/** Compared as unsigned 64-bit numbers; all others as signed. */
export const isUnsigned64 = (type: WireType): boolean => type === 'u64' || type === 'ptr' || type === 'time';

/** A value of an argument as it is written. Throws what is wrong with it, as text. */
export function argumentPattern(argument: Argument, text: string, arch: Arch): Pattern {
  switch (argument.type) {
    case 'string':
    case 'strings':
      return textPattern(text);
    case 'sockaddr':
      return addressPattern(text);
    case 'bytes':
    case 'cred':
      throw new Error(
        `${argument.name} is ${argument.type}, which cannot be written as text (filter another argument)`,
      );
    case 'u64s':
    case 'timespec':
    case 'i32x2':
      return exactly(parseArgument({ name: argument.name, type: 'i64' }, text, { arch }) as bigint);
    default:
      return flagPattern(argument, text, arch) ?? exactly(numberOf(argument, text, arch));
  }
}

/** The number that a bound of a range is. */
export const numberOf = (argument: Argument, text: string, arch: Arch): bigint =>
  BigInt(parseArgument(argument, text, { arch }) as number | bigint | boolean);

export const returnPattern = (text: string): Pattern => exactly(parseReturnValue(text));

/** Names of flags match by their bits: all of them are set, and a field (the access mode) has just that value. */
function flagPattern({ type, vocabulary }: Argument, text: string, arch: Arch): Pattern | undefined {
  if (vocabulary === undefined) return undefined;
  const words = findVocabulary(vocabulary);
  if (words.kind !== 'flags') return undefined;
  const names = new Set(namesOf(words, arch));
  const parts = text.split('|').map((part) => part.trim());
  if (!parts.some((part) => names.has(part))) return undefined;
  const width = Number(integerBits[type] ?? 64n);
  const value = BigInt.asUintN(width, parseValue(words, text, { arch }));
  let mask = value;
  for (const field of Object.values(words.fields ?? {})) {
    if (parts.some((part) => Object.hasOwn(field.values, part))) mask |= BigInt(field.mask);
  }
  // a name of no bits (PROT_NONE) is the number 0
  if (mask === 0n) return exactly(0);
  return { kind: 'number', mask: BigInt.asUintN(width, mask), value };
}

/** `*` stands at the beginning, at the end, or at both. */
export function textPattern(text: string): Pattern {
  const [starts, ends] = [text.startsWith('*'), text.endsWith('*') && text.length > 1];
  const inner = text.slice(starts ? 1 : 0, ends ? -1 : undefined);
  if (inner.includes('*')) throw new Error(`"${text}": "*" stands at an end only (prefix*, *suffix, *contains*)`);
  const how: TextMatch = starts && ends ? 'contains' : starts ? 'suffix' : ends ? 'prefix' : 'exact';
  return { kind: 'text', how, text: inner };
}

/** An address, a network in CIDR notation, a family, or the path of a Unix socket (`@name`: abstract) with wildcards. */
function addressPattern(text: string): Pattern {
  const [, address = '', length] = /^([^/]*)(?:\/(\d+))?$/.exec(text) ?? [];
  const bits = isIPv4(address) ? 32 : isIPv6(address) ? 128 : 0;
  if (bits > 0) {
    if (length !== undefined && Number(length) > bits)
      throw new Error(`"${text}": a network of more than ${bits} bits (at most /${bits})`);
    return { kind: 'address', bytes: addressBytes(address, bits), bits: length === undefined ? bits : Number(length) };
  }
  if (/^AF_/.test(text)) {
    return { kind: 'family', family: Number(parseValue('address_family', text, { arch: 'x64' })) };
  }
  if (/^[/@]|^\*|\*$/.test(text)) return textPattern(text);
  throw new Error(
    `"${text}": not an address (write 10.0.0.1, 10.0.0.0/8, fe80::/10, AF_INET6, /path/of/socket or @abstract)`,
  );
}

function addressBytes(address: string, bits: number): number[] {
  const bytes =
    bits === 32
      ? encodeSockaddr({ sa_family: 'AF_INET', sin_addr: address, sin_port: '0' })?.subarray(4, 8)
      : encodeSockaddr({ sa_family: 'AF_INET6', sin6_addr: address.replace(/%.*/, '') })?.subarray(8, 24);
  if (bytes === undefined) throw new Error(`"${address}": not an address`);
  return [...bytes];
}
