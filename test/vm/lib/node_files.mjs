import { realpathSync } from 'node:fs';
import { run } from '../../../scripts/setup/run.mjs';

/** Everything that this Node and the addons need beside themselves to run, as paths of this machine. */
export const filesOfNode = (addons) => [
  ...sharedBuiltins(),
  ...sharedLibraries([realpathSync(process.execPath), ...addons]),
];

/** Debian's Node reads parts of its own JavaScript from files; their paths are compiled in. */
const sharedBuiltins = () =>
  (process.config.target_defaults.defines ?? []).flatMap(
    (define) => /^NODE_SHARED_BUILTIN_\w+_PATH=(.*)$/.exec(define)?.[1] ?? [],
  );

/** What the programs are linked with, the loader included. */
const sharedLibraries = (paths) => [
  ...new Set(
    paths.flatMap((path) => [...run(['ldd', path]).matchAll(/(?:=> )?(\/\S+) \(0x/g)].map(([, library]) => library)),
  ),
];
