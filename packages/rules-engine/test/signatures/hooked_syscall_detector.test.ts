import HookedSyscallDetector from '../../signatures/hooked_syscall_detector';
import { event, testSignature } from '../../src/index';

const args = { syscall: 'getdents64', address: 'ffffffffc0001000', function: 'hidden_call', owner: 'rootkit' };

testSignature(HookedSyscallDetector, {
  fires: [
    { name: 'a hooked call', events: [event('hooked_syscall', args)], data: args },
    {
      name: 'each one',
      events: [event('hooked_syscall', args), event('hooked_syscall', { ...args, syscall: 'kill' })],
      findings: 2,
    },
    {
      name: 'by a module that a container loaded',
      events: [event('hooked_syscall', args, { contextFlags: { containerStarted: true } })],
    },
  ],
  quiet: [
    { name: 'another structure hooked', events: [event('hooked_seq_ops', { hooked_seq_ops: ['tcp4_show x [y]'] })] },
  ],
});
