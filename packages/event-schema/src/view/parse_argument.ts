import type { Argument } from '../../events/define';
import type { VocabularyName } from '../generated/vocabularies';
import type { Arch } from '../vocabulary/define';
import { VocabularyError } from './error';
import { bitsOf, type IntegerType, isInteger, isSigned, parseNumber } from './number';
import { parseValue } from './parse_value';

/**
 * The value that an event carries when its argument is what the text says, for filters and signatures: a number or
 * bigint of the argument's type, a boolean, a text. A number may be written signed or unsigned. Throws VocabularyError.
 */
export function parseArgument(
  argument: Argument,
  text: string,
  options: { readonly arch: Arch },
): number | bigint | boolean | string {
  const { name, type, vocabulary } = argument;
  if (type === 'string') return text;
  if (type === 'bool') return parseBoolean(name, text);
  if (!isInteger(type)) {
    throw new VocabularyError(
      'no_text',
      `parse ${name}: a ${type} cannot be written as text (compare another argument)`,
    );
  }
  const value =
    vocabulary === undefined ? plainNumber(name, text) : parseValue(vocabulary as VocabularyName, text, options);
  return fit(name, type, value, text);
}

function parseBoolean(name: string, text: string): boolean {
  if (/^(true|1)$/.test(text)) return true;
  if (/^(false|0)$/.test(text)) return false;
  throw new VocabularyError('unknown_name', `parse ${name}: "${text}": neither true nor false (write one of them)`);
}

function plainNumber(name: string, text: string): bigint {
  const value = parseNumber(text.trim());
  if (value !== undefined) return value;
  throw new VocabularyError(
    'not_a_number',
    `parse ${name}: "${text}": not a number (write decimal, 0x hexadecimal or 0 octal)`,
  );
}

function fit(name: string, type: IntegerType, value: bigint, text: string): number | bigint {
  const bits = bitsOf(type);
  const half = 1n << BigInt(bits - 1);
  if (value < -half || value >= 2n * half) {
    throw new VocabularyError(
      'out_of_range',
      `parse ${name}: "${text}": does not fit ${type} (at most ${2n * half - 1n})`,
    );
  }
  const fitted = isSigned(type) ? BigInt.asIntN(bits, value) : BigInt.asUintN(bits, value);
  return bits === 64 ? fitted : Number(fitted);
}
