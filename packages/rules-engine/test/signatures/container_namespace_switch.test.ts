import ContainerNamespaceSwitch from '../../signatures/container_namespace_switch';
import { event, testSignature } from '../../src/index';

const container = { contextFlags: { containerStarted: true } };

testSignature(ContainerNamespaceSwitch, {
  fires: [
    {
      name: 'in a container',
      events: [event('setns', { fd: 3, nstype: 0x20000 }, container)],
      data: { fd: 3, nstype: 0x20000 },
    },
  ],
  quiet: [
    { name: 'refused', events: [event('setns', { fd: 3 }, { ...container, returnValue: -1n })] },
    { name: 'on the host, as every runtime does', events: [event('setns', { fd: 3 })] },
  ],
});
