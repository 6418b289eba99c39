import AslrInspection from '../../signatures/aslr_inspection';
import { event, testSignature } from '../../src/index';

const open = (pathname: string | null, flags: number) => event('security_file_open', { pathname, flags });

testSignature(AslrInspection, {
  fires: [
    {
      name: 'opened to read',
      events: [open('/proc/sys/kernel/randomize_va_space', 0)],
      data: { path: '/proc/sys/kernel/randomize_va_space', flags: 0 },
    },
    { name: 'opened to read and write', events: [open('/proc/sys/kernel/randomize_va_space', 2)] },
  ],
  quiet: [
    { name: 'opened to write only', events: [open('/proc/sys/kernel/randomize_va_space', 1)] },
    { name: 'other files', events: [open('/proc/sys/kernel/randomize', 0), open('/tmp/randomize_va_space', 0)] },
  ],
});
