import ClassicDynamicCodeLoading from '../../../signatures/classic/classic_dynamic_code_loading';
import { event, testSignature } from '../../../src/index';

testSignature(ClassicDynamicCodeLoading, {
  fires: [{ name: 'writable no more', events: [event('mem_prot_alert', { alert: 4 })] }],
  quiet: [
    { name: 'other alerts', events: [event('mem_prot_alert', { alert: 1 }), event('mem_prot_alert', { alert: 2 })] },
  ],
});
