import { type WireType, wireTypes } from '../../events/define';

const notation = /^-?(0x[0-9a-f]+|0[0-7]*|[1-9]\d*)$/i;

/** A whole number as C writes it: decimal, 0x hexadecimal, 0 octal; undefined when it is none. */
export function parseNumber(text: string): bigint | undefined {
  if (!notation.test(text)) return undefined;
  const digits = text.replace('-', '');
  const value = BigInt(/^0[0-7]+$/.test(digits) ? `0o${digits.slice(1)}` : digits);
  return text.startsWith('-') ? -value : value;
}

export type IntegerType = 'u8' | 'u16' | 'u32' | 'u64' | 'i8' | 'i16' | 'i32' | 'i64' | 'ptr' | 'time';

const integers: ReadonlySet<string> = new Set(
  Object.keys(wireTypes).filter((type) => /^([iu]\d+|ptr|time)$/.test(type)),
);

export const isInteger = (type: WireType): type is IntegerType => integers.has(type);
export const bitsOf = (type: IntegerType): number => wireTypes[type].size * 8;
export const isSigned = (type: IntegerType): boolean => type.startsWith('i');

/** The bits of a value as the kernel has them in its type. */
export const unsigned = (type: IntegerType, value: number | bigint): bigint =>
  BigInt.asUintN(bitsOf(type), BigInt(value));
