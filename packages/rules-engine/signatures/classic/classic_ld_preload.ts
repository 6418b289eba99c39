import {
  any,
  environmentValue,
  type Handlers,
  type Meta,
  type Signature,
  variableSet,
  writeOpen,
} from '../../src/index';

const variables = ['LD_PRELOAD', 'LD_LIBRARY_PATH'];

export default class ClassicLdPreload implements Signature {
  readonly meta = {
    id: 'TRC-7',
    name: 'classic_ld_preload',
    title: 'LD_PRELOAD',
    version: '1.0.0',
    severity: 'medium',
    tactic: 'persistence',
    technique: { id: 'T1574', name: 'Hijack Execution Flow' },
    description:
      'A program was executed with a library of the caller put before its own, or the list of libraries for all programs was opened for writing.',
    misses: ['a variable that a program sets for itself', 'the list replaced by a rename: see TRC-107'],
  } satisfies Meta;

  readonly on = {
    execve: {
      where: ({ args }) => any(...variables.map((name) => variableSet(args.envp, name))),
      handle: ({ args: { envp } }) => ({
        data: Object.fromEntries(
          variables.flatMap((name) => {
            const value = environmentValue(envp, name);
            return value === undefined ? [] : [[name, value]];
          }),
        ),
      }),
    },
    security_file_open: {
      where: ({ args }) => [args.pathname.eq('/etc/ld.so.preload'), writeOpen(args.flags)],
    },
  } satisfies Handlers;
}
