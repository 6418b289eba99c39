import ContainerRuntimeOverwrite from '../../signatures/container_runtime_overwrite';
import { event, testSignature } from '../../src/index';

const open = (pathname: string | null, flags: number) =>
  event('security_file_open', { pathname, flags }, { contextFlags: { containerStarted: true } });

testSignature(ContainerRuntimeOverwrite, {
  fires: [
    {
      name: 'each of them',
      events: [open('/usr/bin/runc', 1), open('/usr/sbin/crun', 1), open('/usr/local/bin/youki', 1)],
      findings: 3,
      data: { path: '/usr/local/bin/youki', flags: 1 },
    },
  ],
  quiet: [
    { name: 'other files', events: [open('/usr/bin/runcx', 1), open('/usr/bin/runc/x', 1)] },
    { name: 'on the host', events: [event('security_file_open', { pathname: '/usr/bin/runc', flags: 1 })] },
    { name: 'read, to execute it', events: [open('/usr/bin/runc', 0)] },
  ],
});
