import type { WireType } from '../../events/define';

/** The `type` of an argument in Tracee's JSON, which spells types as Go does. */
export const jsonTypes: Readonly<Record<WireType, string>> = {
  bool: 'bool',
  u8: 'uint8',
  u16: 'uint16',
  u32: 'uint32',
  u64: 'uint64',
  i8: 'int8',
  i16: 'int16',
  i32: 'int32',
  i64: 'int64',
  ptr: 'trace.Pointer',
  time: 'uint64',
  string: 'string',
  bytes: '[]byte',
  strings: '[]string',
  u64s: '[]uint64',
  i32x2: '[2]int',
  timespec: 'float64',
  sockaddr: 'SockAddr',
  cred: 'trace.SlimCred',
};

export const capitalized = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);
