export * from '../generated/vocabularies';
export * from '../view';
export type { Arch, Vocabulary } from './define';
