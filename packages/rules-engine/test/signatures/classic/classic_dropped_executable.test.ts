import ClassicDroppedExecutable from '../../../signatures/classic/classic_dropped_executable';
import { event, testSignature } from '../../../src/index';

const write = (bytes: number[], context = {}) =>
  event('magic_write', { pathname: '/tmp/x', bytes: Uint8Array.from(bytes) }, context);
const container = { contextFlags: { containerStarted: true }, containerId: 'c1' };

testSignature(ClassicDroppedExecutable, {
  fires: [
    { name: 'a program', events: [write([0x7f, 0x45, 0x4c, 0x46, 2], container)], data: { 'file path': '/tmp/x' } },
  ],
  quiet: [
    { name: 'a script', events: [write([0x23, 0x21, 0x2f, 0x62], container)] },
    { name: 'on the host', events: [write([0x7f, 0x45, 0x4c, 0x46, 2])] },
  ],
});
