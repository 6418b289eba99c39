import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { EventDefinition } from '../events/define';
import { nearest } from '../src/view/nearest';
import type { Vocabulary } from '../src/vocabulary/define';

/** Files of the folder that are no vocabulary. */
const machinery = ['define', 'index'];

/** Vocabulary files, found by folder; the basename is the name. */
export function loadVocabularies(dir: string): Vocabulary[] {
  return readdirSync(dir)
    .filter((file) => /\.(js|ts)$/.test(file) && !file.endsWith('.d.ts'))
    .map((file) => basename(file).replace(/\.(js|ts)$/, ''))
    .filter((name) => !machinery.includes(name))
    .sort()
    .map((name) => {
      const vocabulary: Vocabulary | undefined = require(join(dir, name)).default;
      if (vocabulary?.name === name) return vocabulary;
      throw new Error(
        `generate: vocabulary/${name}: defines "${vocabulary?.name}" (name the file after the vocabulary)`,
      );
    });
}

const camelCase = (name: string) => name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

const hasConstants = (v: Vocabulary) =>
  v.kind === 'enum' || v.kind === 'flags'
    ? Object.keys({ ...v.values, ...(v.kind === 'flags' && v.fields) }).length > 0
    : false;

/** vocabularies.ts: every vocabulary by name, and its numbers as constants for signatures. */
export function vocabulariesModule(vocabularies: readonly Vocabulary[]): string {
  const names = vocabularies.map((v) => v.name);
  return `// Generated from packages/event-schema/src/vocabulary; change those, then: npm run generate
import { constantsOf } from '../view/constants';
${names.map((name) => `import _${name} from '../vocabulary/${name}';`).join('\n')}

/** What an argument may be annotated with. */
export const vocabularies = {
${names.map((name) => `  ${name}: _${name},`).join('\n')}
} as const;

export type VocabularyName = keyof typeof vocabularies;

${vocabularies
  .filter(hasConstants)
  .map((v) => `/** ${v.doc} */\nexport const ${camelCase(v.name)} = constantsOf(_${v.name});`)
  .join('\n')}
`;
}

/** Throws when an argument is annotated with a name that is no vocabulary. */
export function checkAnnotations(events: readonly EventDefinition[], vocabularies: readonly Vocabulary[]): void {
  const names = new Set(vocabularies.map((v) => v.name));
  const wrong = events.flatMap((event) =>
    event.args
      .filter(({ vocabulary }) => vocabulary !== undefined && !names.has(vocabulary))
      .map(({ name, vocabulary = '' }) => {
        const like = nearest(vocabulary, names);
        const advice = like === undefined ? `add src/vocabulary/${vocabulary}.ts` : `did you mean "${like}"?`;
        return `generate: ${event.name}.${name}: "${vocabulary}" is no vocabulary (${advice})`;
      }),
  );
  if (wrong.length > 0) throw new Error(wrong.join('\n'));
}
