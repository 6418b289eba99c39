import type { EnumVocabulary, FlagsVocabulary, Values } from '../vocabulary/define';

type Merged<U> = (U extends unknown ? (u: U) => void : never) extends (m: infer M) => void ? M : never;
type FieldValues<T> = T extends { readonly fields: infer F }
  ? { readonly [K in keyof F]: number } & Merged<
      { [K in keyof F]: F[K] extends { readonly values: infer V } ? V : never }[keyof F]
    >
  : unknown;
type AcceptedValues<T> = T extends { readonly accepts: infer A } ? A : unknown;
type Wide<V, T> = T extends { readonly bits: 64 } ? { readonly [K in keyof V]: bigint } : V;

/** The numbers of a vocabulary by name, for signatures. */
export type Constants<T extends { readonly values: Values }> = Wide<
  T['values'] & FieldValues<T> & AcceptedValues<T>,
  T
>;

/**
 * The numbers of a vocabulary that every architecture has: bigint where the arguments are. A name whose number
 * differs between architectures is left out (ask parseValue for it), so that none is wrong somewhere.
 */
export function constantsOf<const T extends EnumVocabulary | FlagsVocabulary>(vocabulary: T): Constants<T> {
  const { fields = {}, accepts = {} } = vocabulary.kind === 'flags' ? vocabulary : {};
  const masks = Object.entries(fields).map(([name, { mask }]) => [name, mask] as const);
  const all = [vocabulary.values, ...Object.values(fields).map((f) => f.values), accepts].flatMap((v) =>
    Object.entries(v),
  );
  const wide = vocabulary.bits === 64 ? BigInt : Number;
  return Object.freeze(
    Object.fromEntries([...masks, ...all].map(([name, value]) => [name, wide(value)])),
  ) as Constants<T>;
}

/** Whether every bit of `flags` is set; either may be a number or a bigint. */
export const hasFlags = (value: number | bigint, flags: number | bigint): boolean => {
  const bits = BigInt.asUintN(64, BigInt(flags));
  return (BigInt.asUintN(64, BigInt(value)) & bits) === bits;
};
