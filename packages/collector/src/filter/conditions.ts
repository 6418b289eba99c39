import type { Arch, Argument, EventDefinition } from '@tracee/event-schema';
import type { Condition, ContextSubject, Pattern } from './condition';
import { type Expression, wrong } from './grammar';
import { kernelName } from './kernel_name';
import { argumentPattern, isInteger, isUnsigned64, numberOf, returnPattern, textPattern } from './pattern';
import { didYouMean } from './suggest';

type Compared = Extract<Expression, { readonly operator: string }>;

/** What a subject takes: how a value is read, and whether it can lie in a range. */
interface Reading {
  readonly pattern: (text: string) => Pattern;
  /** The number of a bound; absent when only = and != have a meaning. */
  readonly bound?: (text: string) => bigint;
  readonly limits: readonly [least: bigint, most: bigint];
}

const signed64 = [-(2n ** 63n), 2n ** 63n - 1n] as const;
const unsigned64 = [0n, 2n ** 64n - 1n] as const;
/** uid, pid and the numbers of namespaces are 32 bits wide in the kernel. */
const maxId = 0xffff_ffffn;

/** What is asked of one field of the context. */
export function contextCondition(field: ContextSubject, of: readonly Compared[]): Condition {
  const subject = { kind: 'context', field } as const;
  if (field === 'comm' || field === 'uts') {
    const named = combine(of, {
      limits: signed64,
      pattern: (text) => {
        const pattern = textPattern(text);
        if (pattern.kind !== 'text' || (pattern.how !== 'exact' && pattern.how !== 'prefix')) return pattern;
        return { ...pattern, text: kernelName(field, pattern.text) };
      },
    });
    return { subject, ...named };
  }
  const bound = (text: string) => idOf(field, text);
  const pattern = (text: string): Pattern => ({ kind: 'number', mask: unsigned64[1], value: bound(text) });
  return { subject, ...combine(of, { bound, pattern, limits: [0n, maxId] }) };
}

/** What is asked of a text that no event holds. */
export function textCondition(of: readonly Compared[]): Pick<Condition, 'anyOf' | 'noneOf'> {
  return combine(of, { limits: signed64, pattern: textPattern });
}

export function idOf(field: string, text: string): bigint {
  if (!/^\d+$/.test(text)) throw new Error(`"${text}" is not a number (${field} takes decimal numbers)`);
  if (BigInt(text) > maxId) throw new Error(`${text} is too big for ${field} (at most ${maxId})`);
  return BigInt(text);
}

/** What is asked of one argument of an event, or of its return value. */
export function argumentCondition(event: EventDefinition, of: readonly Compared[], arch: Arch): Condition {
  const [first] = of;
  if (first?.key !== 'argument') throw new Error('a condition needs an expression');
  if (first.argument === 'retval') {
    const bound = (text: string) => BigInt(numberIn(returnPattern(text)));
    return { subject: { kind: 'retval' }, ...combine(of, { pattern: returnPattern, bound, limits: signed64 }) };
  }
  const index = event.args.findIndex(({ name }) => name === first.argument);
  const argument = event.args[index];
  if (argument === undefined) throw wrong(first, noArgument(event, first.argument));
  const { name, type } = argument;
  const asked = combine(of, {
    limits: isUnsigned64(type) ? unsigned64 : signed64,
    pattern: (text) => argumentPattern(argument, text, arch),
    ...(isInteger(type) ? { bound: (text: string) => numberOf(argument, text, arch) } : {}),
  });
  return { subject: { kind: 'argument', index, name, type }, ...asked };
}

const numberIn = (pattern: Pattern): bigint => (pattern.kind === 'number' ? BigInt.asIntN(64, pattern.value) : 0n);

function noArgument(event: EventDefinition, name: string): string {
  const names = ['retval', ...event.args.map((argument: Argument) => argument.name)];
  return `${event.name} has no argument "${name}" (${didYouMean(name, names, `it has ${names.join(', ')}`)})`;
}

function combine(of: readonly Compared[], { pattern, bound, limits }: Reading): Omit<Condition, 'subject'> {
  const anyOf: Pattern[] = [];
  const noneOf: Pattern[] = [];
  let [min, max]: [bigint | undefined, bigint | undefined] = [undefined, undefined];
  for (const expression of of) {
    for (const text of expression.values) {
      const say = <T>(read: (text: string) => T): T => {
        try {
          return read(text);
        } catch (error) {
          throw wrong(expression, (error as Error).message);
        }
      };
      const { operator } = expression;
      if (operator === '=') anyOf.push(say(pattern));
      else if (operator === '!=') noneOf.push(say(pattern));
      else {
        if (bound === undefined) throw wrong(expression, `"${operator}" compares numbers only (use = or !=)`);
        const limit = say(bound);
        if (operator === '<' || operator === '<=') {
          const below = operator === '<' ? limit - 1n : limit;
          if (max === undefined || below < max) max = below;
        } else {
          const above = operator === '>' ? limit + 1n : limit;
          if (min === undefined || above > min) min = above;
        }
      }
    }
  }
  const last = of[of.length - 1] as Compared;
  if ((min ?? limits[0]) > (max ?? limits[1]) || (min ?? limits[0]) > limits[1] || (max ?? limits[1]) < limits[0])
    throw wrong(last, 'no number lies in that range (nothing can match)');
  const excluded = new Set(noneOf.map(patternKey));
  if (anyOf.length > 0 && anyOf.every((one) => excluded.has(patternKey(one))))
    throw wrong(last, 'every value is both wanted and excluded (nothing can match)');
  return { anyOf, noneOf, ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
}

/** The same for equal patterns, conditions and clauses. */
export const patternKey = (value: unknown): string =>
  JSON.stringify(value, (_, part) => (typeof part === 'bigint' ? `${part}n` : part));
