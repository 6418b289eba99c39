import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ReadyFile } from '../../src/output/ready_file';

let dir: string;
let path: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'ready-'));
  path = join(dir, 'ready');
});
afterEach(() => rmSync(dir, { recursive: true }));

it('is there from write to remove, with the process id, and leaves nothing else', () => {
  const file = new ReadyFile(path);
  expect(existsSync(path)).toBe(false);
  file.write();
  expect(readFileSync(path, 'utf8')).toBe(`${process.pid}\n`);
  expect(readdirSync(dir)).toEqual(['ready']);
  file.remove();
  file.remove();
  expect(readdirSync(dir)).toEqual([]);
});

it('of an earlier run is removed before anything starts', () => {
  writeFileSync(path, '123\n');
  new ReadyFile(path);
  expect(existsSync(path)).toBe(false);
});

it('never replaces another file', () => {
  writeFileSync(path, 'dear all');
  expect(() => new ReadyFile(path)).toThrow('is there and not a ready file');
  expect(readFileSync(path, 'utf8')).toBe('dear all');
});

it('in a directory that does not exist is an error of the output', () => {
  expect(() => new ReadyFile(join(dir, 'none', 'ready')).write()).toThrow(expect.objectContaining({ code: 'output' }));
});
