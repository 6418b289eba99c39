import IoUringUnlink from '../../signatures/io_uring_unlink';
import { event, testSignature } from '../../src/index';

testSignature(IoUringUnlink, {
  fires: [
    {
      name: 'removed',
      events: [event('security_inode_unlink', { pathname: '/var/log/x' }, { syscall: 426 })],
      data: { path: '/var/log/x', how: 'unlink' },
    },
    {
      name: 'renamed',
      events: [
        event(
          'security_inode_rename',
          { old_path: '/a', new_path: '/b' },
          { contextFlags: { ioWorker: true }, syscall: -1 },
        ),
      ],
      data: { path: '/a', how: 'rename', new_path: '/b' },
    },
    {
      name: "removed, as Tracee's own events tell it",
      events: [event('security_inode_unlink', { pathname: '/a' }, { processName: 'iou-wrk-8', syscall: -1 })],
    },
  ],
  quiet: [
    {
      name: 'by unlinkat and renameat2',
      events: [
        event('security_inode_unlink', { pathname: '/x' }, { syscall: 263 }),
        event('security_inode_rename', { old_path: '/a' }, { syscall: 316 }),
      ],
    },
  ],
});
