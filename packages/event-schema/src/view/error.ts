export const vocabularyErrors = [
  'no_vocabulary',
  'unknown_name',
  'ambiguous_name',
  'not_a_number',
  'out_of_range',
  'no_text',
] as const;
export type VocabularyErrorCode = (typeof vocabularyErrors)[number];

/** Text that stands for no value, or a value that has no vocabulary: `operation: object: what was found (what to do)`. */
export class VocabularyError extends Error {
  override readonly name = 'VocabularyError';

  constructor(
    readonly code: VocabularyErrorCode,
    message: string,
  ) {
    super(message);
  }
}
