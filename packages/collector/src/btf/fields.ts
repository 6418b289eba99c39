import { type BtfType, btfKinds } from '@tracee/event-schema/dist/generate/btf_types';
import { resolveType, type Types } from './relocations';

/** A step from an object towards a field: a member by its name, or an element of an array. */
type Step = { readonly name: string; readonly type: number } | { readonly index: number };

/** In bytes. */
export interface Field {
  readonly offset: number;
  readonly size: number;
}

const composite = (type: BtfType | undefined): boolean =>
  type?.kind === btfKinds.struct || type?.kind === btfKinds.union;

/** What follows ___ only tells versions of a type apart (CO-RE). */
const essential = (name: string): string => name.replace(/___.*$/, '');

/** A word of an entry that is a number: all but names. */
const number = (word: number | string | undefined): number => Number(word ?? 0);

/** Where the types that may stand for those of a BPF object are: by kind and name. */
export class KernelTypes {
  readonly #byName = new Map<string, number[]>();

  constructor(readonly types: Types) {
    types.forEach((type, i) => {
      if (type === undefined || type.name === '') return;
      const key = keyOf(type);
      this.#byName.set(key, [...(this.#byName.get(key) ?? []), i]);
    });
  }

  /** Numbers of the kernel's types for one of an object; several where its units differ. */
  candidates(type: BtfType | undefined): readonly number[] {
    return type === undefined ? [] : (this.#byName.get(keyOf(type)) ?? []);
  }

  /** Where a field lies in a type; undefined where the type has none of these names, or of another nature. */
  field(root: number, steps: readonly Step[], own: Types): Field | undefined {
    let [at, bits] = [root, 0];
    for (const step of steps) {
      const next = 'name' in step ? this.#member(at, step.name) : this.#element(at, step.index);
      if (next === undefined || ('name' in step && !this.#isAlike(own, step.type, next.type))) return undefined;
      if (next.isBits) throw new Error(`relocate: ${(step as { name: string }).name}: a bit-field in this kernel`);
      [at, bits] = [next.type, bits + next.bits];
    }
    return { offset: bits / 8, size: this.sizeOf(at) };
  }

  sizeOf(of: number): number {
    const type = resolveType(this.types, of);
    if (type?.kind === btfKinds.pointer) return 8;
    if (type?.kind !== btfKinds.array) return type?.third ?? 0;
    const [element, , count] = type.rows[0] ?? [];
    return this.sizeOf(number(element)) * number(count);
  }

  /** Also in members without a name. */
  #member(of: number, wanted: string): { type: number; bits: number; isBits: boolean } | undefined {
    const type = resolveType(this.types, of);
    if (!composite(type) || type === undefined) return undefined;
    for (const [name, member, place] of type.rows) {
      const [bits, isBits] = type.flag
        ? [number(place) & 0xffffff, number(place) >>> 24 !== 0]
        : [number(place), false];
      if (name === wanted) return { type: number(member), bits, isBits };
      const within = name === '' ? this.#member(number(member), wanted) : undefined;
      if (within !== undefined) return { ...within, bits: bits + within.bits };
    }
    return undefined;
  }

  #element(of: number, index: number): { type: number; bits: number; isBits: boolean } | undefined {
    const type = resolveType(this.types, of);
    if (type?.kind !== btfKinds.array) return undefined;
    const [element, , count] = (type.rows[0] ?? []).map(number);
    // an array of no elements is one at a structure's end, of as many as there are
    if (element === undefined || (count !== 0 && index >= (count ?? 0))) return undefined;
    return { type: element, bits: 8 * index * this.sizeOf(element), isBits: false };
  }

  /** Whether a field is what the object takes it for: the length of a number does not count, nor what a pointer points to. */
  #isAlike(own: Types, mine: number, its: number): boolean {
    const [one, other] = [resolveType(own, mine), resolveType(this.types, its)];
    if (composite(one) && composite(other)) return true;
    if (one === undefined || one.kind !== other?.kind) return false;
    if (one.kind === btfKinds.array) return this.#isAlike(own, number(one.rows[0]?.[0]), number(other.rows[0]?.[0]));
    const named = one.kind === btfKinds.enum || one.kind === btfKinds.forward;
    return !named || one.name === '' || other.name === '' || essential(one.name) === essential(other.name);
  }
}

const keyOf = ({ kind, name }: BtfType): string => `${kind} ${essential(name)}`;

/** The names on the way of a relocation, in the object's own types. */
export function stepsOf(types: Types, root: number, path: readonly number[]): Step[] {
  let at = root;
  const steps: Step[] = [];
  for (const index of path) {
    const type = resolveType(types, at);
    const row = type?.rows[type.kind === btfKinds.array ? 0 : index] ?? [];
    if (type?.kind === btfKinds.array) {
      steps.push({ index });
      at = number(row[0]);
    } else {
      at = number(row[1]);
      if (row[0] !== '') steps.push({ name: String(row[0]), type: at });
    }
  }
  return steps;
}
