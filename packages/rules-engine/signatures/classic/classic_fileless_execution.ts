import { all, any, type Handlers, type Meta, not, type Signature, under } from '../../src/index';

/** runc executes a copy of itself, on the host, before it enters a container. */
const ofRunc = 'memfd:runc';

export default class ClassicFilelessExecution implements Signature {
  readonly meta = {
    id: 'TRC-5',
    name: 'classic_fileless_execution',
    title: 'Fileless execution',
    version: '1.0.0',
    severity: 'medium',
    tactic: 'defense-evasion',
    technique: { id: 'T1027', name: 'Obfuscated Files or Information' },
    description: 'A program was executed that lies in memory only.',
    misses: ['a program on another memory file system', 'on the host, one named as the copy that runc makes of itself'],
  } satisfies Meta;

  readonly on = {
    sched_process_exec: {
      where: ({ args, origin }) =>
        any(
          all(
            args.pathname.startsWith('memfd:'),
            not(all(not(origin.is('container')), args.pathname.startsWith(ofRunc))),
          ),
          under(args.pathname, '/dev/shm', '/run/shm'),
        ),
      handle: ({ args }) => ({ data: { path: args.pathname } }),
    },
  } satisfies Handlers;
}
