import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';

const names = (directory: string, end: string) =>
  readdirSync(resolve(__dirname, directory))
    .filter((file) => file.endsWith(end))
    .map((file) => file.slice(0, -end.length))
    .sort();

test.each(['.', 'classic'])(
  'every signature has a test of its name (in %s): add test/signatures/NAME.test.ts, or remove the test of one that is gone',
  (set) => {
    const tested = names(set, '.test.ts').filter((name) => name !== 'parity');
    expect(tested).toEqual(names(`../../signatures/${set}`, '.ts'));
  },
);
