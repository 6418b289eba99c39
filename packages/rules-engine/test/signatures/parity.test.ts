import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';

const names = (directory: string, end: string) =>
  readdirSync(resolve(__dirname, directory))
    .filter((file) => file.endsWith(end))
    .map((file) => file.slice(0, -end.length))
    .sort();

test('every signature has a test of its name: add test/signatures/NAME.test.ts, or remove the test of a signature that is gone', () => {
  const tested = names('.', '.test.ts').filter((name) => name !== 'parity');
  expect(tested).toEqual(names('../../signatures', '.ts'));
});
