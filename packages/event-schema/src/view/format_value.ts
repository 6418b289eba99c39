import type { VocabularyName } from '../generated/vocabularies';
import type { Arch, DependentVocabulary, EnumVocabulary, Vocabulary } from '../vocabulary/define';
import { findVocabulary } from './find_vocabulary';
import { formatFlags } from './flags';
import { lookup } from './lookup';
import { bitsOf, type IntegerType, unsigned } from './number';

export interface FormatOptions {
  readonly arch: Arch;
  /** Type of the value, which says how a negative number is meant; i64 when absent. */
  readonly type?: IntegerType | undefined;
  /** The other arguments of the event, for a number whose meaning one of them decides. */
  readonly args?: Readonly<Record<string, unknown>> | undefined;
}

/** A number in the words of a vocabulary; decimal when it has no name. `parseValue` gives the number back. */
export function formatValue(
  vocabulary: VocabularyName | Vocabulary,
  value: number | bigint,
  options: FormatOptions,
): string {
  const words = findVocabulary(vocabulary);
  switch (words.kind) {
    case 'enum':
      return formatEnum(words, BigInt(value), options);
    case 'flags':
      return formatFlags(words, unsigned(options.type ?? 'i64', value), options.arch);
    case 'coded':
      return words.format(unsigned(options.type ?? 'i64', value));
    case 'dependent': {
      const decided = decide(words, options.args);
      return decided === undefined ? `${value}` : formatValue(decided, value, options);
    }
  }
}

/** A number above half of the range may be meant as a negative one, and the other way round: AT_FDCWD in a u32, a mark of reboot in an i32. */
function formatEnum(vocabulary: EnumVocabulary, value: bigint, { arch, type = 'i64' }: FormatOptions): string {
  const { byValue } = lookup(vocabulary, arch);
  const bits = bitsOf(type);
  return (
    byValue.get(value) ??
    byValue.get(BigInt.asIntN(bits, value)) ??
    byValue.get(BigInt.asUintN(bits, value)) ??
    `${value}`
  );
}

function decide({ on, cases }: DependentVocabulary, args: FormatOptions['args'] = {}): Vocabulary | undefined {
  const decider = on.map((name) => args[name]).find((value) => typeof value === 'number' || typeof value === 'bigint');
  return cases.find(({ when }) => when.includes(Number(decider)))?.vocabulary;
}
