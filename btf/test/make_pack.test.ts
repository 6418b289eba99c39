import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Pack } from '@tracee/collector/dist/src/btf/pack';
import { kernelOf, pathOf } from '../src/kernel';
import { writeBtf } from '../src/write_btf';
import { writePack } from '../src/write_pack';
import { taskTypes } from './types';

const directory = mkdtempSync(join(tmpdir(), 'btf-make-'));
process.env.XDG_CACHE_HOME = join(directory, 'cache');
/** Stands for bpftool: needs all of everything, and leaves a line behind each time. */
const calls = join(directory, 'calls');
mkdirSync(join(directory, 'bin'));
writeFileSync(join(directory, 'bin/bpftool'), `#!/bin/sh\necho "$@" >> ${calls}\ncp "$3" "$4"\n`);
chmodSync(join(directory, 'bin/bpftool'), 0o755);
process.env.PATH = `${join(directory, 'bin')}:${process.env.PATH}`;
// the places are read when the modules are loaded
const { makePack } = require('../src/make_pack') as typeof import('../src/make_pack');
const { cachedPath, write } = require('../src/cache') as typeof import('../src/cache');
const { objectFor } = require('../src/object') as typeof import('../src/object');

const path = join(directory, 'minimal.pack');
const arch = process.arch === 'arm64' ? 'arm64' : 'x86_64';
const name = (release: string) => `debian/12/${arch}/${release}`;
const put = (release: string, bit: number) => write(cachedPath(kernelOf(name(release))), writeBtf(taskTypes(bit)));
const called = () => {
  const lines = readFileSync(calls, { encoding: 'utf8', flag: 'a+' }).split('\n').length - 1;
  rmSync(calls, { force: true });
  return lines;
};
const make = (dropMissing = false) => {
  const said: string[] = [];
  return { ...makePack(dropMissing, (line) => said.push(line), path), said };
};
const packed = () => Object.keys(new Pack(readFileSync(path)).index.kernels[`debian/12/${arch}`] ?? {});

afterEach(() => {
  rmSync(join(directory, 'cache'), { recursive: true, force: true });
  rmSync(path, { force: true });
  rmSync(calls, { force: true });
});
afterAll(() => rmSync(directory, { recursive: true }));

it('makes a kernel once, says what is new, and changes nothing when nothing changed', () => {
  put('6.1.0-1-amd64', 64);
  put('6.1.0-2-amd64', 64);
  put('6.1.0-3-amd64', 96);
  const { said, ...summary } = make();
  expect(summary).toEqual({ kernels: 3, kept: 0, layouts: 2, bytes: readFileSync(path).length, changed: true });
  expect(said).toEqual([
    expect.stringMatching(`^1/3 ${name('6.1.0-1-amd64')}: layout [0-9a-f]{16}, new$`),
    expect.stringMatching(`^2/3 ${name('6.1.0-2-amd64')}: layout [0-9a-f]{16}$`),
    expect.stringMatching(`^3/3 ${name('6.1.0-3-amd64')}: layout [0-9a-f]{16}, new$`),
  ]);
  // each layout once to make it, once to see that it is complete
  expect(called()).toBe(4);
  expect(make()).toMatchObject({ changed: false });
  put('6.1.0-4-amd64', 128);
  expect(make()).toMatchObject({ kernels: 4, layouts: 3, changed: true });
  expect(called()).toBe(2);
});

it('takes over kernels that are not in the cache, as long as the object reads nothing else', () => {
  put('6.1.0-1-amd64', 64);
  make();
  rmSync(cachedPath(kernelOf(name('6.1.0-1-amd64'))));
  put('6.1.0-2-amd64', 96);
  const before = new Pack(readFileSync(path));
  const layouts = [{ kernel: kernelOf(name('6.1.0-1-amd64')), layout: before.layout(0).btf }];
  writeFileSync(path, writePack(layouts, { [arch]: ['0 struct gone member', ...objectFor(arch).needs] }));
  expect(make()).toMatchObject({ kernels: 2, kept: 1, layouts: 2 });
  expect(packed()).toEqual(['6.1.0-1-amd64', '6.1.0-2-amd64']);
});

it('asks for kernels that must be made again, or leaves them out', () => {
  const kernel = kernelOf(name('6.1.0-1-amd64'));
  writeFileSync(
    path,
    writePack([{ kernel, layout: writeBtf(taskTypes()) }], { [arch]: objectFor(arch).needs.slice(1) }),
  );
  put('6.1.0-2-amd64', 96);
  expect(() => make()).toThrow(
    `the BTF of 1 kernels is not in the cache: ${pathOf(kernel)} (fetch them: --debian or --archive`,
  );
  expect(packed()).toEqual(['6.1.0-1-amd64']);
  expect(make(true)).toMatchObject({ kernels: 1, kept: 0 });
  expect(packed()).toEqual(['6.1.0-2-amd64']);
  expect(new Pack(readFileSync(path)).index.needs).toEqual({ [arch]: objectFor(arch).needs });
});
