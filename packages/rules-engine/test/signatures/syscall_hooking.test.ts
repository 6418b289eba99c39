import SyscallHooking from '../../signatures/syscall_hooking';
import { event, testSignature } from '../../src/index';

const hooked = (syscall: string, address = 'ffffffffc0001000') =>
  event('hooked_syscall', { syscall, address, function: 'hidden_call', owner: 'rootkit' });

testSignature(SyscallHooking, {
  fires: [
    {
      name: 'a hooked call',
      events: [hooked('getdents64')],
      data: { syscall: 'getdents64', address: 'ffffffffc0001000', function: 'hidden_call', owner: 'rootkit' },
    },
    { name: 'each one', events: [hooked('kill'), hooked('open')], findings: 2 },
  ],
  quiet: [
    { name: 'another structure hooked', events: [event('hooked_proc_fops', { hooked_fops_pointers: ['x [y]'] })] },
  ],
});
