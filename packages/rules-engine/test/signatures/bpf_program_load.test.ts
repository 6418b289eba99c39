import BpfProgramLoad from '../../signatures/bpf_program_load';
import { event, testSignature } from '../../src/index';

const container = { contextFlags: { containerStarted: true } };

testSignature(BpfProgramLoad, {
  fires: [
    {
      name: 'in a container',
      events: [event('bpf', { cmd: 5 }, { ...container, returnValue: 4n })],
      data: { user_id: 0, returned: 4n },
    },
    {
      name: 'without root, refused',
      events: [event('bpf', { cmd: 5 }, { userId: 1000, returnValue: -1n })],
      data: { user_id: 1000, returned: -1n },
    },
  ],
  quiet: [
    { name: 'root on the host', events: [event('bpf', { cmd: 5 }, { returnValue: 4n })] },
    {
      name: 'another command',
      events: [event('bpf', { cmd: 0 }, container), event('bpf', { cmd: 1 }, { userId: 1000 })],
    },
  ],
});
