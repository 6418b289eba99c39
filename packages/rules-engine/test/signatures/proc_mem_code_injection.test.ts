import ProcMemCodeInjection from '../../signatures/proc_mem_code_injection';
import { event, testSignature } from '../../src/index';

const open = (pathname: string | null, flags: number) => event('security_file_open', { pathname, flags });

testSignature(ProcMemCodeInjection, {
  fires: [
    { name: 'opened to write', events: [open('/proc/44/mem', 1)], data: { path: '/proc/44/mem', flags: 1 } },
    { name: 'opened to read and write', events: [open('/proc/44/mem', 2)] },
  ],
  quiet: [
    { name: 'opened to read only', events: [open('/proc/44/mem', 0)] },
    {
      name: 'other files',
      events: [open('/proc/44/clear_refs', 1), open('/tmp/proc/44/mem', 1), open('/proc/x/mem', 1)],
    },
  ],
});
