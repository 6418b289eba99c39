import { createHash } from 'node:crypto';
import { btfKinds } from '@tracee/event-schema/dist/generate/btf_types';
import { readRelocations, resolveType, type Types } from './relocations';

/**
 * What a BPF object asks of a kernel's BTF, a line each: kind of relocation, type, and the members on the way. Two objects with the same
 * lines have the same minimal BTF.
 */
export function needsOf(object: string): string[] {
  const { types, relocations } = readRelocations(object);
  return unique(
    relocations.map(({ kind, type, path }) => `${kind} ${titleOf(types, type)} ${memberNames(types, type, path)}`),
  );
}

/** Short name of a set of needs. */
export const needsDigest = (needs: readonly string[]): string =>
  createHash('sha256').update(needs.join('\n')).digest('hex').slice(0, 16);

const keywords: Readonly<Record<number, string>> = {
  [btfKinds.struct]: 'struct ',
  [btfKinds.union]: 'union ',
  [btfKinds.enum]: 'enum ',
  [btfKinds.enum64]: 'enum ',
};

/** The kernel's types that an object reads, as C names them. What follows ___ only tells versions of a type apart (CO-RE). */
export function typesRead(object: string): string[] {
  const { types, relocations } = readRelocations(object);
  return unique(
    relocations.map(({ type }) => titleOf(types, type).replace(/___.*$/, '')).filter((title) => !title.endsWith(' ')),
  );
}

const unique = (texts: readonly string[]): string[] => [...new Set(texts)].sort();

function titleOf(types: Types, number: number): string {
  const named = types[number];
  if (named?.kind === btfKinds.typedef) return named.name;
  const type = resolveType(types, number);
  return `${keywords[type?.kind ?? 0] ?? ''}${type?.name ?? ''}`;
}

function memberNames(types: Types, root: number, path: readonly number[]): string {
  let at = resolveType(types, root);
  const names: (string | number)[] = [];
  for (const index of path) {
    const [first, second] = at?.rows[index] ?? [];
    const isArray = at?.kind === btfKinds.array;
    names.push(isArray ? index : `${first}`);
    at = resolveType(types, Number(isArray ? at?.rows[0]?.[0] : second));
  }
  return names.join('.');
}
