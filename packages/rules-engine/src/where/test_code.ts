import { contextOffsets, encodeText, type LazyEvent, tags } from '@tracee/event-schema';
import type { Condition, Field, Test, TestCondition } from './condition';
import { integerWidth } from './fields';
import { holds, passes } from './holds';

/** Makes the expression of a test on the frame. `b` is the buffer, `p` the payload's offset, `event` the event. */
export class TestCompiler {
  /** Statements that find the arguments, once an event. */
  readonly prelude: string[] = [];
  /** What expressions refer to by `name` and index: functions and bytes. */
  readonly constants: unknown[] = [];
  private readonly known = new Map<string, string>();

  constructor(
    private readonly event: LazyEvent,
    private readonly name: string,
  ) {}

  code(condition: TestCondition): string {
    const { field, test } = condition;
    if (field.type === 'origin') return originCode(test);
    if (field.type === 'text') return textCode(`event.${field.name}`, test);
    const at = field.of === 'args' ? this.argument(field) : this.context(field, test);
    if (at === undefined) return this.decoded(condition);
    if (at === 'true' || at === 'false') return at;
    if (test.is === 'null') return field.of === 'args' ? `(${at} < 0 || b[${at}] === ${tags.nil})` : 'false';
    if (field.type === 'string') return this.text(at, test);
    if (field.type === 'comm') return this.comm(condition, at, test);
    if (field.type === 'bool')
      return `(${at} >= 0 && b[${at}] === ${test.is === 'eq' && test.value === true ? tags.true : tags.false})`;
    const width = integerWidth(field.type);
    if (width === undefined) return this.decoded(condition);
    const value = numberCode(`${at} + 1`, width, field.type.startsWith('i'), test);
    return field.of === 'context' ? value : `(${at} >= 0 && b[${at}] !== ${tags.nil} && ${value})`;
  }

  /** The name of the variable that holds where an argument's tag stands; undefined when the stream has another type for it. */
  private argument({ name, type }: Field): string | undefined {
    const i = this.event.argIndex(name);
    if (this.event.definition.args[i]?.type !== type) return undefined;
    return this.once(`a${i}`, `event.argOffset(${i})`);
  }

  /** Expression of where a context field's tag stands, or the answer when the writer did not know the field. */
  private context({ name, type }: Field, test: Test): string {
    const offset = contextOffsets[name] as number;
    if (offset >= this.event.contextEnd) return String(passes(test, type === 'comm' ? '' : 0));
    return `p + ${type === 'comm' ? offset : offset - 1}`;
  }

  private text(at: string, test: Test): string {
    const length = this.once(
      `n_${at}`,
      `${at} >= 0 && b[${at}] === ${tags.str16} ? b[${at} + 1] << 8 | b[${at} + 2] : -1`,
    );
    const equals = (text: string) => {
      const bytes = [...encodeText(text)];
      return all([
        `${length} === ${bytes.length}`,
        ...bytes.map((byte, i) => `b[${at} + ${3 + i}] === ${byte}`).reverse(),
      ]);
    };
    if (test.is === 'eq') return equals(test.value as string);
    if (test.is === 'oneOf') return any((test.values as string[]).map(equals));
    if (test.is !== 'startsWith' && test.is !== 'endsWith' && test.is !== 'contains') return 'false';
    const bytes = [...encodeText(test.value)];
    const long = `${length} >= ${bytes.length}`;
    if (test.is === 'startsWith')
      return all([long, ...bytes.map((byte, i) => `b[${at} + ${3 + i}] === ${byte}`).reverse()]);
    if (test.is === 'endsWith')
      return all([long, ...bytes.map((byte, i) => `b[${at} + ${length} + ${3 + i - bytes.length}] === ${byte}`)]);
    return `(${long} && ${this.constant(containsBytes)}(b, ${at} + 3, ${at} + 3 + ${length}, ${this.constant(Uint8Array.from(bytes))}))`;
  }

  private comm(condition: Condition, at: string, test: Test): string {
    const starts = (text: string, end: number[]) => {
      const bytes = [...encodeText(text), ...end];
      return bytes.length > 16 ? 'false' : all(bytes.map((byte, i) => `b[${at} + ${i}] === ${byte}`));
    };
    const equals = (text: string) => starts(text, encodeText(text).length < 16 ? [0] : []);
    if (test.is === 'eq') return equals(test.value as string);
    if (test.is === 'oneOf') return any((test.values as string[]).map(equals));
    return test.is === 'startsWith' ? starts(test.value, []) : this.decoded(condition);
  }

