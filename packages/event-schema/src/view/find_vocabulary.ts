import { type VocabularyName, vocabularies } from '../generated/vocabularies';
import type { Vocabulary } from '../vocabulary/define';
import { VocabularyError } from './error';
import { nearest } from './nearest';

const byName: ReadonlyMap<string, Vocabulary> = new Map(Object.entries(vocabularies));

/** A vocabulary itself, or by the name that arguments are annotated with. */
export function findVocabulary(vocabulary: VocabularyName | Vocabulary | string): Vocabulary {
  if (typeof vocabulary !== 'string') return vocabulary;
  const found = byName.get(vocabulary);
  if (found !== undefined) return found;
  const like = nearest(vocabulary, byName.keys());
  const advice = like === undefined ? 'vocabularies are the files of src/vocabulary' : `did you mean "${like}"?`;
  throw new VocabularyError('no_vocabulary', `find vocabulary: "${vocabulary}": there is none (${advice})`);
}
