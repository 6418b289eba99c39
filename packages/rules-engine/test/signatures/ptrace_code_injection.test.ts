import PtraceCodeInjection from '../../signatures/ptrace_code_injection';
import { event, testSignature } from '../../src/index';

testSignature(PtraceCodeInjection, {
  fires: [
    {
      name: 'PTRACE_POKETEXT',
      events: [event('ptrace', { request: 4n, pid: 77 })],
      data: { request: 'PTRACE_POKETEXT', target_pid: 77 },
    },
    {
      name: 'PTRACE_POKEDATA',
      events: [event('ptrace', { request: 5n, pid: 78 })],
      data: { request: 'PTRACE_POKEDATA', target_pid: 78 },
    },
  ],
  quiet: [
    { name: 'PTRACE_PEEKTEXT', events: [event('ptrace', { request: 1n, pid: 77 })] },
    { name: 'PTRACE_POKEUSER', events: [event('ptrace', { request: 6n, pid: 77 })] },
    { name: 'PTRACE_TRACEME', events: [event('ptrace', { request: 0n })] },
  ],
});
