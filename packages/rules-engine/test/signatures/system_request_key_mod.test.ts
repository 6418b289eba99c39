import SystemRequestKeyMod from '../../signatures/system_request_key_mod';
import { event, testSignature } from '../../src/index';

const open = (pathname: string | null, flags: number) =>
  event('security_file_open', { pathname, flags }, { contextFlags: { containerStarted: true } });

testSignature(SystemRequestKeyMod, {
  fires: [
    {
      name: 'opened to write',
      events: [open('/proc/sysrq-trigger', 1)],
      data: { path: '/proc/sysrq-trigger', flags: 1 },
    },
    { name: 'opened to read and write', events: [open('/proc/sysrq-trigger', 2)] },
  ],
  quiet: [
    { name: 'opened to read only', events: [open('/proc/sysrq-trigger', 0)] },
    { name: 'other files', events: [open('/proc/sys/kernel/sysctl_writes_strict', 1), open('/tmp/sysrq-trigger', 1)] },
    { name: 'on the host', events: [event('security_file_open', { pathname: '/proc/sysrq-trigger', flags: 1 })] },
  ],
});
