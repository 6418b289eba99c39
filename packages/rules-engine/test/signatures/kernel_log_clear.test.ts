import KernelLogClear from '../../signatures/kernel_log_clear';
import { event, testSignature } from '../../src/index';

testSignature(KernelLogClear, {
  fires: [
    { name: 'cleared', events: [event('syslog', { type: 5 })], data: { action: 'SYSLOG_ACTION_CLEAR' } },
    { name: 'read and cleared', events: [event('syslog', { type: 4 }, { returnValue: 100n })] },
    { name: 'silenced', events: [event('syslog', { type: 6 })] },
  ],
  quiet: [
    { name: 'read', events: [event('syslog', { type: 3 }, { returnValue: 10n }), event('syslog', { type: 10 })] },
    { name: 'refused', events: [event('syslog', { type: 5 }, { returnValue: -1n })] },
  ],
});
