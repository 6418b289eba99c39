import type { Arch, FlagsVocabulary } from '../vocabulary/define';
import { type Lookup, lookup, maxTexts } from './lookup';

/** Names joined by `|`: fields, then flags, permissions in octal, and what has no name in hexadecimal. */
export function formatFlags(vocabulary: FlagsVocabulary, value: bigint, arch: Arch): string {
  const table = lookup(vocabulary, arch);
  const known = table.texts.get(value);
  if (known !== undefined) return known;
  const text = joinFlags(table, value);
  if (table.texts.size >= maxTexts) table.texts.clear();
  table.texts.set(value, text);
  return text;
}

function joinFlags(table: Lookup, value: bigint): string {
  const zero = value === 0n ? table.byValue.get(0n) : undefined;
  if (zero !== undefined) return zero;
  const words: string[] = [];
  let rest = value;
  for (const { mask, byValue } of table.fields) {
    const name = byValue.get(value & mask);
    if (name === undefined) continue;
    words.push(name);
    rest &= ~mask;
  }
  const set = matching(table, rest);
  for (const [name, bits] of table.flags) {
    if (!set.has(name)) continue;
    words.push(name);
    rest &= ~bits;
  }
  if (table.octal !== 0n) {
    words.push(`0${(rest & table.octal).toString(8).padStart(3, '0')}`);
    rest &= ~table.octal;
  }
  if (rest !== 0n || words.length === 0) words.push(rest === 0n ? '0' : `0x${rest.toString(16)}`);
  return words.join('|');
}

/** The flags that say all named bits: one of many bits (O_SYNC) before those it holds (O_DSYNC). */
function matching({ flagsByBits }: Lookup, value: bigint): Set<string> {
  const found = new Set<string>();
  let rest = value;
  for (const [name, bits] of flagsByBits) {
    if ((value & bits) !== bits || (rest & bits) === 0n) continue;
    found.add(name);
    rest &= ~bits;
  }
  return found;
}
