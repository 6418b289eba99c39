import ContainerOpenByHandle from '../../signatures/container_open_by_handle';
import { event, testSignature } from '../../src/index';

const container = { contextFlags: { containerStarted: true } };

testSignature(ContainerOpenByHandle, {
  fires: [
    {
      name: 'opened',
      events: [event('open_by_handle_at', { mount_fd: 3, flags: 0 }, { ...container, returnValue: 4n })],
      data: { mount_fd: 3, flags: 0, returned: 4n },
    },
    { name: 'a guess that fails', events: [event('open_by_handle_at', {}, { ...container, returnValue: -116n })] },
  ],
  quiet: [
    {
      name: 'on the host, as a server of files does',
      events: [event('open_by_handle_at', { mount_fd: 3 }, { returnValue: 4n })],
    },
    { name: 'a handle asked for', events: [event('name_to_handle_at', { pathname: '/x' }, container)] },
  ],
});
