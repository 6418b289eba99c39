import type { Argument } from '../../events/define';
import { type Credentials, decodeCredentials } from '../values/credentials';
import { decodeSockaddr, type SocketAddress } from '../values/sockaddr';
import { type FormatOptions, formatValue } from './format_value';
import { isInteger } from './number';

/** An argument for a reader: text where its number has one, else the value as it was. */
export type FormattedValue =
  | string
  | number
  | bigint
  | boolean
  | null
  | Uint8Array
  | readonly (string | number | bigint)[]
  | SocketAddress
  | Credentials;

/**
 * What `parse-arguments` shows for an argument: names for numbers that have a vocabulary, addresses in hexadecimal,
 * seconds for a time, the fields of a socket address. null stays null: the kernel could not read it.
 */
export function formatArgument(
  { type, vocabulary }: Argument,
  value: unknown,
  options: Pick<FormatOptions, 'arch' | 'args'>,
): FormattedValue {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number' || typeof value === 'bigint') {
    if (vocabulary !== undefined && isInteger(type)) {
      return formatValue(vocabulary as Parameters<typeof formatValue>[0], value, {
        arch: options.arch,
        type,
        args: options.args,
      });
    }
    return type === 'ptr' ? `0x${value.toString(16)}` : value;
  }
  if (type === 'sockaddr' && value instanceof Uint8Array) return decodeSockaddr(value);
  if (type === 'cred' && value instanceof Uint8Array) return decodeCredentials(value) ?? value;
  if (type === 'timespec' && Array.isArray(value)) return formatTimespec(value[0], value[1]);
  return value as FormattedValue;
}

/** "1.5"; nanoseconds that are not below a second are what a program wrote, and stand apart: "0s+1073741823ns". */
function formatTimespec(seconds: bigint, nanoseconds: bigint): string {
  if (nanoseconds < 0n || nanoseconds >= 1_000_000_000n) return `${seconds}s+${nanoseconds}ns`;
  const fraction = `${nanoseconds}`.padStart(9, '0').replace(/0+$/, '');
  return fraction === '' ? `${seconds}` : `${seconds}.${fraction}`;
}
