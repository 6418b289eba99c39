import ProcKcoreRead from '../../signatures/proc_kcore_read';
import { event, testSignature } from '../../src/index';

const open = (pathname: string | null, flags: number) =>
  event('security_file_open', { pathname, flags }, { contextFlags: { containerStarted: true } });

testSignature(ProcKcoreRead, {
  fires: [
    { name: 'opened to read', events: [open('/proc/kcore', 0)], data: { path: '/proc/kcore', flags: 0 } },
    { name: 'opened to read and write', events: [open('/proc/kcore', 2)] },
  ],
  quiet: [
    { name: 'opened to write only', events: [open('/proc/kcore', 1)] },
    { name: 'other files', events: [open('/proc/kallsyms', 0), open('/tmp/kcore', 0)] },
    { name: 'on the host', events: [event('security_file_open', { pathname: '/proc/kcore', flags: 0 })] },
  ],
});
