import { all, any, type Meta, onWrittenPath, type Signature } from '../src/index';

/** /lib, /lib64, /usr/lib and what lies below, then ld*.so with whatever version. */
const loader = /^\/(?:lib|usr\/lib)(?:.*\/|[^/]*\/)ld[^/]*\.so[^/]*$/;

export default class DefaultLoaderMod implements Signature {
  readonly meta = {
    id: 'TRC-1012',
    name: 'default_loader_mod',
    title: 'Dynamic loader replaced or opened for writing',
    version: '1.0.0',
    severity: 'high',
    tactic: 'defense-evasion',
    technique: { id: 'T1574', name: 'Hijack Execution Flow' },
    description:
      'The dynamic loader, which runs first in nearly every program, was opened for writing or replaced by a rename. An update of the C library replaces it, too, and at a moment that is known.',
    misses: [
      'a rename below a mount point: the event has the path inside the file system, so that a separate file system at the directory hides it',
      'a program that names another loader in its own ELF header',
      'a library that the loader loads: see ld_preload and loader_configuration_modification',
    ],
  } satisfies Meta;

  readonly on = onWrittenPath(
    (path) => all(any(path.startsWith('/lib'), path.startsWith('/usr/lib')), path.contains('.so')),
    {
      isTarget: (path) => loader.test(path),
    },
  );
}
