import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { eventsPolicy } from './events_policy';
import { signaturesPageOfAll } from './signatures_page';

/** From packages/rules-engine/dist/generate. */
const root = resolve(__dirname, '../../../..');

/** By path in the checkout. Neither kustomize nor Helm reads a file outside of its own directory: each has its copy of the policy. */
const files = {
  'docs/signatures.md': signaturesPageOfAll,
  'deploy/kubernetes/policies/signatures.yaml': eventsPolicy,
  'deploy/helm/tracee/policies/signatures.yaml': eventsPolicy,
};

/** Writes the files, or with --check only says which differ; exit code 1 then. */
async function main(check: boolean): Promise<number> {
  let differ = 0;
  for (const [path, textOf] of Object.entries(files)) {
    const [file, text] = [resolve(root, path), await textOf()];
    if (existsSync(file) && readFileSync(file, 'utf8') === text) continue;
    differ++;
    console.error(check ? `generate: ${file}: not what the signatures give (run: npm run generate)` : `wrote ${path}`);
    if (!check) writeFileSync(file, text);
  }
  return check && differ > 0 ? 1 : 0;
}

main(process.argv.includes('--check')).then((code) => {
  process.exitCode = code;
});
