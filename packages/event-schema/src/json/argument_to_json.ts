import type { WireType } from '../../events/define';
import { decodeCredentials } from '../values/credentials';
import { decodeSockaddr } from '../values/sockaddr';
import { capitalized } from './types';

const secondNs = 1_000_000_000n;

/** JSON of a value by its JavaScript type; bigint as its digits, bytes in base64. */
export function valueToJson(value: unknown): string {
  if (typeof value === 'bigint') return value.toString();
  if (Array.isArray(value)) return `[${value.map(valueToJson).join(',')}]`;
  if (value instanceof Uint8Array) return JSON.stringify(Buffer.from(value).toString('base64'));
  if (value !== null && typeof value === 'object') {
    return `{${Object.entries(value)
      .map(([key, element]) => `${JSON.stringify(key)}:${valueToJson(element)}`)
      .join(',')}}`;
  }
  return JSON.stringify(value ?? null);
}

/** Times on the calendar; 0 stays 0, "not known". */
export const epoch = (bootTime: bigint, sinceBoot: bigint): bigint => (sinceBoot === 0n ? 0n : bootTime + sinceBoot);

/** Seconds with nine decimals, exactly; as the pair it is where that is not a time (the caller's memory may hold anything). */
function timespecToJson([seconds, nanoseconds]: readonly [bigint, bigint]): string {
  if (seconds < 0n || nanoseconds < 0n || nanoseconds >= secondNs) return `[${seconds},${nanoseconds}]`;
  return `${seconds}.${nanoseconds.toString().padStart(9, '0')}`;
}

function credentialsToJson(bytes: Uint8Array): string {
  const credentials = decodeCredentials(bytes);
  if (credentials === undefined) return valueToJson(bytes);
  return valueToJson(
    Object.fromEntries(Object.entries(credentials).map(([name, value]) => [capitalized(name), value])),
  );
}

/** JSON of an argument by its wire type. */
export function argumentToJson(type: string, value: unknown, bootTime: bigint): string {
  if (value === null || value === undefined) return 'null';
  switch (type as WireType) {
    case 'time':
      return epoch(bootTime, value as bigint).toString();
    case 'timespec':
      return timespecToJson(value as [bigint, bigint]);
    case 'sockaddr':
      return valueToJson(decodeSockaddr(value as Uint8Array));
    case 'cred':
      return credentialsToJson(value as Uint8Array);
    default:
      return valueToJson(value);
  }
}
