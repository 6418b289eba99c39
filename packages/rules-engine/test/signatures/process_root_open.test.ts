import ProcessRootOpen from '../../signatures/process_root_open';
import { event, testSignature } from '../../src/index';

const container = { contextFlags: { containerStarted: true } };
const open = (syscall_pathname: string) =>
  event('security_file_open', { pathname: '/etc/shadow', syscall_pathname }, container);

testSignature(ProcessRootOpen, {
  fires: [
    {
      name: 'the root of process 1',
      events: [open('/proc/1/root/etc/shadow')],
      data: { path: '/etc/shadow', written: '/proc/1/root/etc/shadow', flags: 0 },
    },
    { name: 'its directory', events: [open('/proc/1/cwd/../x'), open('/proc/7/task/8/root/x')], findings: 2 },
  ],
  quiet: [
    { name: 'the own root', events: [open('/proc/self/root/etc/hosts')] },
    {
      name: 'other files of a process',
      events: [open('/proc/1/status'), open('/proc/1/rootx/a'), open('/tmp/proc/1/root/x')],
    },
    {
      name: 'on the host',
      events: [event('security_file_open', { pathname: '/etc/shadow', syscall_pathname: '/proc/1/root/etc/shadow' })],
    },
  ],
});
