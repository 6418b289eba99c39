import ProcessVmWriteInject from '../../signatures/process_vm_write_inject';
import { event, testSignature } from '../../src/index';

testSignature(ProcessVmWriteInject, {
  fires: [
    {
      name: 'another process',
      events: [event('process_vm_writev', { pid: 20 }, { processId: 10 })],
      data: { target_pid: 20 },
    },
    {
      name: "another process of a container, whose number is the caller's outside",
      events: [event('process_vm_writev', { pid: 4010 }, { processId: 10, hostProcessId: 4010 })],
    },
  ],
  quiet: [
    { name: 'a target that was not recorded', events: [event('process_vm_writev', { pid: null }, { processId: 10 })] },
    { name: 'itself', events: [event('process_vm_writev', { pid: 10 }, { processId: 10 })] },
    {
      name: 'itself in a container',
      events: [event('process_vm_writev', { pid: 10 }, { processId: 10, hostProcessId: 4010 })],
    },
  ],
});
