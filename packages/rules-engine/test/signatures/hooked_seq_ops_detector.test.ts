import HookedSeqOpsDetector from '../../signatures/hooked_seq_ops_detector';
import { event, testSignature } from '../../src/index';

const hooked = (...hooked_seq_ops: string[]) => event('hooked_seq_ops', { hooked_seq_ops });

testSignature(HookedSeqOpsDetector, {
  fires: [
    {
      name: 'operations of two files, one of no known module',
      events: [hooked('tcp4_show hidden_show [rootkit]', 'udp_next 0xffffffffc0001000')],
      data: {
        hooked_seq_ops: {
          tcp4_show: { symbol: 'hidden_show', owner: 'rootkit' },
          udp_next: { symbol: '0xffffffffc0001000', owner: '' },
        },
      },
    },
    {
      name: 'text of another form stays whole',
      events: [hooked('tcp6_stop')],
      data: { hooked_seq_ops: { tcp6_stop: { symbol: '', owner: '' } } },
    },
  ],
  quiet: [
    { name: 'nothing hooked', events: [hooked()] },
    { name: 'another structure hooked', events: [event('hooked_proc_fops', { hooked_fops_pointers: ['x [y]'] })] },
  ],
});
