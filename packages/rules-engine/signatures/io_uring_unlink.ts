import { byIoUring, type Handlers, type Meta, type Signature } from '../src/index';

export default class IoUringUnlink implements Signature {
  readonly meta = {
    id: 'TTS-2011',
    name: 'io_uring_unlink',
    title: 'File removed or renamed through io_uring',
    version: '1.0.0',
    severity: 'medium',
    tactic: 'defense-evasion',
    technique: { id: 'T1562.001', name: 'Disable or Modify Tools' },
    description:
      'A name of a file was removed or changed by a request in an io_uring: no unlink or rename is called, so that rules on system calls see nothing. Few programs use a ring for that.',
    misses: ['a file that is emptied, not removed'],
  } satisfies Meta;

  readonly on = {
    security_inode_unlink: {
      where: byIoUring,
      handle: ({ args }) => ({ data: { path: args.pathname, how: 'unlink' } }),
    },
    security_inode_rename: {
      where: byIoUring,
      handle: ({ args }) => ({ data: { path: args.old_path, how: 'rename', new_path: args.new_path } }),
    },
  } satisfies Handlers;
}
