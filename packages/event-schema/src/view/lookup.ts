import type { Arch, EnumVocabulary, FlagsVocabulary, Values } from '../vocabulary/define';

type Named = EnumVocabulary | FlagsVocabulary;
type Entry = readonly [name: string, value: bigint];

/** The numbers of a vocabulary on one architecture, arranged for reading and printing. */
export interface Lookup {
  /** Every name that is read. */
  readonly byName: ReadonlyMap<string, bigint>;
  /** The name that is printed for a number that stands alone: an enum value, the zero of flags. */
  readonly byValue: ReadonlyMap<bigint, string>;
  readonly fields: readonly { readonly mask: bigint; readonly byValue: ReadonlyMap<bigint, string> }[];
  /** In the order of printing. */
  readonly flags: readonly Entry[];
  /** Those of many bits first, because they hold others. */
  readonly flagsByBits: readonly Entry[];
  readonly octal: bigint;
  /** Texts that were made, by value: a stream repeats few. Emptied at `maxTexts`. */
  readonly texts: Map<bigint, string>;
}

/** Bounds the memory where the values are chosen by those who are watched. */
export const maxTexts = 1024;

const cache = new WeakMap<Named, Map<Arch, Lookup>>();

/** Made once for each vocabulary and architecture. */
export function lookup(vocabulary: Named, arch: Arch): Lookup {
  const made = cache.get(vocabulary) ?? new Map<Arch, Lookup>();
  cache.set(vocabulary, made);
  const found = made.get(arch) ?? arrange(vocabulary, arch);
  made.set(arch, found);
  return found;
}

const entries = (values: Values): Entry[] => Object.entries(values).map(([name, value]) => [name, BigInt(value)]);

/** Of two names for one number the first is kept. */
const firstNames = (all: readonly Entry[]) => new Map([...all].reverse().map(([name, value]) => [value, name]));

function arrange(vocabulary: Named, arch: Arch): Lookup {
  const own = entries({ ...vocabulary.values, ...vocabulary[arch] });
  const { fields = {}, accepts = {}, octal = 0 } = vocabulary.kind === 'flags' ? vocabulary : {};
  const parts = Object.values(fields).map(({ mask, values }) => ({ mask: BigInt(mask), entries: entries(values) }));
  const byValue = firstNames(own);
  const flags = own.filter(([name, value]) => value !== 0n && byValue.get(value) === name);
  return {
    byName: new Map([...own, ...parts.flatMap((part) => part.entries), ...entries(accepts)]),
    byValue,
    fields: parts.map((part) => ({ mask: part.mask, byValue: firstNames(part.entries) })),
    flags,
    flagsByBits: [...flags].sort(([, a], [, b]) => bitCount(b) - bitCount(a)),
    octal: BigInt(octal),
    texts: new Map(),
  };
}

const bitCount = (value: bigint): number => value.toString(2).replaceAll('0', '').length;
