import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { builtDirectory, builtName, findBuilt } from '../../src/btf/built';
import { configDigest, configOption, kernelConfig } from '../../src/btf/kernel_config';

const directory = mkdtempSync(join(tmpdir(), 'tracee-built-'));
afterAll(() => rmSync(directory, { recursive: true }));
const path = (name: string) => join(directory, name);

const release = '5.10.0-46-amd64';
const text = 'CONFIG_SMP=y\nCONFIG_HZ=250\n# CONFIG_RANDSTRUCT is not set\n';
const other = text.replace('=y', '=n');

describe('the configuration', () => {
  it('has one name, whatever the order and the comments', () => {
    expect(configDigest('# made\nCONFIG_HZ=250\n\nCONFIG_SMP=y')).toBe(configDigest(text));
    expect(configDigest(other)).not.toBe(configDigest(text));
  });

  it('is the same in packages of headers, which are signed with other keys', () => {
    expect(
      configDigest(`${text}CONFIG_MODULE_SIG_KEY="a"\nCONFIG_BUILD_SALT="b"\nCONFIG_SYSTEM_TRUSTED_KEYS=""\n`),
    ).toBe(configDigest(text));
  });

  it('is read plain and compressed, from KCONFIG_FILE', () => {
    writeFileSync(path('config'), text);
    writeFileSync(path('config.gz'), gzipSync(text));
    for (const name of ['config', 'config.gz'])
      expect(kernelConfig(release, path(name))).toEqual({ path: path(name), text });
    expect([configOption(text, 'HZ'), configOption(text, 'RANDSTRUCT')]).toEqual(['250', undefined]);
  });

  it.each([
    ['missing', undefined, 'not there'],
    ['no configuration', 'hello', 'no kernel configuration in it'],
    ['damaged', Buffer.from('1f8b0800', 'hex'), 'unexpected end of file'],
  ])('is refused when KCONFIG_FILE is %s', (name, content, found) => {
    if (content !== undefined) writeFileSync(path(name), content);
    expect(() => kernelConfig(release, path(name))).toThrow(`KCONFIG_FILE: ${path(name)}: ${found}`);
  });

  it('may be nowhere', () =>
    expect(kernelConfig('0.0.0-none', undefined)?.path ?? '/proc/config.gz').toBe('/proc/config.gz'));
});

describe('BTF that was built', () => {
  const cache = path('cache');
  const config = { path: '/boot/config', text };
  const name = builtName(release, text);
  beforeEach(() => mkdirSync(cache, { recursive: true }));
  afterEach(() => rmSync(cache, { recursive: true }));
  const put = (file: string, content = 'btf') => writeFileSync(join(cache, file), content);

  it('is kept where TRACEE_BTF_CACHE says, by release and configuration', () => {
    expect([builtDirectory({}), builtDirectory({ TRACEE_BTF_CACHE: '/x' })]).toEqual(['/var/cache/tracee/btf', '/x']);
    expect(name).toMatch(/^5\.10\.0-46-amd64\.[0-9a-f]{16}\.btf$/);
  });

  it('is found by both', () => {
    put(name);
    put(builtName(release, other), 'another');
    expect(findBuilt(cache, release, config)).toEqual({ found: Buffer.from('btf'), where: join(cache, name) });
  });

  it('is not that of another configuration, or another release', () => {
    put(builtName(release, other));
    put(builtName(`${release}.1`, text));
    expect(findBuilt(cache, release, config)).toEqual({
      missing: `${cache}: no ${name}, but ${builtName(release, other)}: of another configuration than /boot/config`,
    });
    expect(findBuilt(cache, '5.10.0-46', config)).toEqual({
      missing: expect.not.stringContaining('another configuration'),
    });
  });

  it('is the only one of the release where the configuration is not to be seen', () => {
    put(name);
    expect(findBuilt(cache, release, undefined)).toMatchObject({ where: join(cache, name) });
    put(builtName(release, other));
    expect(findBuilt(cache, release, undefined)).toEqual({
      missing: expect.stringContaining('which one cannot be told'),
    });
  });

  it('may be nowhere', () => {
    expect(findBuilt(cache, release, config)).toEqual({ missing: `${cache}: no ${name}` });
    expect(findBuilt('/nonexistent', release, config)).toEqual({ missing: '/nonexistent: not there' });
  });
});
