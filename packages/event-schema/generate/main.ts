import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { catalogue, loadDefinitions } from './catalogue';
import { encoderTable } from './encoder_table';
import { kernelHeader } from './kernel_header';
import { lockBreaks, lockLines } from './lock';
import { schemaOf } from './schema';
import { syscallHeader } from './syscall_header';
import { argumentTypes, catalogueModule } from './types';
import { checkAnnotations, loadVocabularies, vocabulariesModule } from './vocabularies';

/** Everything that is written from the definitions, by path from the checkout's root. */
export function generatedFiles(eventsDir: string): Map<string, string> {
  const schema = schemaOf(catalogue(eventsDir));
  const modules = loadDefinitions(eventsDir).map(({ definition, module }) => ({ module, name: definition.name }));
  const vocabularies = loadVocabularies(join(eventsDir, '../src/vocabulary'));
  checkAnnotations(schema.events, vocabularies);
  return new Map([
    ['packages/bpf-core/generated/events.gen.h', kernelHeader(schema)],
    ['packages/bpf-core/generated/syscalls.gen.h', syscallHeader(schema)],
    ['packages/collector/native/generated/encoder_table.gen.h', encoderTable(schema)],
    ['packages/event-schema/src/generated/event_args.ts', argumentTypes(schema)],
    ['packages/event-schema/src/generated/catalogue.ts', catalogueModule(schema, modules)],
    ['packages/event-schema/src/generated/vocabularies.ts', vocabulariesModule(vocabularies)],
    ['packages/event-schema/events/ids.lock', `${lockLines(schema.events).join('\n')}\n`],
  ]);
}

/** Writes what differs, or with --check only says so; exit code 1 when something differs or the lock is broken. */
function main(check: boolean): number {
  const root = join(__dirname, '../../../..');
  const files = generatedFiles(join(__dirname, '../events'));
  const read = (path: string) => (existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : '');
  const lock = 'packages/event-schema/events/ids.lock';
  const lines = (text: string) => text.split('\n').filter(Boolean);
  const breaks = lockBreaks(lines(read(lock)), lines(files.get(lock) as string));
  for (const text of breaks) console.error(text);
  if (breaks.length > 0) return 1;
  const stale = [...files].filter(([path, text]) => read(path) !== text);
  for (const [path, text] of stale) {
    console.error(check ? `generate: ${path}: not what the definitions give (run: npm run generate)` : `wrote ${path}`);
    if (check) continue;
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return check && stale.length > 0 ? 1 : 0;
}

if (require.main === module) process.exitCode = main(process.argv.includes('--check'));
