import AntiDebugging from '../../signatures/anti_debugging';
import { event, testSignature } from '../../src/index';

testSignature(AntiDebugging, {
  fires: [
    { name: 'PTRACE_TRACEME', events: [event('ptrace', { request: 0n })], data: {} },
    { name: 'refused, as a tracer is there already', events: [event('ptrace', { request: 0n }, { returnValue: -1n })] },
    { name: 'each call', events: [event('ptrace', { request: 0n }), event('ptrace', { request: 0n })], findings: 2 },
  ],
  quiet: [
    { name: 'PTRACE_ATTACH', events: [event('ptrace', { request: 16n, pid: 7 })] },
    { name: 'PTRACE_SEIZE', events: [event('ptrace', { request: 0x4206n, pid: 7 })] },
    { name: 'a request with zeros in its low half only', events: [event('ptrace', { request: 1n << 32n })] },
  ],
});
