import CgroupReleaseAgent from '../../signatures/cgroup_release_agent';
import { event, testSignature } from '../../src/index';

const open = (pathname: string | null, flags: number) =>
  event('security_file_open', { pathname, flags }, { contextFlags: { containerStarted: true } });
const rename = (old_path: string, new_path: string) =>
  event('security_inode_rename', { old_path, new_path }, { contextFlags: { containerStarted: true } });

testSignature(CgroupReleaseAgent, {
  fires: [
    {
      name: 'written in a container',
      events: [open('/tmp/cgrp/release_agent', 1)],
      data: { path: '/tmp/cgrp/release_agent', how: 'open', flags: 1 },
    },
    {
      name: 'replaced in a container',
      events: [rename('/tmp/x', '/tmp/cgrp/release_agent')],
      data: { path: '/tmp/cgrp/release_agent', how: 'rename', old_path: '/tmp/x' },
    },
  ],
  quiet: [
    { name: 'read', events: [open('/tmp/cgrp/release_agent', 0)] },
    { name: 'renamed away', events: [rename('/tmp/release_agent', '/tmp/x')] },
    {
      name: 'on the host',
      events: [
        event('security_file_open', { pathname: '/sys/fs/cgroup/release_agent', flags: 1 }),
        event('security_inode_rename', { new_path: '/x/release_agent' }),
      ],
    },
    { name: 'another name', events: [open('/tmp/cgrp/release_agents', 1)] },
  ],
});
