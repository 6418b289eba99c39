import ClassicCgroupReleaseAgent from '../../../signatures/classic/classic_cgroup_release_agent';
import { event, testSignature } from '../../../src/index';

const open = (pathname: string, flags: number, context = {}) =>
  event('security_file_open', { pathname, flags }, context);
const container = { contextFlags: { containerStarted: true }, containerId: 'c1' };

testSignature(ClassicCgroupReleaseAgent, {
  fires: [
    {
      name: 'written',
      events: [open('/sys/fs/cgroup/rdma/release_agent', 1, container)],
      data: { 'File Flags': 1, 'File Path': '/sys/fs/cgroup/rdma/release_agent' },
    },
  ],
  quiet: [
    {
      name: 'read, another file, the host',
      events: [open('/x/release_agent', 0, container), open('/x/release', 1, container), open('/x/release_agent', 1)],
    },
  ],
});
