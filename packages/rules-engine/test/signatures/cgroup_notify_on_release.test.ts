import CgroupNotifyOnRelease from '../../signatures/cgroup_notify_on_release';
import { event, testSignature } from '../../src/index';

const open = (pathname: string | null, flags: number) =>
  event('security_file_open', { pathname, flags }, { contextFlags: { containerStarted: true } });

testSignature(CgroupNotifyOnRelease, {
  fires: [
    {
      name: 'written in a container',
      events: [open('/sys/fs/cgroup/rdma/x/notify_on_release', 1)],
      data: { path: '/sys/fs/cgroup/rdma/x/notify_on_release', flags: 1 },
    },
    { name: 'opened to read and write', events: [open('/tmp/cgrp/notify_on_release', 2)] },
  ],
  quiet: [
    { name: 'read', events: [open('/tmp/cgrp/notify_on_release', 0)] },
    {
      name: 'a file whose name ends alike',
      events: [open('/tmp/xnotify_on_release', 1), open('/tmp/notify_on_release/x', 1)],
    },
    {
      name: 'on the host',
      events: [event('security_file_open', { pathname: '/sys/fs/cgroup/x/notify_on_release', flags: 1 })],
    },
  ],
});
