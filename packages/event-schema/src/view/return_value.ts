import errno from '../vocabulary/errno';
import { VocabularyError } from './error';
import { lookup } from './lookup';
import { parseNumber } from './number';
import { parseValue } from './parse_value';

/** The kernel returns errors as -1 to -4095 (MAX_ERRNO). */
const maxError = 4095n;

/** What a call returned: the name of the error when it is one that has a name, else the number. */
export function formatReturnValue(value: number | bigint): string {
  const error = -BigInt(value);
  const name = error > 0n && error <= maxError ? lookup(errno, 'x64').byValue.get(error) : undefined;
  return name ?? `${value}`;
}

/** The number of a return value: ENOENT or -ENOENT is -2, a number is itself. Throws VocabularyError. */
export function parseReturnValue(text: string): bigint {
  const word = text.trim();
  const number = parseNumber(word);
  if (number !== undefined) return number;
  if (word === '' || word === '-') {
    throw new VocabularyError(
      'not_a_number',
      `parse return value: "${text}": nothing to compare (write a number or an errno name)`,
    );
  }
  return -parseValue(errno, word.replace(/^-/, ''), { arch: 'x64' });
}
