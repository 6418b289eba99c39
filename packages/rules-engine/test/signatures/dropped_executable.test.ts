import DroppedExecutable from '../../signatures/dropped_executable';
import { event, testSignature } from '../../src/index';

const elf = Uint8Array.of(0x7f, 0x45, 0x4c, 0x46, 2);
const write = (pathname: string | null, bytes: Uint8Array | null = elf, containerStarted = true) =>
  event('magic_write', { pathname, bytes }, { contextFlags: { containerStarted } });

testSignature(DroppedExecutable, {
  fires: [{ name: 'an ELF file in a container', events: [write('/tmp/x')], data: { path: '/tmp/x' } }],
  quiet: [
    { name: 'on the host', events: [write('/tmp/x', elf, false)] },
    { name: 'in memory', events: [write('/dev/shm/x'), write('/run/shm/x'), write('memfd:x')] },
    { name: 'no ELF file', events: [write('/tmp/x', Buffer.from('hello')), write('/tmp/x', null), write(null)] },
  ],
});
