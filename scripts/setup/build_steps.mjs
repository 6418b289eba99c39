import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { inRoot, nodeTool } from './checkout.mjs';
import { goStep } from './go_step.mjs';
import { nodeHeaders } from './node_headers.mjs';
import { pruneCompiled } from './prune.mjs';
import { timed } from './report.mjs';
import { run } from './run.mjs';
import { stamper, upToDate } from './stamp.mjs';

const configuration = ['package-lock.json', 'tsconfig.base.json', 'tsconfig.json'];
const typescriptPackages = ['event-schema', 'collector', 'rules-engine'].map((name) => `packages/${name}`);
const typescriptSources = typescriptPackages.flatMap((directory) =>
  ['src', 'events', 'generate', 'signatures', 'tsconfig.json'].map((part) => `${directory}/${part}`),
);
const generated = [
  'packages/bpf-core/generated',
  'packages/collector/native/generated',
  'packages/event-schema/src/generated',
];
const bpfSources = ['probes', 'include', 'generated', 'Makefile'].map((path) => `packages/bpf-core/${path}`);
/** For --trace event=: a comma list. Asking the rules engine takes half of the time that a start may take. */
export const neededEvents = 'build/needed_events';
/** By the names that the Makefile has. */
const otherArchitecture = process.arch === 'arm64' ? 'x86' : 'arm64';
const generator = 'packages/event-schema/dist/generate/main.js';
const pageGenerator = 'packages/rules-engine/dist/generate/main.js';
const definitions = ['packages/event-schema/events', 'packages/event-schema/generate'];

/** In the order of building. A step runs when an input changed (files and directories, from the checkout's root) or an output is missing. */
export const buildSteps = [
  {
    name: 'typescript',
    title: 'compiling TypeScript',
    inputs: [...configuration, ...typescriptSources],
    outputs: typescriptPackages.map((directory) => `${directory}/dist/src/index.js`),
    work: () => {
      for (const directory of typescriptPackages) pruneCompiled(directory, `${directory}/dist`);
      run(nodeTool('tsc', '-b', ...typescriptPackages));
    },
  },
  {
    name: 'event list',
    title: 'listing the events that the signatures need',
    inputs: ['packages/rules-engine/src', 'packages/rules-engine/signatures', 'packages/event-schema/events'],
    outputs: [neededEvents],
    work: () => {
      const list = run([process.execPath, 'packages/rules-engine/bin/tracee-rules', '--list-events']);
      mkdirSync(inRoot('build'), { recursive: true });
      writeFileSync(inRoot(neededEvents), list);
    },
  },
  {
    name: 'generated',
    title: 'comparing generated files with events and signatures',
    inputs: [...definitions, ...generated, 'packages/rules-engine', 'docs/signatures.md', 'deploy'],
    outputs: [],
    work: () => {
      for (const program of [generator, pageGenerator]) run([process.execPath, program, '--check']);
    },
  },
  {
    name: 'bpf',
    title: 'compiling BPF programs',
    inputs: bpfSources,
    outputs: ['typed', 'raw'].map((build) => `packages/bpf-core/dist/tracee.${build}.bpf.o`),
    work: () => run(['make', '-s', '-C', 'packages/bpf-core']),
  },
  {
    name: 'bpf of the other architecture',
    title: `compiling BPF programs for ${otherArchitecture}`,
    inputs: bpfSources,
    outputs: ['typed', 'raw'].map((build) => `build/${otherArchitecture}/tracee.${build}.bpf.o`),
    work: () =>
      run([
        'make',
        '-s',
        '-C',
        'packages/bpf-core',
        `ARCH=${otherArchitecture}`,
        `OUT=${inRoot('build', otherArchitecture)}`,
      ]),
  },
  {
    name: 'addon',
    title: 'compiling the native addon',
    inputs: [
      'package-lock.json',
      'packages/collector/native',
      'packages/collector/binding.gyp',
      'packages/bpf-core/include',
      'packages/bpf-core/generated',
    ],
    outputs: ['packages/collector/build/Release/collector.node'],
    work: () =>
      run(
        nodeTool(
          'node-gyp',
          'configure',
          'build',
          '--directory',
          'packages/collector',
          '--nodedir',
          nodeHeaders(),
          '--jobs',
          'max',
        ),
      ),
  },
  {
    name: 'triggers',
    title: 'compiling trigger and load programs',
    inputs: ['test/triggers', 'bench/load'],
    outputs: ['build/triggers', 'build/load'],
    work: () => {
      run(['make', '-s', '-C', 'test/triggers']);
      run(['make', '-s', '-C', 'bench/load', '-f', inRoot('test/triggers/Makefile'), `OUT=${inRoot('build/load')}`]);
    },
  },
  {
    name: 'tests',
    title: 'compiling tests',
    inputs: [
      ...configuration,
      ...typescriptSources,
      ...typescriptPackages.map((directory) => `${directory}/test`),
      'test',
      'bench',
      'btf',
    ],
    outputs: ['build/test/test/tsconfig.tsbuildinfo'],
    work: () => {
      pruneCompiled('.', 'build/test');
      run(nodeTool('tsc', '-b'));
    },
  },
  goStep,
];

export const isBuilt = (names) => buildSteps.every((step) => !names.includes(step.name) || upToDate(step));

/** Runs those of the named steps that have something to do. */
export function build(names) {
  for (const step of buildSteps) {
    if (!names.includes(step.name) || upToDate(step)) continue;
    const stamp = stamper(step);
    timed(step.title, step.work);
    stamp();
  }
}

/**
 * Writes the generated files anew. The types among them may be what the compiler complains of, so its first complaints do not count: it
 * writes JavaScript all the same.
 */
export function generate() {
  const compile = () => run(nodeTool('tsc', '-b', 'packages/event-schema'));
  try {
    compile();
  } catch (error) {
    if (!existsSync(inRoot(generator))) throw error;
  }
  process.stdout.write(timed('generating from the event definitions', () => run([process.execPath, generator])));
  timed('compiling the packages', () => run(nodeTool('tsc', '-b', 'packages/rules-engine')));
  process.stdout.write(timed('generating what the signatures give', () => run([process.execPath, pageGenerator])));
}
