import type { Handlers, Meta, Signature } from '../src/index';

export default class ContainerOpenByHandle implements Signature {
  readonly meta = {
    id: 'TTS-2025',
    name: 'container_open_by_handle',
    title: 'Container opened a file by its handle',
    version: '1.0.0',
    severity: 'high',
    tactic: 'privilege-escalation',
    technique: { id: 'T1611', name: 'Escape to Host' },
    description:
      'A program in a container opened a file by its handle. A handle names a file by its inode on the whole file system, not below the root of the container, so that a guessed one reaches any file of the host.',
    misses: ['a handle opened in a user namespace of a process outside the container'],
  } satisfies Meta;

  readonly on = {
    open_by_handle_at: {
      where: ({ origin }) => origin.is('container'),
      handle: ({ args, returnValue }) => ({
        data: { mount_fd: args.mount_fd, flags: args.flags, returned: returnValue },
      }),
    },
  } satisfies Handlers;
}
