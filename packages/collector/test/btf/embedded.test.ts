import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findEmbedded } from '../../src/btf/embedded';
import { directory, host, layout, packOf } from './pack';

afterAll(() => rmSync(directory, { recursive: true }));

const pack = packOf({
  'debian/12/x86_64/6.1.0-50-amd64': 64,
  'debian/12/x86_64/6.1.0-51-amd64': 64,
  'debian/12/x86_64/6.1.0-50-rt-amd64': 96,
  'debian/12/x86_64/6.1.0-51-rt-amd64': 128,
  'debian/11/x86_64/5.10.0-46-amd64': 96,
  'debian/12/arm64/6.1.0-60-amd64': 96,
});

const find = (release: string, nearest = false, version?: string) =>
  findEmbedded(host(release, version), nearest, pack);

it('finds the kernel that runs, by distribution, version, architecture and release', () => {
  expect(find('6.1.0-50-rt-amd64')).toMatchObject({
    found: { release: '6.1.0-50-rt-amd64', btf: layout(96) },
    where: 'debian/12/x86_64/6.1.0-50-rt-amd64',
  });
});

it.each(['6.1.0-52-amd64', '6.1.0-60-amd64'])('says what it looked for, and where: %s', (release) => {
  expect(find(release)).toEqual({
    missing: `debian/12/x86_64/${release} (by /etc/os-release and uname): not among the kernels of ${pack}`,
  });
});

it('says that the os-release file may be that of a container', () => {
  expect(find('6.1.0-50-amd64', false, '11')).toEqual({
    missing: expect.stringContaining(
      'there is one of debian/12/x86_64: if that is the host, name its os-release file in OSRELEASE_FILE',
    ),
  });
});

describe('--btf-nearest', () => {
  it('takes another of the series when all of them agree, and says which', () => {
    expect(find('6.1.0-57-amd64', true)).toMatchObject({ found: { release: '6.1.0-51-amd64', btf: layout(64) } });
  });

  it('prefers the kernel itself', () => {
    expect(find('6.1.0-50-amd64', true)).toMatchObject({ found: { release: '6.1.0-50-amd64' } });
  });

  it('takes none when they differ, and says how', () => {
    expect(find('6.1.0-57-rt-amd64', true)).toEqual({
      missing: expect.stringMatching(
        /6\.1\.0-57-rt-amd64: the kernels of its series differ.*: 6\.1\.0-50-rt-amd64 \| 6\.1\.0-51-rt-amd64$/,
      ),
    });
  });

  it('takes none of another flavour, series, version or architecture', () => {
    for (const release of ['6.1.0-50-cloud-amd64', '6.2.0-50-amd64', '5.10.0-47-amd64'])
      expect(find(release, true)).toEqual({ missing: expect.stringContaining('no kernel of the series') });
  });
});

it.each([
  ['missing', undefined, 'not there'],
  ['empty', '', 'not a pack of minimal BTF'],
  ['damaged', `minbtf02${'x'.repeat(200)}`, 'damaged: its SHA-256 is another'],
])('takes nothing from a pack that is %s', (_, content, found) => {
  const path = join(directory, 'wrong.pack');
  if (content !== undefined) writeFileSync(path, content);
  expect(findEmbedded(host('6.1.0-50-amd64'), true, path)).toEqual({ missing: `${path}: ${found}` });
});
