import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { aptDirectory, cachedPath, isCached, write } from '../cache';
import type { Kernel } from '../kernel';
import { run } from '../run';
import { btfOfVmlinuz } from './vmlinuz';

const main = 'http://deb.debian.org/debian';
const security = 'http://deb.debian.org/debian-security';

/** Where Debian keeps kernels, by VERSION_ID. */
const suites: Readonly<Record<string, readonly string[]>> = {
  11: [`${main} bullseye`, `${security} bullseye-security`],
  12: [`${main} bookworm`, `${main} bookworm-backports`, `${security} bookworm-security`],
  13: [`${main} trixie`, `${security} trixie-security`],
};

/** The series that are packed, with their flavours: plain, cloud and rt. */
const packages = /^linux-image-((?:5\.10|6\.1|6\.12)\.\d.*?(?:-cloud|-rt)?-amd64)$/;

export interface DebianPackage {
  readonly name: string;
  readonly kernel: Kernel;
  readonly apt: readonly string[];
}

/** Every kernel that Debian offers now. */
export function debianPackages(): DebianPackage[] {
  return Object.entries(suites).flatMap(([version, lines]) => {
    const apt = isolatedApt(version, lines);
    run(['apt-get', ...apt, '-q', 'update']);
    const names = run(['apt-cache', ...apt, 'pkgnames', 'linux-image-'])
      .split('\n')
      .sort();
    return names.flatMap((name) => {
      const release = packages.exec(name)?.[1];
      return release === undefined
        ? []
        : [{ name, apt, kernel: { distribution: 'debian', version, arch: 'x86_64', release } }];
    });
  });
}

/** Puts the BTF of a package's kernel into the cache. The package itself is checked by apt, and not kept. */
export async function fetchDebian({ name, apt, kernel }: DebianPackage): Promise<void> {
  if (isCached(kernel)) return;
  const work = mkdtempSync(join(aptDirectory(kernel.version), 'fetch-'));
  try {
    run(['apt-get', ...apt, '-q', 'download', name], work);
    const script = 'dpkg-deb --fsys-tarfile ./*.deb | tar -x --occurrence=1 --wildcards "./boot/vmlinuz-*"';
    run(['sh', '-c', script], work);
    const boot = join(work, 'boot');
    const image = readdirSync(boot)[0];
    if (image === undefined) throw new Error(`fetch ${name}: no boot/vmlinuz in it`);
    write(cachedPath(kernel), await btfOfVmlinuz(readFileSync(join(boot, image)), work));
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Options that give apt sources, lists and a cache of its own: the system's are neither read nor changed. */
function isolatedApt(version: string, lines: readonly string[]): string[] {
  const directory = aptDirectory(version);
  for (const part of ['lists/partial', 'cache/archives/partial']) mkdirSync(join(directory, part), { recursive: true });
  const sources = join(directory, 'sources.list');
  const keys = '[signed-by=/usr/share/keyrings/debian-archive-keyring.gpg]';
  writeFileSync(sources, lines.map((line) => `deb ${keys} ${line} main\n`).join(''));
  const options = {
    'Dir::Etc::sourcelist': sources,
    'Dir::Etc::sourceparts': '/dev/null',
    'Dir::State::lists': join(directory, 'lists'),
    'Dir::Cache': join(directory, 'cache'),
    'APT::Architecture': 'amd64',
    'APT::Sandbox::User': 'root',
    'APT::Update::Error-Mode': 'any',
  };
  return Object.entries(options).flatMap(([name, value]) => ['-o', `${name}=${value}`]);
}
