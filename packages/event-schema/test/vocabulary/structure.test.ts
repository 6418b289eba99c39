import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { vocabularies } from '../../src/vocabulary';
import type { FlagsVocabulary, Vocabulary } from '../../src/vocabulary/define';

const all = Object.values(vocabularies) as readonly Vocabulary[];
const folder = join(__dirname, '../../src/vocabulary');

test('every file is a vocabulary of its name, and in the index', () => {
  const files = readdirSync(folder).map((file) => file.replace(/\.ts$/, ''));
  expect(files.filter((file) => file !== 'define' && file !== 'index').sort()).toEqual(
    Object.keys(vocabularies).sort(),
  );
  expect(all.map(({ name }) => name)).toEqual(Object.keys(vocabularies));
});

test('no two vocabularies have the same words', () => {
  const words = all.map((v) =>
    JSON.stringify({ ...v, name: '', doc: '' }, (_, value) => (typeof value === 'function' ? `${value}` : value)),
  );
  expect(words.filter((text, i) => words.indexOf(text) !== i)).toEqual([]);
});

const flags = all.filter((v): v is FlagsVocabulary => v.kind === 'flags').map((v) => [v.name, v] as const);

test.each(flags)(
  '%s: fields, permissions and flags do not overlap',
  (_, { fields = {}, octal = 0, values, x64, arm64 }) => {
    const masks = [...Object.values(fields).map(({ mask }) => BigInt(mask)), BigInt(octal)];
    const sum = masks.reduce((a, b) => a + b, 0n);
    const union = masks.reduce((a, b) => a | b, 0n);
    expect(union).toBe(sum);
    for (const { mask, values: names } of Object.values(fields)) {
      expect(Object.entries(names).filter(([, value]) => (BigInt(value) | BigInt(mask)) !== BigInt(mask))).toEqual([]);
    }
    const own = Object.entries({ ...values, ...x64, ...arm64 });
    expect(own.filter(([, value]) => (BigInt(value) & union) !== 0n)).toEqual([]);
  },
);
