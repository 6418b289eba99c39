import ClassicProcFopsHooking from '../../../signatures/classic/classic_proc_fops_hooking';
import { event, testSignature } from '../../../src/index';

testSignature(ClassicProcFopsHooking, {
  fires: [
    {
      name: 'one',
      events: [event('hooked_proc_fops', { hooked_fops_pointers: ['iterate'] })],
      data: { 'Hooked proc file operations': ['iterate'] },
    },
  ],
  quiet: [{ name: 'none', events: [event('hooked_proc_fops', { hooked_fops_pointers: [] })] }],
});
