/** Numbers by name, as the kernel's headers give them. Of two names for one number the first is printed; both are read. */
export type Values = Readonly<Record<string, number>>;

/** Architectures whose numbers are known, named as Node names them. */
export type Arch = 'x64' | 'arm64';

interface Named {
  /** What an argument is annotated with; also the name of the file. */
  readonly name: string;
  /** What the numbers mean and where the kernel reads them. */
  readonly doc: string;
}

interface Numbers extends Named {
  readonly values: Values;
  /** Numbers that only one architecture has, or has otherwise than the other. */
  readonly x64?: Values;
  readonly arm64?: Values;
  /** 64 when the arguments are 64 bits wide: the constants are bigint then, as the arguments are. */
  readonly bits?: 64;
}

/** One name a number. */
export interface EnumVocabulary extends Numbers {
  readonly kind: 'enum';
}

/** Bits of a flag argument that hold one number among several: the access mode of open, the signal of clone. */
export interface Field {
  readonly mask: number;
  readonly values: Values;
}

/** Bits that are combined with `|`. */
export interface FlagsVocabulary extends Numbers {
  readonly kind: 'flags';
  /** By the name of the mask. */
  readonly fields?: Readonly<Record<string, Field>>;
  /** Bits that are permissions: always printed, in octal. */
  readonly octal?: number;
  /** Names that are read and never printed, because others say the same: sums of flags, permissions by name. */
  readonly accepts?: Values;
}

/** A number with a notation of its own. */
export interface CodedVocabulary extends Named {
  readonly kind: 'coded';
  readonly format: (value: bigint) => string;
  /** undefined when the text is not in the notation. */
  readonly parse: (text: string) => bigint | undefined;
  /** The notation, for the error message. */
  readonly notation: string;
}

/** A number whose meaning another argument of the event decides. */
export interface DependentVocabulary extends Named {
  readonly kind: 'dependent';
  /** Names that the other argument has in some event. */
  readonly on: readonly string[];
  readonly cases: readonly { readonly when: readonly number[]; readonly vocabulary: Vocabulary }[];
}

export type Vocabulary = EnumVocabulary | FlagsVocabulary | CodedVocabulary | DependentVocabulary;

/** A vocabulary is what its file exports; the parameter keeps its names for the compiler. */
const define =
  <K extends Vocabulary['kind'], W>(kind: K) =>
  <const T extends W>(vocabulary: T): T & { readonly kind: K } => ({ kind, ...vocabulary });

export const defineEnum = define<'enum', Omit<EnumVocabulary, 'kind'>>('enum');
export const defineFlags = define<'flags', Omit<FlagsVocabulary, 'kind'>>('flags');
export const defineCoded = define<'coded', Omit<CodedVocabulary, 'kind'>>('coded');
export const defineDependent = define<'dependent', Omit<DependentVocabulary, 'kind'>>('dependent');
