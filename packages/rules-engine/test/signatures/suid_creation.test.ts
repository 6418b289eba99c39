import SuidCreation from '../../signatures/suid_creation';
import { event, testSignature } from '../../src/index';

testSignature(SuidCreation, {
  fires: [
    {
      name: 'the bit set',
      events: [event('chmod_common', { pathname: '/tmp/sh', mode: 0o104755 })],
      data: { path: '/tmp/sh', mode: '04755' },
    },
  ],
  quiet: [
    {
      name: 'other bits',
      events: [
        event('chmod_common', { pathname: '/tmp/x', mode: 0o2755 }),
        event('chmod_common', { pathname: '/tmp/x', mode: 0o1777 }),
      ],
    },
    { name: 'refused', events: [event('chmod_common', { mode: 0o4755 }, { returnValue: -1n })] },
    {
      name: 'a package is installed',
      events: [event('chmod_common', { pathname: '/usr/bin/sudo', mode: 0o4755 }, { processName: 'dpkg' })],
    },
  ],
});
