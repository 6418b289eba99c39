import ClassicCodeInjection from '../../../signatures/classic/classic_code_injection';
import { event, testSignature } from '../../../src/index';

const open = (pathname: string, flags: number) => event('security_file_open', { pathname, flags });

testSignature(ClassicCodeInjection, {
  fires: [
    { name: 'PTRACE_POKETEXT', events: [event('ptrace', { request: 4n })] },
    { name: 'memory opened for writing', events: [open('/proc/12/mem', 1)], data: { path: '/proc/12/mem' } },
    {
      name: 'process_vm_writev',
      events: [event('process_vm_writev', { pid: 12 }, { processId: 7 })],
      data: { target_pid: 12 },
    },
  ],
  quiet: [
    { name: 'other requests', events: [event('ptrace', { request: 5n })] },
    { name: 'memory opened for reading', events: [open('/proc/12/mem', 0), open('/proc/12/maps', 1)] },
    { name: 'its own memory', events: [event('process_vm_writev', { pid: 7 }, { processId: 7 })] },
  ],
});
