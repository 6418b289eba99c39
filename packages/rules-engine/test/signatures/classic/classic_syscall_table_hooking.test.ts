import ClassicSyscallTableHooking from '../../../signatures/classic/classic_syscall_table_hooking';
import { event, testSignature } from '../../../src/index';

testSignature(ClassicSyscallTableHooking, {
  fires: [
    {
      name: 'one',
      events: [event('hooked_syscall', { syscall: 'kill', address: 'ffffffffc0001000', owner: 'rootkit' })],
      data: { syscall: 'kill', address: 'ffffffffc0001000', owner: 'rootkit' },
    },
  ],
  quiet: [{ name: 'another kind of hook', events: [event('hooked_proc_fops', { hooked_fops_pointers: [] })] }],
});
