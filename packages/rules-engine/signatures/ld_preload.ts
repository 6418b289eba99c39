import { environmentValue, type Handlers, type Meta, onWrittenPath, type Signature } from '../src/index';

const variables = ['LD_PRELOAD', 'LD_LIBRARY_PATH'];

export default class LdPreload implements Signature {
  readonly meta = {
    id: 'TRC-107',
    name: 'ld_preload',
    title: 'Library forced into programs',
    version: '1.0.0',
    severity: 'medium',
    tactic: 'persistence',
    technique: { id: 'T1574', name: 'Hijack Execution Flow' },
    description:
      'A program was started with LD_PRELOAD or LD_LIBRARY_PATH in its environment, or /etc/ld.so.preload was opened for writing or replaced. The dynamic loader then takes code that the program did not ask for. Test tools and some installations set the variables, too.',
    misses: [
      'the variables when the collector sends no environments (--output exec-env)',
      'LD_AUDIT, and a library that replaces one the program asks for',
      'a program that sets the variable for itself and loads by dlopen',
      '/etc/ld.so.preload below a mount point of its own',
    ],
  } satisfies Meta;

  readonly on = {
    ...onWrittenPath((path) => path.endsWith('/etc/ld.so.preload')),
    sched_process_exec: {
      where: ({ args }) => args.env.some.startsWith('LD_'),
      handle: ({ args: { env, pathname } }) => {
        const found = variables.flatMap((name) => {
          const value = environmentValue(env, name);
          return value === undefined ? [] : [[name, `${name}=${value}`] as const];
        });
        return found.length === 0 ? undefined : { data: { ...Object.fromEntries(found), pathname } };
      },
    },
  } satisfies Handlers;
}
