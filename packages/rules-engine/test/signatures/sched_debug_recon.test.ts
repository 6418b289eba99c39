import SchedDebugRecon from '../../signatures/sched_debug_recon';
import { event, testSignature } from '../../src/index';

const open = (pathname: string | null, flags: number) =>
  event('security_file_open', { pathname, flags }, { contextFlags: { containerStarted: true } });

testSignature(SchedDebugRecon, {
  fires: [
    { name: 'opened to read', events: [open('/proc/sched_debug', 0)], data: { path: '/proc/sched_debug', flags: 0 } },
    { name: 'opened to read and write', events: [open('/proc/sched_debug', 2)] },
  ],
  quiet: [
    { name: 'opened to write only', events: [open('/proc/sched_debug', 1)] },
    { name: 'other files', events: [open('/proc/schedstat', 0), open('/tmp/proc/sched_debug', 0)] },
    { name: 'on the host', events: [event('security_file_open', { pathname: '/proc/sched_debug', flags: 0 })] },
  ],
});
