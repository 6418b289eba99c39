import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot } from '../../../scripts/setup/checkout.mjs';
import { nodeHeaders } from '../../../scripts/setup/node_headers.mjs';
import { timed } from '../../../scripts/setup/report.mjs';
import { run } from '../../../scripts/setup/run.mjs';
import { stamper, upToDate } from '../../../scripts/setup/stamp.mjs';
import { cacheDirectory } from './cache.mjs';
import { isolatedApt } from './kernels.mjs';

const debian = { source: 'http://deb.debian.org/debian bookworm main', architecture: 'arm64' };
/** Node with all that it is linked with or reads at its start, the addon's library, and a busybox. */
const runtime =
  'nodejs libnode108 libc6 libstdc++6 libgcc-s1 libuv1 libicu72 libssl3 libc-ares2 libnghttp2-14 zlib1g libbrotli1 libelf1 busybox-static ' +
  'node-acorn node-cjs-module-lexer node-undici node-busboy';
const development = 'libbpf-dev libelf-dev zlib1g-dev';
const unread = ['doc', 'man', 'locale', 'lintian', 'bug'].map((name) => `usr/share/${name}`);

/** Triggers of the tests that run there. */
const triggers = ['tree', 'anti_debugging', 'illegitimate_shell', 'fileless_execution', 'syscalls'];
const library = 'lib/aarch64-linux-gnu';

/** Debian's packages for arm64, unpacked: `run` is laid over the guest's root, `build` is compiled against; downloaded when not in the cache. */
function packages() {
  const directory = join(cacheDirectory, 'arm64');
  const found = { run: join(directory, 'run'), build: join(directory, 'build') };
  if (existsSync(directory)) return found;
  mkdirSync(cacheDirectory, { recursive: true });
  timed('fetching Node for arm64', () => {
    const work = mkdtempSync(join(cacheDirectory, 'fetch-'));
    try {
      const apt = isolatedApt(debian, work);
      run(['apt-get', ...apt, '-q', 'update']);
      unpack(runtime.split(' '), apt, work, 'unpacked/run');
      unpack(development.split(' '), apt, work, 'unpacked/build');
      for (const path of unread) rmSync(join(work, 'unpacked/run', path), { recursive: true, force: true });
      renameSync(join(work, 'unpacked'), directory);
    } finally {
      rmSync(work, { recursive: true, force: true });
    }
  });
  return found;
}

function unpack(names, apt, work, into) {
  const debs = join(work, 'debs');
  mkdirSync(debs);
  mkdirSync(join(work, into), { recursive: true });
  run(['sh', '-c', 'cd "$1" && shift && exec apt-get "$@"', 'sh', debs, ...apt, '-q', 'download', ...names]);
  for (const deb of readdirSync(debs)) run(['dpkg-deb', '-x', join(debs, deb), join(work, into)]);
  rmSync(debs, { recursive: true });
}

const addonIncludes = () => [
  join(nodeHeaders(), 'include/node'),
  inRoot('node_modules/node-addon-api'),
  inRoot('packages/bpf-core/include'),
  inRoot('packages/bpf-core/generated'),
];

/** As packages/collector/binding.gyp has it. */
function compileAddon({ run: root, build }) {
  const sources = readdirSync(inRoot('packages/collector/native')).filter((name) => name.endsWith('.cc'));
  const defines = [
    'NAPI_CPP_EXCEPTIONS',
    'NODE_API_SWALLOW_UNTHROWABLE_EXCEPTIONS',
    'NAPI_VERSION=8',
    '_GNU_SOURCE',
    'NODE_GYP_MODULE_NAME=collector',
    'BUILDING_NODE_EXTENSION',
  ];
  const directories = [join(build, 'usr', library), join(root, 'usr', library), join(root, library)];
  run([
    'aarch64-linux-gnu-g++',
    ...'-shared -fPIC -std=c++17 -fexceptions -O1 -fvisibility=hidden'.split(' '),
    ...defines.map((name) => `-D${name}`),
    ...[...addonIncludes(), join(build, 'usr/include')].map((path) => `-I${path}`),
    ...sources.map((name) => inRoot('packages/collector/native', name)),
    ...['-o', inRoot('build/arm64/collector.node')],
    ...directories.map((path) => `-L${path}`),
    ...'-l:libbpf.a -l:libelf.so.1 -l:libz.so.1 -Wl,--exclude-libs,ALL -Wl,--wrap=stderr -Wl,--allow-shlib-undefined'.split(
      ' ',
    ),
  ]);
}

function compile() {
  const step = {
    name: 'addon for arm64',
    inputs: ['packages/collector/native', 'packages/bpf-core/include', 'packages/bpf-core/generated', 'test/triggers'],
    outputs: ['build/arm64/collector.node', ...triggers.map((name) => `build/arm64/triggers/${name}`)],
    work: compileAddon,
  };
  if (upToDate(step)) return;
  const stamp = stamper(step);
  const found = packages();
  timed('compiling addon and triggers for arm64', () => {
    compileAddon(found);
    const out = inRoot('build/arm64/triggers');
    const targets = triggers.map((name) => join(out, name));
    run(['make', '-s', '-C', 'test/triggers', 'CC=aarch64-linux-gnu-gcc', `OUT=${out}`, ...targets]);
  });
  stamp();
}

/** Puts into a staged checkout what is of the machine: Node and libraries, BPF objects, addon and triggers. */
export function stageArm64(root, project) {
  compile();
  cpSync(packages().run, root, { recursive: true, verbatimSymlinks: true });
  const at = (path) => join(root, project, path);
  for (const build of ['typed', 'raw'])
    cpSync(inRoot(`build/arm64/tracee.${build}.bpf.o`), at(`packages/bpf-core/dist/tracee.${build}.bpf.o`));
  cpSync(inRoot('build/arm64/collector.node'), at('packages/collector/build/Release/collector.node'));
  cpSync(inRoot('build/arm64/triggers'), at('build/triggers'), { recursive: true });
}
