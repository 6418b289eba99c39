import type { LazyEvent } from '@tracee/event-schema';
import { all, any } from './code';
import { type Condition, conditionKey } from './condition';
import { TestCompiler } from './test_code';
import { ValueFilter } from './value_filter';

/** Asks `ask(n, event)` for each n whose condition holds, in order. */
export type Program = (event: LazyEvent, ask: (n: number, event: LazyEvent) => void) => void;

/** Characters of source a function: V8 does not optimise functions far above this size. */
const maxSource = 16_000;

/**
 * A program for all conditions on an event of a stream. Where many of them want a certain value of one argument each, an event that
 * has none of these values is shown to the others only.
 */
export function compile(conditions: readonly (Condition | undefined)[], event: LazyEvent): Program {
  const numbered = [...conditions.entries()];
  const whole = compileAll(numbered, event);
  const { filters, covered } = ValueFilter.of(conditions, event);
  if (filters.length === 0) return whole;
  const rest = compileAll(
    numbered.filter(([n]) => !covered.has(n)),
    event,
  );
  return (each, ask) => {
    for (const filter of filters)
      if (filter.mayHold(each)) {
        whole(each, ask);
        return;
      }
    rest(each, ask);
  };
}

/**
 * The source holds numbers and escaped literals of the conditions only. What several of them ask is computed once an event,
 * when the first needs it.
 */
function compileAll(conditions: readonly (readonly [n: number, condition: Condition | undefined])[], event: LazyEvent) {
  const shared = new SharedConditions(conditions.map(([, condition]) => condition));
  const pieces: Piece[] = [];
  for (const [n, condition] of conditions) {
    let piece = pieces.at(-1);
    if (piece === undefined || piece.size > maxSource) {
      piece = new Piece(new TestCompiler(event, `k${pieces.length}`), shared);
      pieces.push(piece);
    }
    piece.add(n, condition);
  }
  const calls = pieces.map((_, i) => `f${i}(event, ask);`);
  const source = [
    ...shared.variables.map((name) => `let ${name} = 2;`),
    ...pieces.map((piece, i) => `const f${i} = ${piece.source};`),
    'return (event, ask) => {',
    ...shared.variables.map((name) => `${name} = 2;`),
    ...calls,
    '};',
  ].join('\n');
  const names = pieces.map((_, i) => `k${i}`);
  return new Function(...names, source)(...pieces.map(({ tests }) => tests.constants)) as Program;
}

/** A function of the program: as many conditions as V8 likes in one. */
class Piece {
  size = 0;
  private readonly asks: string[] = [];

  constructor(
    readonly tests: TestCompiler,
    private readonly shared: SharedConditions,
  ) {}

  add(n: number, condition: Condition | undefined): void {
    const ask = condition === undefined ? `ask(${n}, event);` : `if (${this.code(condition)}) ask(${n}, event);`;
    this.asks.push(ask);
    this.size += ask.length;
  }

  get source(): string {
    const begin = 'const b = event.buffer, p = event.payloadOffset;';
    return ['(event, ask) => {', begin, ...this.tests.prelude, ...this.asks, '}'].join('\n');
  }

  private code(condition: Condition): string {
    const variable = this.shared.variable(condition);
    const plain = this.plain(condition);
    return variable === undefined
      ? plain
      : `((${variable} === 2 ? (${variable} = ${plain} ? 1 : 0) : ${variable}) === 1)`;
  }

  private plain(condition: Condition): string {
    if (condition.op === 'test') return this.tests.code(condition);
    if (condition.op === 'not') return `!(${this.code(condition.of)})`;
    return (condition.op === 'all' ? all : any)(condition.of.map((one) => this.code(one)));
  }
}

/** Conditions that stand in more than one place: each has a variable, 2 until it is known. */
class SharedConditions {
  private readonly names = new Map<string, string>();

  constructor(conditions: readonly (Condition | undefined)[]) {
    for (const key of sharedKeys(conditions)) this.names.set(key, `s${this.names.size}`);
  }

  get variables(): string[] {
    return [...this.names.values()];
  }

  variable(condition: Condition): string | undefined {
    return this.names.get(conditionKey(condition));
  }
}

/** Keys of conditions that stand in more than one place. */
function sharedKeys(conditions: readonly (Condition | undefined)[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const shared = new Set<string>();
  const visit = (condition: Condition): void => {
    const key = conditionKey(condition);
    if (seen.has(key)) shared.add(key);
    else {
      seen.add(key);
      if (condition.op === 'not') visit(condition.of);
      else if (condition.op !== 'test') condition.of.forEach(visit);
    }
  };
  for (const condition of conditions) if (condition !== undefined) visit(condition);
  return shared;
}
