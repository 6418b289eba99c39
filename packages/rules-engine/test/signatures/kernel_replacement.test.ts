import KernelReplacement from '../../signatures/kernel_replacement';
import { event, testSignature } from '../../src/index';

testSignature(KernelReplacement, {
  fires: [
    {
      name: 'from a file',
      events: [event('kexec_file_load', { cmdline: 'root=/dev/sda1' })],
      data: { call: 'kexec_file_load', cmdline: 'root=/dev/sda1' },
    },
    { name: 'from memory', events: [event('kexec_load', {})], data: { call: 'kexec_load', cmdline: null } },
  ],
  quiet: [
    {
      name: 'a kernel for crash dumps',
      events: [event('kexec_load', { flags: 1n }), event('kexec_file_load', { flags: 2n })],
    },
    { name: 'refused', events: [event('kexec_file_load', {}, { returnValue: -1n })] },
  ],
});
