import type { VocabularyName } from '../generated/vocabularies';
import type { Arch, FlagsVocabulary, Vocabulary } from '../vocabulary/define';
import { VocabularyError } from './error';
import { findVocabulary } from './find_vocabulary';
import { lookup } from './lookup';
import { nearest } from './nearest';
import { parseNumber } from './number';

/**
 * The number that a text stands for: a name, a number as C writes it, for flags several of both joined by `|`.
 * Throws VocabularyError, which suggests the nearest name.
 */
export function parseValue(
  vocabulary: VocabularyName | Vocabulary,
  text: string,
  { arch }: { readonly arch: Arch },
): bigint {
  const words = findVocabulary(vocabulary);
  const found = readValue(words, text.trim(), arch);
  if (found.size === 1) return [...found][0] as bigint;
  if (found.size > 1) {
    const numbers = [...found].join(', ');
    throw new VocabularyError('ambiguous_name', `parse ${words.name}: "${text}": may be ${numbers} (write the number)`);
  }
  const part = text.split('|').find((word) => readValue(words, word.trim(), arch).size === 0) ?? text;
  throw new VocabularyError(
    'unknown_name',
    `parse ${words.name}: "${part.trim()}": ${whatToDo(words, part.trim(), arch)}`,
  );
}

/** What the text may stand for: nothing, one number, or several where another argument decides. */
function readValue(vocabulary: Vocabulary, text: string, arch: Arch): ReadonlySet<bigint> {
  const number = parseNumber(text);
  if (number !== undefined) return new Set([number]);
  switch (vocabulary.kind) {
    case 'enum':
      return only(lookup(vocabulary, arch).byName.get(text));
    case 'flags':
      return only(readFlags(vocabulary, text, arch));
    case 'coded':
      return only(vocabulary.parse(text));
    case 'dependent':
      return new Set(vocabulary.cases.flatMap((one) => [...readValue(one.vocabulary, text, arch)]));
  }
}

const only = (value: bigint | undefined): ReadonlySet<bigint> => new Set(value === undefined ? [] : [value]);

function readFlags(vocabulary: FlagsVocabulary, text: string, arch: Arch): bigint | undefined {
  const { byName } = lookup(vocabulary, arch);
  let bits = 0n;
  for (const word of text.split('|').map((part) => part.trim())) {
    const value = byName.get(word) ?? parseNumber(word);
    if (value === undefined) return undefined;
    bits |= value;
  }
  return bits;
}

/** Every name that is read, those of the vocabularies it may be included. */
export function namesOf(vocabulary: Vocabulary, arch: Arch): string[] {
  if (vocabulary.kind === 'coded') return [];
  if (vocabulary.kind === 'dependent') return vocabulary.cases.flatMap((one) => namesOf(one.vocabulary, arch));
  return [...lookup(vocabulary, arch).byName.keys()];
}

function whatToDo(vocabulary: Vocabulary, word: string, arch: Arch): string {
  if (vocabulary.kind === 'coded') return `not ${vocabulary.notation} (write ${vocabulary.notation}, or a number)`;
  const elsewhere = arch === 'x64' ? 'arm64' : 'x64';
  if (namesOf(vocabulary, elsewhere).includes(word)) return `${elsewhere} has it, ${arch} does not (write the number)`;
  const names = namesOf(vocabulary, arch);
  const like = nearest(word, names);
  if (like !== undefined) return `no such name (did you mean "${like}"?)`;
  return `no such name (write a number, or a name such as ${names.slice(0, 5).join(', ')})`;
}
