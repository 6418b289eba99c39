import ProcFopsHooking from '../../signatures/proc_fops_hooking';
import { event, testSignature } from '../../src/index';

testSignature(ProcFopsHooking, {
  fires: [
    {
      name: 'a function of a module',
      events: [event('hooked_proc_fops', { hooked_fops_pointers: ['hidden_iterate [rootkit]'] })],
      data: { 'Hooked proc file operations': ['hidden_iterate [rootkit]'] },
    },
  ],
  quiet: [
    { name: 'nothing hooked', events: [event('hooked_proc_fops', { hooked_fops_pointers: [] })] },
    {
      name: 'seen from a container',
      events: [
        event('hooked_proc_fops', { hooked_fops_pointers: ['x [y]'] }, { contextFlags: { containerStarted: true } }),
      ],
    },
  ],
});
