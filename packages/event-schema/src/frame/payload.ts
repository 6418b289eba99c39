import { Damage } from './error';
import type { Value } from './msgpack';

/** Typed access to a decoded payload: a missing or mistyped field is damage that names it. */
export class Fields {
  constructor(
    private readonly of: string,
    private readonly values: { readonly [key: string]: Value | undefined },
  ) {}

  static from(of: string, value: Value): Fields {
    if (value === null || typeof value !== 'object' || Array.isArray(value) || value instanceof Uint8Array) {
      throw new Damage(`${of} that is not a map`);
    }
    return new Fields(of, value);
  }

  number(name: string): number {
    const value = this.values[name];
    return Number.isInteger(value) ? (value as number) : this.#wrong(name, 'an integer of at most 32 bits');
  }

  /** Any integer width; what a newer writer widened still reads. */
  bigint(name: string): bigint {
    const value = this.values[name];
    if (typeof value === 'bigint') return value;
    return Number.isSafeInteger(value) ? BigInt(value as number) : this.#wrong(name, 'an integer');
  }

  text(name: string): string {
    const value = this.values[name];
    return typeof value === 'string' ? value : this.#wrong(name, 'text');
  }

  array(name: string): readonly Value[] {
    const value = this.values[name];
    return Array.isArray(value) ? value : this.#wrong(name, 'an array');
  }

  has(name: string): boolean {
    return this.values[name] !== undefined;
  }

  #wrong(name: string, expected: string): never {
    throw new Damage(`${this.of} whose ${name} is not ${expected}`);
  }
}

/** An array payload by names: at least as many elements as names; later versions append. */
export function fieldsOfArray(of: string, value: Value, names: readonly string[]): Fields {
  if (!Array.isArray(value)) throw new Damage(`${of} that is not an array`);
  if (value.length < names.length) throw new Damage(`${of} of ${value.length} elements (${names.length} expected)`);
  return new Fields(of, Object.fromEntries(names.map((name, i) => [name, value[i]])));
}
