import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { withBtfPath } from '../../src/btf/btf_path';

const bytes = Buffer.from('btf');
const inMemory = { of: 'embedded', bytes, id: '', release: '' } as const;

it('gives BTF in memory a file that only this user can read, and takes it away', async () => {
  const path = await withBtfPath(inMemory, async (path = '') => {
    expect(readFileSync(path)).toEqual(bytes);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(statSync(dirname(path)).mode & 0o777).toBe(0o700);
    return path;
  });
  expect(existsSync(dirname(path))).toBe(false);
});

it('takes it away when the load fails', async () => {
  let used = '';
  const failing = withBtfPath({ of: 'built', bytes, path: '' }, async (path = '') => {
    used = path;
    throw new Error('does not load');
  });
  await expect(failing).rejects.toThrow('does not load');
  expect(existsSync(dirname(used))).toBe(false);
});

it("needs no file for the kernel's own BTF, and makes none of a given one", async () => {
  expect(await withBtfPath({ of: 'kernel' }, async (path) => path)).toBeUndefined();
  expect(await withBtfPath({ of: 'none' }, async (path) => path)).toBeUndefined();
  expect(await withBtfPath({ of: 'file', path: '/given.btf' }, async (path) => path)).toBe('/given.btf');
});
