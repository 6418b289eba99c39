import ClassicAntiDebugging from '../../../signatures/classic/classic_anti_debugging';
import { event, testSignature } from '../../../src/index';

testSignature(ClassicAntiDebugging, {
  fires: [{ name: 'PTRACE_TRACEME', events: [event('ptrace', { request: 0n })] }],
  quiet: [{ name: 'another request', events: [event('ptrace', { request: 16n })] }],
});
