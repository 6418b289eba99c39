import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { capture, findingNumbers } from './cli/capture';

const root = resolve(__dirname, '../../..');
const packages = ['event-schema', 'rules-engine'];
let installed: string;

/** What npm would install: the files each of the two packages publishes, and what they depend on; no collector. */
beforeAll(() => {
  installed = mkdtempSync(join(tmpdir(), 'installed-'));
  const modules = join(installed, 'node_modules');
  mkdirSync(join(modules, '@tracee'), { recursive: true });
  for (const name of packages) {
    const from = join(root, 'packages', name);
    const { files } = JSON.parse(readFileSync(join(from, 'package.json'), 'utf8'));
    for (const file of [...files, 'package.json'])
      cpSync(join(from, file), join(modules, '@tracee', name, file), { recursive: true });
  }
  for (const name of readdirSync(join(root, 'node_modules'))) {
    if (!name.startsWith('.') && name !== '@tracee') symlinkSync(join(root, 'node_modules', name), join(modules, name));
  }
});
afterAll(() => rmSync(installed, { recursive: true }));

const bin = () => join(installed, 'node_modules/@tracee/rules-engine/bin/tracee-rules');

test('installed without the collector it lists its signatures and replays a capture', () => {
  expect(execFileSync(process.execPath, [bin(), '--list-events'], { encoding: 'utf8' })).toContain('ptrace');
  const { status, stdout } = spawnSync(process.execPath, [bin()], { input: capture(3), encoding: 'utf8' });
  expect({ status, findings: findingNumbers(stdout) }).toEqual({ status: 0, findings: [0, 1, 2] });
});

test('a user without privileges can run it', () => {
  if (process.getuid?.() !== 0) return expect(process.getuid?.()).toBeGreaterThan(0);
  execFileSync('chmod', ['-R', 'a+rX', installed]);
  const nobody = { uid: 65534, gid: 65534 };
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin()], {
    input: capture(1),
    encoding: 'utf8',
    ...nobody,
  });
  expect({ status, findings: findingNumbers(stdout), stderr: stderr.includes('error') }).toEqual({
    status: 0,
    findings: [0],
    stderr: false,
  });
});

test('no module of it asks for the collector', () => {
  const texts = readdirSync(join(root, 'packages/rules-engine/dist'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.js'))
    .map((file) => readFileSync(join(root, 'packages/rules-engine/dist', file), 'utf8'));
  expect(texts.length).toBeGreaterThan(20);
  expect(texts.filter((text) => /@tracee\/(collector|bpf-core)/.test(text))).toEqual([]);
});

test('before a build the launcher says what to do', () => {
  const empty = mkdtempSync(join(tmpdir(), 'unbuilt-'));
  mkdirSync(join(empty, 'bin'));
  writeFileSync(join(empty, 'bin/tracee-rules'), readFileSync(resolve(__dirname, '../bin/tracee-rules')));
  const { status, stderr } = spawnSync(process.execPath, [join(empty, 'bin/tracee-rules')], { encoding: 'utf8' });
  expect(status).toBe(1);
  expect(stderr).toMatch(/tracee-rules: .*not there \(build it: npm run build\)/);
  rmSync(empty, { recursive: true });
});
