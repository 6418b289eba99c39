import type { Value } from '../signature/signature';

/** JSON of a value: every digit of a bigint, bytes in base64. */
export function jsonValue(value: Value): string {
  if (typeof value === 'bigint') return value.toString();
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  if (value instanceof Uint8Array)
    return `"${Buffer.from(value.buffer, value.byteOffset, value.length).toString('base64')}"`;
  if (isArray(value)) return `[${value.map(jsonValue).join(',')}]`;
  return `{${Object.entries(value)
    .map(([name, inner]) => `${JSON.stringify(name)}:${jsonValue(inner)}`)
    .join(',')}}`;
}

const isArray: (value: Value) => value is readonly Value[] = Array.isArray;
