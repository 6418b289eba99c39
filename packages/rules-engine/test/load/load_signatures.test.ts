import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RulesError } from '../../src/exit_codes';
import { shippedSignatures } from '../../src/load/discover';
import { metaMistakes } from '../../src/load/load_signature';
import { loadSignatures } from '../../src/load/load_signatures';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'signatures-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

const meta = (name: string, changes = {}) => ({
  id: 'ACME-1',
  name,
  title: 'Something was read',
  version: '1.0.0',
  severity: 'low',
  tactic: 'collection',
  technique: { id: 'T1005', name: 'Data from Local System' },
  description: 'A description.',
  misses: ['much'],
  ...changes,
});

const classText = (name: string, changes = {}, on = '{ openat: () => undefined }') =>
  `class S { meta = ${JSON.stringify(meta(name, changes))}; on = ${on}; }`;

/** A signature file as a compiler of TypeScript leaves it. */
const file = (name: string, text: string) => writeFileSync(join(directory, name), text);
const compiled = (text: string) => `exports.__esModule = true;\n${text}\nexports.default = S;`;

const load = (only: string[] = []) => loadSignatures({ directories: [directory], only });
const failure = async (only: string[] = []): Promise<RulesError> => {
  const error = await load(only).then(
    () => undefined,
    (thrown) => thrown,
  );
  expect(error).toBeInstanceOf(RulesError);
  return error;
};

test('the shipped signatures, in the order of their numbers', async () => {
  const names = (await load()).map(({ meta }) => `${meta.id} ${meta.name}`);
  const few = ['anti_debugging', 'ptrace_code_injection', 'fileless_execution', 'illegitimate_shell', 'suid_creation'];
  expect(names.filter((name) => few.includes(name.split(' ')[1] ?? ''))).toEqual([
    'TRC-102 anti_debugging',
    'TRC-103 ptrace_code_injection',
    'TRC-105 fileless_execution',
    'TRC-1016 illegitimate_shell',
    'TTS-2034 suid_creation',
  ]);
  expect(names).toHaveLength(readdirSync(shippedSignatures).filter((file) => file.endsWith('.ts')).length);
});

test('what is shipped is described as the schema wants it; at a start it is not asked again', async () => {
  const shipped = await loadSignatures({ sets: ['current', 'classic'], directories: [], only: [] });
  expect(shipped.flatMap(({ meta }) => metaMistakes(meta))).toEqual([]);
});

test('a set by its name: TRC-1 to TRC-16, alone or beside the others', async () => {
  const ids = async (sets: readonly ('current' | 'classic')[]) =>
    (await loadSignatures({ sets, directories: [], only: [] })).map(({ meta }) => meta.id);
  const classic = Array.from({ length: 16 }, (_, i) => `TRC-${i + 1}`);
  expect(await ids(['classic'])).toEqual(classic);
  expect(await ids(['current'])).not.toContain('TRC-1');
  expect(await ids(['current', 'classic'])).toEqual(expect.arrayContaining([...classic, 'TRC-101']));
});

test.each([
  ['compiled TypeScript', compiled(classText('reads_a_file'))],
  ['module.exports', `module.exports = ${classText('reads_a_file')}`],
])('a file in another directory: %s', async (_, text) => {
  file('reads_a_file.js', text);
  expect((await load(['ACME-1'])).map(({ meta }) => meta.name)).toEqual(['reads_a_file']);
});

test('what is not a signature file is left alone', async () => {
  file('reads_a_file.js', compiled(classText('reads_a_file')));
  for (const other of ['reads_a_file.d.ts', 'reads_a_file.test.js', 'reads_a_file.js.map', 'README.md'])
    file(other, 'not {{ code');
  mkdirSync(join(directory, 'deeper'));
  expect(await load(['reads_a_file'])).toHaveLength(1);
});

test('selection by id and by name', async () => {
  const names = (await load(['TRC-105', 'anti_debugging'])).map(({ meta }) => meta.name);
  expect(names).toEqual(['anti_debugging', 'fileless_execution']);
});

test('selection of what is not there', async () => {
  const { code, message } = await failure(['TRC-105', 'TRC-9', 'nothing']);
  expect(code).toBe('usage');
  expect(message).toContain('TRC-9, nothing: no signature with this id or name');
});

test.each([
  ['no default export', 'exports.S = 1;', /no class as default export/],
  ['a syntax error', 'class {', /does not load/],
  [
    'a missing module',
    'require("not-installed-anywhere");',
    /does not load: Cannot find module 'not-installed-anywhere'/,
  ],
  [
    'a constructor that throws',
    compiled('class S { constructor() { throw new Error("no luck"); } }'),
    /cannot be made: no luck/,
  ],
  [
    'another name than its file',
    compiled(classText('reads_another_file')),
    /meta\.name is "reads_another_file".*rename it to reads_another_file, or set meta\.name to "reads_a_file"/,
  ],
  ['a severity of its own', compiled(classText('reads_a_file', { severity: 'grave' })), /meta\.severity: .*critical/],
  ['several mistakes', compiled(classText('reads_a_file', { id: 'x', misses: [] })), /meta\.id: .*; meta\.misses: /],
  ['an unknown field', compiled(classText('reads_a_file', { sevrity: 'low' })), /sevrity/],
  [
    'an unknown event',
    compiled(classText('reads_a_file', {}, '{ opennat: () => undefined }')),
    /on\.opennat: no such event \(tracee-collect --list shows them\)/,
  ],
  [
    'a handler that is no function',
    compiled(classText('reads_a_file', {}, '{ openat: 1 }')),
    /on\.openat: a number, not a function/,
  ],
  ['no handler', compiled(classText('reads_a_file', {}, '{}')), /no handler/],
])('a file with %s', async (_, text, expected) => {
  file('reads_a_file.js', text);
  const { code, message } = await failure();
  expect(code).toBe('signatures');
  expect(message).toMatch(expected);
  expect(message).toContain(join(directory, 'reads_a_file.js'));
});

test('every broken file is named at once', async () => {
  file('one.js', 'class {');
  file('two.js', compiled(classText('three')));
  const { message } = await failure();
  expect(message.split('\n').map((line) => line.includes('one.js') || line.includes('two.js'))).toEqual([true, true]);
});

test('two signatures with one id', async () => {
  file('reads_a_file.js', compiled(classText('reads_a_file', { id: 'TRC-105' })));
  const { code, message } = await failure();
  expect(code).toBe('signatures');
  expect(message).toMatch(
    /TRC-105: in .*fileless_execution\.\w+ and in .*reads_a_file\.js \(give one of them another id/,
  );
});

test('two signatures with one name', async () => {
  file('fileless_execution.js', compiled(classText('fileless_execution')));
  expect((await failure()).message).toMatch(/load signatures: fileless_execution: in /);
});

test('a directory that is not there, and one that is a file', async () => {
  file('reads_a_file.js', '');
  const of = (path: string) => loadSignatures({ directories: [path], only: [] });
  await expect(of(join(directory, 'none'))).rejects.toThrow(/none: no such file or directory/);
  await expect(of(join(directory, 'reads_a_file.js'))).rejects.toThrow(/not a directory/);
});
