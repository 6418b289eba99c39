import DynamicCodeLoading from '../../signatures/dynamic_code_loading';
import { event, testSignature } from '../../src/index';

testSignature(DynamicCodeLoading, {
  fires: [
    {
      name: 'writable and executable becomes executable only',
      events: [event('mem_prot_alert', { alert: 4, addr: 4096n, len: 8192n })],
      data: { addr: 4096n, len: 8192n, pathname: null },
    },
  ],
  quiet: [
    { name: 'the other alerts', events: [1, 2, 3].map((alert) => event('mem_prot_alert', { alert })) },
    { name: 'no alert', events: [event('mem_prot_alert', { alert: 0 })] },
  ],
});
