import ProcBindMount from '../../signatures/proc_bind_mount';
import { event, testSignature } from '../../src/index';

testSignature(ProcBindMount, {
  fires: [
    {
      name: 'a bind mount',
      events: [event('security_sb_mount', { dev_name: '/tmp/empty', path: '/proc/4242', flags: 4096n })],
      data: { path: '/proc/4242', dev_name: '/tmp/empty', type: null, flags: 4096n },
    },
    {
      name: 'a tmpfs on a part of it',
      events: [event('security_sb_mount', { dev_name: 'none', path: '/proc/4242/task', type: 'tmpfs' })],
    },
  ],
  quiet: [
    {
      name: 'other directories of /proc',
      events: [
        event('security_sb_mount', { path: '/proc/sys' }),
        event('security_sb_mount', { path: '/proc' }),
        event('security_sb_mount', { path: '/proc/12x' }),
      ],
    },
    { name: '/proc of another root', events: [event('security_sb_mount', { path: '/mnt/proc/1' })] },
  ],
});
