import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { signaturesPage, signaturesPageOfAll } from '../../generate/signatures_page';
import { loadSignatures } from '../../src/index';

const page = resolve(__dirname, '../../../../docs/signatures.md');

test('docs/signatures.md is what the signatures say: run npm run generate', async () => {
  expect(readFileSync(page, 'utf8')).toBe(await signaturesPageOfAll());
});

test('a section says what is seen, by which events, and what is missed', async () => {
  const [signature] = await loadSignatures({ directories: [], only: ['TRC-1024'] });
  const text = signaturesPage(signature === undefined ? [] : [signature]);
  expect(text).toContain('| TRC-1024 | [proc_mem_code_injection](#proc_mem_code_injection) | high |');
  expect(text).toContain('Events: `security_file_open`.');
  for (const gap of signature?.meta.misses ?? []) expect(text).toContain(`- ${gap}\n`);
});
