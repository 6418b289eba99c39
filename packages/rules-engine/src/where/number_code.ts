import { all, any } from './code';
import type { Test } from './condition';

/** A number of `width` bits that begins at `at`, big endian. Equality and bits go byte by byte, those that differ most first. */
export function numberCode(at: string, width: number, isSigned: boolean, test: Test): string {
  const count = width / 8;
  const byte = (i: number) => `b[${at} + ${i}]`;
  const bytesOf = (value: bigint) =>
    Array.from({ length: count }, (_, i) =>
      Number((BigInt.asUintN(width, value) >> BigInt(8 * (count - 1 - i))) & 0xffn),
    );
  const equals = (value: bigint) =>
    all(
      bytesOf(value)
        .map((one, i) => `${byte(i)} === ${one}`)
        .reverse(),
    );
  switch (test.is) {
    case 'eq':
      return equals(test.value as bigint);
    case 'oneOf':
      return any((test.values as bigint[]).map(equals));
    case 'has':
      return all(bytesOf(test.value).flatMap((one, i) => (one === 0 ? [] : [`(${byte(i)} & ${one}) === ${one}`])));
    case 'hasAny':
      return any(bytesOf(test.value).flatMap((one, i) => (one === 0 ? [] : [`(${byte(i)} & ${one}) !== 0`])));
    case 'lt':
    case 'le':
    case 'gt':
    case 'ge':
      return orderCode(at, width, isSigned, test);
    default:
      return 'false';
  }
}

function orderCode(
  at: string,
  width: number,
  isSigned: boolean,
  test: Extract<Test, { is: 'has' | 'hasAny' | 'lt' | 'le' | 'gt' | 'ge' }>,
): string {
  const word = (from: number, bytes: number, signed: boolean) => {
    const parts = Array.from({ length: bytes }, (_, i) => `b[${at} + ${from + i}] << ${8 * (bytes - 1 - i)}`);
    if (!signed) return `((${parts.join(' | ')}) >>> 0)`;
    return bytes === 4
      ? `(${parts.join(' | ')})`
      : `((${parts.join(' | ')}) << ${32 - 8 * bytes} >> ${32 - 8 * bytes})`;
  };
  const sign = { lt: '<', le: '<=', gt: '>', ge: '>=' }[test.is as 'lt'];
  if (width < 64) return `${word(0, width / 8, isSigned)} ${sign} ${test.value}`;
  const high = test.value >> 32n;
  const low = test.value & 0xffffffffn;
  const strict = sign[0];
  return `(${word(0, 4, isSigned)} ${strict} ${high} || (${word(0, 4, isSigned)} === ${high} && ${word(4, 4, false)} ${sign} ${low}))`;
}
