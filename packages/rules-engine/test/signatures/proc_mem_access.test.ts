import ProcMemAccess from '../../signatures/proc_mem_access';
import { event, testSignature } from '../../src/index';

const open = (pathname: string | null, flags: number) => event('security_file_open', { pathname, flags });

testSignature(ProcMemAccess, {
  fires: [
    { name: 'opened to read', events: [open('/proc/44/mem', 0)], data: { path: '/proc/44/mem', flags: 0 } },
    { name: 'opened to read and write', events: [open('/proc/44/mem', 2)] },
  ],
  quiet: [
    { name: 'opened to write only', events: [open('/proc/44/mem', 1)] },
    {
      name: 'other files',
      events: [
        open('/proc/meminfo', 0),
        open('/proc/44/maps', 0),
        open('/tmp/proc/44/mem', 0),
        open('/proc/sys/mem', 0),
      ],
    },
  ],
});
