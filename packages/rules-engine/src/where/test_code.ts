import { contextFlags, contextOffsets, encodeText, type LazyEvent, tags } from '@tracee/event-schema';
import { basenameAt, containsBytes, sameBytes, someText, type TextPredicate } from './bytes';
import { all, any } from './code';
import type { Field, Test, TestCondition } from './condition';
import { type ContextFlag, integerWidth } from './fields';
import { holds, passes } from './holds';
import { numberCode } from './number_code';
import { TextSet } from './text_set';

/** Values compared one after the other; for more, a look-up in a set is faster. */
const fewValues = 4;

/** Makes the expression of a test on the frame. `b` is the buffer, `p` the payload's offset, `event` the event. */
export class TestCompiler {
  /** Statements that find the arguments, once an event. */
  readonly prelude: string[] = [];
  /** What expressions refer to by `name` and index: functions, bytes and sets. */
  readonly constants: unknown[] = [];
  private readonly known = new Set<string>();

  constructor(
    private readonly event: LazyEvent,
    private readonly name: string,
  ) {}

  code(condition: TestCondition): string {
    const { field, test } = condition;
    if (field.type === 'origin') return this.origin(test);
    if (field.type === 'flags') return test.is === 'eq' ? this.flag(test.value as ContextFlag) : 'false';
    if (field.type === 'text') return field.part === undefined ? this.dictionary(field, test) : this.decoded(condition);
    const at = field.of === 'args' ? this.argument(field) : this.context(field, test);
    if (at === undefined) return this.decoded(condition);
    if (at === 'true' || at === 'false') return at;
    if (test.is === 'null') return field.of === 'args' ? `(${at} < 0 || b[${at}] === ${tags.nil})` : 'false';
    if (field.type === 'string') return this.text(...this.span(at, field), test);
    if (field.type === 'strings') return `${this.constant(someText)}(b, ${at}, ${this.constant(textPredicate(test))})`;
    if (field.type === 'comm')
      return field.part === undefined ? this.comm(condition, at, test) : this.decoded(condition);
    if (field.type === 'bool')
      return `(${at} >= 0 && b[${at}] === ${test.is === 'eq' && test.value === true ? tags.true : tags.false})`;
    const width = integerWidth(field.type);
    if (width === undefined) return this.decoded(condition);
    const value = this.number(`${at} + 1`, width, field, test);
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

  /** Where the text of an argument, or the part of it that is looked at, begins and how long it is; -1 when there is none. */
  private span(at: string, { part }: Field): [from: string, length: string] {
    const length = this.once(
      `n_${at}`,
      `${at} >= 0 && b[${at}] === ${tags.str16} ? b[${at} + 1] << 8 | b[${at} + 2] : -1`,
    );
    if (part === undefined) return [`${at} + 3`, length];
    const from = this.once(`f_${at}`, `${this.constant(basenameAt)}(b, ${at} + 3, ${length})`);
    return [from, this.once(`m_${at}`, `${length} < 0 ? -1 : ${at} + 3 + ${length} - ${from}`)];
  }

  /** The length and a byte are looked at here, as they differ most often; the rest is left to a function, so that the code stays small. */
  private text(from: string, length: string, test: Test): string {
    const equals = (text: string) => {
      const bytes = Uint8Array.from(encodeText(text));
      const last = bytes.length === 0 ? [] : [`b[${from} + ${bytes.length - 1}] === ${bytes.at(-1)}`];
      return all([`${length} === ${bytes.length}`, ...last, ...this.same(from, bytes)]);
    };
    if (test.is === 'eq') return equals(test.value as string);
    if (test.is === 'oneOf') {
      if (test.values.length <= fewValues) return any((test.values as string[]).map(equals));
      return `${this.constant(new TextSet(test.values as string[]))}.has(b, ${from}, ${length})`;
    }
    if (test.is !== 'startsWith' && test.is !== 'endsWith' && test.is !== 'contains') return 'false';
    const bytes = Uint8Array.from(encodeText(test.value));
    const long = `${length} >= ${bytes.length}`;
    if (bytes.length === 0) return long;
    if (test.is === 'contains')
      return `(${long} && ${this.constant(containsBytes)}(b, ${from}, ${from} + ${length}, ${this.constant(bytes)}))`;
    const start = test.is === 'startsWith' ? from : `${from} + ${length} - ${bytes.length}`;
    return all([long, `b[${start} + ${bytes.length - 1}] === ${bytes.at(-1)}`, ...this.same(start, bytes)]);
  }

  private same(at: string, bytes: Uint8Array): string[] {
    return bytes.length < 2 ? [] : [`${this.constant(sameBytes)}(b, ${at}, ${this.constant(bytes)})`];
  }

  private comm(condition: TestCondition, at: string, test: Test): string {
    const starts = (text: string, end: number[]) => {
      const bytes = [...encodeText(text), ...end];
      return bytes.length > 16 ? 'false' : all(bytes.map((byte, i) => `b[${at} + ${i}] === ${byte}`));
    };
    const equals = (text: string) => starts(text, encodeText(text).length < 16 ? [0] : []);
    if (test.is === 'eq') return equals(test.value as string);
    if (test.is === 'oneOf') {
      if (test.values.length <= fewValues) return any((test.values as string[]).map(equals));
      return `${this.constant(new Set(test.values))}.has(event.${condition.field.name})`;
    }
    return test.is === 'startsWith' ? starts(test.value, []) : this.decoded(condition);
  }

  private number(at: string, width: number, { type }: Field, test: Test): string {
    const isSigned = type.startsWith('i');
    if (test.is !== 'oneOf' || test.values.length <= fewValues) return numberCode(at, width, isSigned, test);
    const values = new Set((test.values as bigint[]).map((value) => BigInt.asUintN(width, value)));
    if (width === 64) return `${this.constant(values)}.has(event.buffer.readBigUInt64BE(${at}))`;
    return `${this.constant(new Set([...values].map(Number)))}.has(event.buffer.readUIntBE(${at}, ${width / 8}))`;
  }

  private dictionary({ name }: Field, test: Test): string {
    const value = `event.${name}`;
    if (test.is === 'eq') return `(${value} === ${JSON.stringify(test.value)})`;
    if (test.is === 'oneOf') return `${this.constant(new Set(test.values))}.has(${value})`;
    const method = { startsWith: 'startsWith', endsWith: 'endsWith', contains: 'includes' }[test.is as 'contains'];
    return method === undefined ? 'false' : `${value}.${method}(${JSON.stringify((test as { value: string }).value)})`;
  }

  private flag(name: ContextFlag): string {
    const [offset, bit] = [contextOffsets.flags as number, contextFlags[name]];
    const [at, mask] = bit > 0xff ? [offset, bit >> 8] : [offset + 1, bit];
    return offset < this.event.contextEnd ? `((b[p + ${at}] & ${mask}) !== 0)` : 'false';
  }

  private origin(test: Test): string {
    const origin = test.is === 'eq' ? test.value : '';
    const isStarted = this.flag('containerStarted');
    if (origin === 'container') return `(${isStarted})`;
    return `(!(${isStarted}) && event.containerId ${origin === 'host' ? '===' : '!=='} '')`;
  }

  /** What is rarely asked, or lies elsewhere in this stream, is asked of the decoded value. */
  private decoded(condition: TestCondition): string {
    return `${this.constant(holds)}(${this.constant(condition)}, event)`;
  }

  private once(name: string, expression: string): string {
    if (!this.known.has(name)) this.prelude.push(`const ${name} = ${expression};`);
    this.known.add(name);
    return name;
  }

  private constant(value: unknown): string {
    const at = this.constants.indexOf(value);
    return `${this.name}[${at >= 0 ? at : this.constants.push(value) - 1}]`;
  }
}

/** A test of one text of a list. */
function textPredicate(test: Test): TextPredicate {
  if (test.is === 'oneOf') {
    const set = new TextSet(test.values as string[]);
    return (buffer, from, length) => set.has(buffer, from, length);
  }
  const wanted = Uint8Array.from(encodeText('value' in test ? String(test.value) : ''));
  const n = wanted.length;
  switch (test.is) {
    case 'eq':
      return (buffer, from, length) => length === n && sameBytes(buffer, from, wanted);
    case 'startsWith':
      return (buffer, from, length) => length >= n && sameBytes(buffer, from, wanted);
    case 'endsWith':
      return (buffer, from, length) => length >= n && sameBytes(buffer, from + length - n, wanted);
    case 'contains':
      return (buffer, from, length) => containsBytes(buffer, from, from + length, wanted);
    default:
      return () => false;
  }
}
