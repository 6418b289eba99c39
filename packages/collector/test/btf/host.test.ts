import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { release, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseOsRelease, thisHost } from '../../src/btf/host';

const directory = mkdtempSync(join(tmpdir(), 'tracee-host-'));
afterAll(() => rmSync(directory, { recursive: true }));

it('reads os-release in all its quotes', () => {
  const text = `# comment\nID=debian\nVERSION_ID="12"\nNAME='Debian GNU/Linux'\nEMPTY=\nPRETTY_NAME="a = b"\nnot a line\n`;
  expect([...parseOsRelease(text)]).toEqual([
    ['ID', 'debian'],
    ['VERSION_ID', '12'],
    ['NAME', 'Debian GNU/Linux'],
    ['EMPTY', ''],
    ['PRETTY_NAME', 'a = b'],
  ]);
});

it('takes OSRELEASE_FILE for the host of a container', () => {
  const source = join(directory, 'os-release');
  writeFileSync(source, 'ID=ubuntu\nVERSION_ID="22.04"\n');
  expect(thisHost({ OSRELEASE_FILE: source })).toMatchObject({
    distribution: 'ubuntu',
    version: '22.04',
    source,
    release: release(),
  });
});

it('has no distribution where the file names none', () => {
  const source = join(directory, 'empty');
  writeFileSync(source, '');
  expect(thisHost({ OSRELEASE_FILE: source })).toMatchObject({ distribution: '', version: '' });
});

it.each([
  ['/nonexistent', 'not there'],
  [directory, 'a directory'],
])('refuses an OSRELEASE_FILE that cannot be read: %s', (source, found) => {
  expect(() => thisHost({ OSRELEASE_FILE: source })).toThrow(`OSRELEASE_FILE: ${source}: ${found}`);
  expect(() => thisHost({ OSRELEASE_FILE: source })).toThrow(expect.objectContaining({ code: 'unsupported' }));
});
