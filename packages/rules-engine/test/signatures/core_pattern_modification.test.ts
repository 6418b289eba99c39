import CorePatternModification from '../../signatures/core_pattern_modification';
import { event, testSignature } from '../../src/index';

const open = (pathname: string | null, flags: number) =>
  event('security_file_open', { pathname, flags }, { contextFlags: { containerStarted: true } });

testSignature(CorePatternModification, {
  fires: [
    {
      name: 'opened to write',
      events: [open('/proc/sys/kernel/core_pattern', 1)],
      data: { path: '/proc/sys/kernel/core_pattern', flags: 1 },
    },
    { name: 'opened to read and write', events: [open('/proc/sys/kernel/core_pattern', 2)] },
  ],
  quiet: [
    { name: 'opened to read only', events: [open('/proc/sys/kernel/core_pattern', 0)] },
    { name: 'other files', events: [open('/proc/sys/kernel/core_pipe_limit', 1), open('/tmp/core_pattern', 1)] },
    {
      name: 'on the host',
      events: [event('security_file_open', { pathname: '/proc/sys/kernel/core_pattern', flags: 1 })],
    },
  ],
});
