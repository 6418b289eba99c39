import { tags } from '@tracee/event-schema';

/** The bytes of `buffer` from `at` on are these. The last one differs most often, among paths. */
export function sameBytes(buffer: Uint8Array, at: number, wanted: Uint8Array): boolean {
  for (let i = wanted.length - 1; i >= 0; i--) if (buffer[at + i] !== wanted[i]) return false;
  return true;
}

export function containsBytes(buffer: Uint8Array, from: number, to: number, wanted: Uint8Array): boolean {
  outer: for (let at = from; at + wanted.length <= to; at++) {
    for (let i = 0; i < wanted.length; i++) if (buffer[at + i] !== wanted[i]) continue outer;
    return true;
  }
  return false;
}

/** Where the part of buffer[from, from + length) begins that follows its last slash. */
export function basenameAt(buffer: Uint8Array, from: number, length: number): number {
  for (let at = from + length - 1; at >= from; at--) if (buffer[at] === 0x2f) return at + 1;
  return from;
}

/** Whether text of buffer[from, from + length) passes. */
export type TextPredicate = (buffer: Uint8Array, from: number, length: number) => boolean;

/** Whether one of the texts of the list whose tag stands at `at` passes. */
export function someText(buffer: Uint8Array, at: number, passes: TextPredicate): boolean {
  if (at < 0 || buffer[at] !== tags.array16) return false;
  const count = ((buffer[at + 1] as number) << 8) | (buffer[at + 2] as number);
  let p = at + 3;
  for (let i = 0; i < count; i++) {
    const length = ((buffer[p + 1] as number) << 8) | (buffer[p + 2] as number);
    if (passes(buffer, p + 3, length)) return true;
    p += 3 + length;
  }
  return false;
}
