import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generatedFiles } from '../../generate/main';

const root = join(__dirname, '../../../..');
const files = generatedFiles(join(__dirname, '../../events'));

test.each([...files])('%s is what the definitions give (if not: npm run generate)', (path, text) => {
  expect(readFileSync(join(root, path), 'utf8')).toBe(text);
});

test('the same definitions always give the same files', () => {
  expect(generatedFiles(join(__dirname, '../../events'))).toEqual(files);
});
