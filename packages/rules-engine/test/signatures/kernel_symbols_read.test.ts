import KernelSymbolsRead from '../../signatures/kernel_symbols_read';
import { event, testSignature } from '../../src/index';

const open = (pathname: string | null, flags: number) =>
  event('security_file_open', { pathname, flags }, { userId: 1000 });

testSignature(KernelSymbolsRead, {
  fires: [
    {
      name: 'each of them',
      events: [open('/proc/kallsyms', 2), open('/boot/System.map-6.1.0-1-amd64', 2)],
      findings: 2,
      data: { path: '/boot/System.map-6.1.0-1-amd64', flags: 2 },
    },
  ],
  quiet: [
    { name: 'other files', events: [open('/proc/kmsg', 2), open('/proc/modules', 2), open('/tmp/proc/kallsyms', 2)] },
    { name: 'root on the host', events: [event('security_file_open', { pathname: '/proc/kallsyms' })] },
  ],
});
