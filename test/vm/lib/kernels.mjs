import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { SetupError, timed } from '../../../scripts/setup/report.mjs';
import { run } from '../../../scripts/setup/run.mjs';
import { cacheDirectory } from './cache.mjs';
import { unpackModules } from './modules.mjs';
import { unpackKernel } from './unpack_kernel.mjs';

export const kernels = JSON.parse(readFileSync(new URL('../kernels.json', import.meta.url), 'utf8'));

/** The path of a kernel's ELF image; downloaded when it is not in the cache. */
export function fetchKernel(kernel) {
  const directory = join(cacheDirectory, 'kernels');
  const image = join(directory, `vmlinux-${kernel.sha256.slice(0, 16)}-${kernel.series}`);
  if (existsSync(image)) return image;
  mkdirSync(directory, { recursive: true });
  const work = mkdtempSync(join(directory, 'fetch-'));
  try {
    timed(`fetching kernel ${kernel.version} (${kernel.package})`, () => {
      const packed = vmlinuz(download(kernel, work), work);
      const unpacked = kernel.architecture === 'arm64' ? packed : unpackKernel(packed);
      writeFileSync(join(work, 'vmlinux'), unpacked);
      renameSync(join(work, 'vmlinux'), image);
    });
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return image;
}

/** The directory that holds, below lib/modules, those modules of a kernel that triggers load; downloaded when it is not in the cache. */
export function fetchModules(kernel) {
  const directory = join(cacheDirectory, 'modules', `${kernel.sha256.slice(0, 16)}-${kernel.series}`);
  if (existsSync(directory)) return directory;
  mkdirSync(join(cacheDirectory, 'modules'), { recursive: true });
  const work = mkdtempSync(join(cacheDirectory, 'modules/fetch-'));
  try {
    timed(`fetching modules ${kernel.version}`, () => {
      unpackModules(download(kernel, work), join(work, 'modules'));
      renameSync(join(work, 'modules'), directory);
    });
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return directory;
}

/** The directory that the packages of a kernel's headers were unpacked to; downloaded when it is not in the cache. */
export function fetchHeaders(kernel) {
  const packages = kernel.headers.map((headers) => ({ ...kernel, ...headers }));
  const directory = join(cacheDirectory, 'headers', packages.map(({ sha256 }) => sha256.slice(0, 16)).join('-'));
  if (existsSync(directory)) return directory;
  mkdirSync(join(cacheDirectory, 'headers'), { recursive: true });
  timed(`fetching headers ${kernel.version}`, () => {
    const unpacked = mkdtempSync(`${directory}.`);
    for (const each of packages) {
      const work = mkdtempSync(join(cacheDirectory, 'headers/fetch-'));
      try {
        run(['dpkg-deb', '-x', download(each, work), unpacked]);
      } finally {
        rmSync(work, { recursive: true, force: true });
      }
    }
    renameSync(unpacked, directory);
  });
  return directory;
}

/** The package file, checked. */
function download(kernel, work) {
  const apt = isolatedApt(kernel, work);
  run(['apt-get', ...apt, '-q', 'update']);
  const versions = run(['apt-cache', ...apt, 'madison', kernel.package]);
  if (!versions.split(/[\s|]+/).includes(kernel.version)) throw gone(kernel, apt);
  run([
    'sh',
    '-c',
    'cd "$1" && shift && exec apt-get "$@"',
    'sh',
    work,
    ...apt,
    '-q',
    'download',
    `${kernel.package}=${kernel.version}`,
  ]);
  const path = join(
    work,
    readdirSync(work).find((name) => name.endsWith('.deb')),
  );
  const sha256 = createHash('sha256').update(readFileSync(path)).digest('hex');
  if (sha256 !== kernel.sha256)
    throw new SetupError(
      `fetch kernel: ${kernel.package}: sha256 is ${sha256}, not ${kernel.sha256} as in test/vm/kernels.json`,
    );
  return path;
}

function gone(kernel, apt) {
  const found = run([
    'apt-cache',
    ...apt,
    'search',
    '--names-only',
    `^linux-image-${kernel.series.replace('.', '[.]')}[.].*-cloud-amd64$`,
  ]);
  const names = found
    .split('\n')
    .filter(Boolean)
    .map((line) => line.split(' ')[0]);
  const remedy = `pin another one in test/vm/kernels.json: ${names.join(', ') || 'this source has none of the series'}`;
  return new SetupError(
    `fetch kernel: ${kernel.package} ${kernel.version}: not in ${kernel.source} any more (${remedy})`,
  );
}

/** Options that give apt one source, with lists and cache of its own: the system's are neither read nor changed. */
export function isolatedApt({ source, architecture = 'amd64' }, work) {
  const [uri, suite, ...components] = source.split(' ');
  const sources = join(work, 'sources.list');
  writeFileSync(
    sources,
    `deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] ${uri} ${suite} ${components.join(' ')}\n`,
  );
  for (const directory of ['lists/partial', 'cache/archives/partial'])
    mkdirSync(join(work, directory), { recursive: true });
  const options = {
    'Dir::Etc::sourcelist': sources,
    'Dir::Etc::sourceparts': '/dev/null',
    'Dir::State::lists': join(work, 'lists'),
    'Dir::State::status': '/dev/null',
    'Dir::Cache': join(work, 'cache'),
    'APT::Architecture': architecture,
    // the signed lists of an old suite expire; what is downloaded is pinned by its sha256
    'Acquire::Check-Valid-Until': 'false',
    'APT::Update::Error-Mode': 'any',
    'APT::Sandbox::User': 'root',
  };
  return Object.entries(options).flatMap(([name, value]) => ['-o', `${name}=${value}`]);
}

function vmlinuz(deb, work) {
  run(['sh', '-c', 'dpkg-deb --fsys-tarfile "$1" | tar -x -C "$2" --wildcards "./boot/vmlinuz-*"', 'sh', deb, work]);
  const boot = join(work, 'boot');
  return readFileSync(join(boot, readdirSync(boot)[0]));
}
