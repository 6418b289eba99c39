import { basename, type Handlers, type Meta, type Signature } from '../src/index';

const loader = /^ld(?:-linux[^/]*|-musl[^/]*|-\d[\d.]*)?\.so(?:\.\d+)?$/;

/** Options by which the loader tells something and runs nothing. */
const asks = new Set(['--verify', '--list', '--help', '--version', '--list-tunables', '--list-diagnostics']);

export default class LoaderExecution implements Signature {
  readonly meta = {
    id: 'TTS-2018',
    name: 'loader_execution',
    title: 'Program started through the dynamic loader',
    version: '1.0.0',
    severity: 'medium',
    tactic: 'defense-evasion',
    technique: { id: 'T1218', name: 'System Binary Proxy Execution' },
    description:
      'The dynamic loader was executed itself, with a program as its argument. The program runs although it is not executable or lies on a noexec mount, and rules on the executed file see the loader. ldd asks the loader like this, with an option that runs nothing.',
    misses: ['a loader copied to another name', "a loader of one's own, and memory mapped by hand"],
  } satisfies Meta;

  readonly on = {
    sched_process_exec: {
      where: ({ args }) => [args.pathname.basename.startsWith('ld'), args.pathname.contains('.so')],
      handle: ({ args: { pathname, argv } }) =>
        pathname !== null &&
        loader.test(basename(pathname)) &&
        argv !== null &&
        argv.length > 1 &&
        !argv.some((word) => asks.has(word))
          ? { data: { pathname, argv } }
          : undefined,
    },
  } satisfies Handlers;
}