  /** What is rarely asked, or lies elsewhere in this stream, is asked of the decoded value. */
  private decoded(condition: Condition): string {
    return `${this.constant(holds)}(${this.constant(condition)}, event)`;
  }

  private once(name: string, expression: string): string {
    if (!this.known.has(name)) this.prelude.push(`const ${name} = ${expression};`);
    this.known.set(name, name);
    return name;
  }

  private constant(value: unknown): string {
    const at = this.constants.indexOf(value);
    return `${this.name}[${at >= 0 ? at : this.constants.push(value) - 1}]`;
  }
}

export const all = (parts: readonly string[]): string => (parts.length === 0 ? 'true' : `(${parts.join(' && ')})`);
export const any = (parts: readonly string[]): string => (parts.length === 0 ? 'false' : `(${parts.join(' || ')})`);

const originCode = (test: Test): string => {
  const origin = test.is === 'eq' ? test.value : '';
  if (origin === 'container') return 'event.contextFlags.containerStarted';
  return `(!event.contextFlags.containerStarted && event.containerId ${origin === 'host' ? '===' : '!=='} '')`;
};

function textCode(value: string, test: Test): string {
  if (test.is === 'eq') return `(${value} === ${JSON.stringify(test.value)})`;
  if (test.is === 'oneOf') return any(test.values.map((one) => `${value} === ${JSON.stringify(one)}`));
  const method = { startsWith: 'startsWith', endsWith: 'endsWith', contains: 'includes' }[test.is as 'contains'];
  return method === undefined ? 'false' : `${value}.${method}(${JSON.stringify((test as { value: string }).value)})`;
}

/** A number of `width` bits that begins at `at`, big endian. Equality and bits go byte by byte, those that differ most first. */
function numberCode(at: string, width: number, isSigned: boolean, test: Test): string {
  const count = width / 8;
  const byte = (i: number) => `b[${at} + ${i}]`;
  const bytesOf = (value: bigint) =>
    Array.from({ length: count }, (_, i) =>
      Number((BigInt.asUintN(width, value) >> BigInt(8 * (count - 1 - i))) & 0xffn),
    );
  const equals = (value: bigint) =>
    all(
      bytesOf(value)
        .map((one, i) => `${byte(i)} === ${one}`)
        .reverse(),
    );
  switch (test.is) {
    case 'eq':
      return equals(test.value as bigint);
    case 'oneOf':
      return any((test.values as bigint[]).map(equals));
    case 'has':
      return all(bytesOf(test.value).flatMap((one, i) => (one === 0 ? [] : [`(${byte(i)} & ${one}) === ${one}`])));
    case 'hasAny':
      return any(bytesOf(test.value).flatMap((one, i) => (one === 0 ? [] : [`(${byte(i)} & ${one}) !== 0`])));
    case 'lt':
    case 'le':
    case 'gt':
    case 'ge':
      return orderCode(at, width, isSigned, test);
    default:
      return 'false';
  }
}

function orderCode(
  at: string,
  width: number,
  isSigned: boolean,
  test: Extract<Test, { is: 'has' | 'hasAny' | 'lt' | 'le' | 'gt' | 'ge' }>,
): string {
  const word = (from: number, bytes: number, signed: boolean) => {
    const parts = Array.from({ length: bytes }, (_, i) => `b[${at} + ${from + i}] << ${8 * (bytes - 1 - i)}`);
    if (!signed) return `((${parts.join(' | ')}) >>> 0)`;
    return bytes === 4
      ? `(${parts.join(' | ')})`
      : `((${parts.join(' | ')}) << ${32 - 8 * bytes} >> ${32 - 8 * bytes})`;
  };
  const sign = { lt: '<', le: '<=', gt: '>', ge: '>=' }[test.is as 'lt'];
  if (width < 64) return `${word(0, width / 8, isSigned)} ${sign} ${test.value}`;
  const high = test.value >> 32n;
  const low = test.value & 0xffffffffn;
  const strict = sign[0];
  return `(${word(0, 4, isSigned)} ${strict} ${high} || (${word(0, 4, isSigned)} === ${high} && ${word(4, 4, false)} ${sign} ${low}))`;
}

function containsBytes(buffer: Uint8Array, from: number, to: number, wanted: Uint8Array): boolean {
  outer: for (let at = from; at + wanted.length <= to; at++) {
    for (let i = 0; i < wanted.length; i++) if (buffer[at + i] !== wanted[i]) continue outer;
    return true;
  }
  return false;
}
