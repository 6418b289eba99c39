import UserNamespaceInContainer from '../../signatures/user_namespace_in_container';
import { event, testSignature } from '../../src/index';

const container = { contextFlags: { containerStarted: true } };

testSignature(UserNamespaceInContainer, {
  fires: [
    {
      name: 'unshare',
      events: [event('unshare', { flags: 0x10020000 }, container)],
      data: { call: 'unshare', returned: 0n },
    },
    {
      name: 'clone',
      events: [event('clone', { flags: 0x10000011n }, { ...container, returnValue: 9n })],
      data: { call: 'clone', returned: 9n },
    },
  ],
  quiet: [
    {
      name: 'other namespaces',
      events: [event('unshare', { flags: 0x20000 }, container), event('clone', { flags: 0x11n }, container)],
    },
    { name: 'on the host', events: [event('unshare', { flags: 0x10000000 })] },
  ],
});
