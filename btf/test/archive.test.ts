import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathOf } from '../src/kernel';
import { writeBtf } from '../src/write_btf';
import { taskTypes } from './types';

const directory = mkdtempSync(join(tmpdir(), 'btf-archive-'));
process.env.XDG_CACHE_HOME = join(directory, 'cache');
// the cache's place is read when the module is loaded
const { importArchive } = require('../src/sources/archive') as typeof import('../src/sources/archive');
const { cachedKernels, cachedPath } = require('../src/cache') as typeof import('../src/cache');

afterEach(() => rmSync(join(directory, 'cache'), { recursive: true, force: true }));
afterAll(() => rmSync(directory, { recursive: true }));

const btf = writeBtf(taskTypes());
const archive = join(directory, 'btfhub-archive-main');
beforeAll(() => {
  const group = join(archive, 'ubuntu/20.04/x86_64');
  mkdirSync(group, { recursive: true });
  writeFileSync(join(group, '5.4.0-26-generic.btf'), btf);
  execFileSync('tar', ['-cJf', '5.4.0-26-generic.btf.tar.xz', '5.4.0-26-generic.btf'], { cwd: group });
  rmSync(join(group, '5.4.0-26-generic.btf'));
  mkdirSync(join(archive, 'centos/7/x86_64'), { recursive: true });
  writeFileSync(join(archive, 'centos/7/x86_64/4.18.0-1.el7.x86_64.btf'), btf);
  writeFileSync(join(archive, 'README.md'), 'not BTF');
  execFileSync('tar', ['-cf', '../archive.tar', '.'], { cwd: archive });
  cpSync(archive, join(directory, 'deeper/in/it'), { recursive: true });
});

const all = ['centos/7/x86_64/4.18.0-1.el7.x86_64', 'ubuntu/20.04/x86_64/5.4.0-26-generic'];

it.each(['btfhub-archive-main', 'deeper', 'archive.tar'])('takes all of %s, once', (name) => {
  expect(importArchive(join(directory, name), '').map(pathOf)).toEqual(all);
  expect(cachedKernels().map(pathOf)).toEqual(all);
  for (const kernel of cachedKernels()) expect(readFileSync(cachedPath(kernel)).equals(btf)).toBe(true);
  expect(importArchive(join(directory, name), '')).toEqual([]);
});

it.each(['btfhub-archive-main', 'archive.tar'])('takes of %s only what is asked for', (name) => {
  expect(importArchive(join(directory, name), 'ubuntu/').map(pathOf)).toEqual([all[1]]);
});

it('says when there is nothing', () => {
  expect(() => importArchive(join(archive, 'README.md'), '')).toThrow('tar');
  mkdirSync(join(directory, 'empty'));
  expect(() => importArchive(join(directory, 'empty'), '')).toThrow('no *.btf and no *.btf.tar.xz below it');
});
