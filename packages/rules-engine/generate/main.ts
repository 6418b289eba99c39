import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { signaturesPageOfAll } from './signatures_page';

/** From packages/rules-engine/dist/generate. */
const page = resolve(__dirname, '../../../../docs/signatures.md');

/** Writes docs/signatures.md, or with --check only says that it differs; exit code 1 then. */
async function main(check: boolean): Promise<number> {
  const text = await signaturesPageOfAll();
  if (existsSync(page) && readFileSync(page, 'utf8') === text) return 0;
  console.error(
    check ? `generate: ${page}: not what the signatures give (run: npm run generate)` : 'wrote docs/signatures.md',
  );
  if (!check) writeFileSync(page, text);
  return check ? 1 : 0;
}

main(process.argv.includes('--check')).then((code) => {
  process.exitCode = code;
});
