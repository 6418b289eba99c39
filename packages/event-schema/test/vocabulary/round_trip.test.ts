import fc from 'fast-check';
import type { WireType } from '../../events/define';
import { bitsOf, type IntegerType, isSigned } from '../../src/view/number';
import {
  type Arch,
  formatArgument,
  formatValue,
  namesOf,
  parseArgument,
  parseValue,
  vocabularies,
} from '../../src/vocabulary';
import type { Vocabulary } from '../../src/vocabulary/define';

const arches = ['x64', 'arm64'] as const satisfies readonly Arch[];
const all = Object.values(vocabularies) as readonly Vocabulary[];
const types = ['u8', 'u16', 'u32', 'u64', 'i8', 'i16', 'i32', 'i64', 'ptr'] as const satisfies readonly (WireType &
  IntegerType)[];

/** Numbers that have names, their sums, their neighbours, and any other. */
function likely(vocabulary: Vocabulary, arch: Arch): fc.Arbitrary<bigint> {
  const named = namesOf(vocabulary, arch).map((name) => parseValue(holderOf(vocabulary, name, arch), name, { arch }));
  const one = named.length === 0 ? fc.bigInt(0n, 255n) : fc.constantFrom(...named);
  const sum = fc.array(one, { maxLength: 6 }).map((values) => values.reduce((bits, value) => bits | value, 0n));
  const near = fc.tuple(one, fc.bigInt(-2n, 2n)).map(([value, by]) => value + by);
  return fc.oneof(one, sum, near, fc.bigInt(-(1n << 63n), (1n << 64n) - 1n));
}

/** The vocabulary that has the name: a case of one that another argument decides. */
function holderOf(vocabulary: Vocabulary, name: string, arch: Arch): Vocabulary {
  if (vocabulary.kind !== 'dependent') return vocabulary;
  return vocabulary.cases.find((one) => namesOf(one.vocabulary, arch).includes(name))?.vocabulary ?? vocabulary;
}

/** A value as an event carries it in a type. */
const carried = (type: IntegerType, value: bigint): number | bigint => {
  const bits = bitsOf(type);
  const fitted = isSigned(type) ? BigInt.asIntN(bits, value) : BigInt.asUintN(bits, value);
  return bits === 64 ? fitted : Number(fitted);
};

describe.each(arches)('%s', (arch) => {
  test.each(all.map((vocabulary) => [vocabulary.name, vocabulary] as const))(
    '%s: an argument of any type reads back as it was',
    (_, vocabulary) => {
      const wide = vocabulary.kind === 'coded' ? (['u32'] as const) : types;
      fc.assert(
        fc.property(fc.constantFrom(...wide), likely(vocabulary, arch), (type, bits) => {
          const argument = { name: 'argument', type, vocabulary: vocabulary.name };
          const value = carried(type, bits);
          const text = formatArgument(argument, value, { arch });
          expect(typeof text).toBe('string');
          expect(parseArgument(argument, text as string, { arch })).toBe(value);
        }),
        { numRuns: 60 },
      );
    },
  );

  test.each(all.map((vocabulary) => [vocabulary.name, vocabulary] as const))(
    '%s: every name reads back',
    (_, vocabulary) => {
      for (const name of namesOf(vocabulary, arch)) {
        const value = parseValue(vocabulary, name, { arch });
        const decided = holderOf(vocabulary, name, arch);
        expect(parseValue(vocabulary, formatValue(decided, value, { arch }), { arch })).toBe(value);
      }
    },
  );
});

test('no name of a vocabulary that another argument decides has two numbers', () => {
  const ambiguous = all
    .filter((vocabulary) => vocabulary.kind === 'dependent')
    .flatMap((vocabulary) =>
      namesOf(vocabulary, 'x64').filter((name) => !safely(() => parseValue(vocabulary, name, { arch: 'x64' }))),
    );
  expect(ambiguous).toEqual([]);
});

function safely(act: () => unknown): boolean {
  try {
    act();
    return true;
  } catch {
    return false;
  }
}
