import SensitiveHardLink from '../../signatures/sensitive_hard_link';
import { event, testSignature } from '../../src/index';

testSignature(SensitiveHardLink, {
  fires: [
    {
      name: 'link',
      events: [event('link', { oldpath: '/etc/shadow', newpath: '/tmp/x' })],
      data: { path: '/etc/shadow', link: '/tmp/x', returned: 0n },
    },
    {
      name: 'refused',
      events: [event('linkat', { oldpath: '/etc/shadow', newpath: '/tmp/x' }, { returnValue: -1n })],
      data: { path: '/etc/shadow', link: '/tmp/x', returned: -1n },
    },
  ],
  quiet: [
    { name: 'another file', events: [event('link', { oldpath: '/etc/hosts', newpath: '/etc/shadow' })] },
    {
      name: 'the new name is taken',
      events: [event('linkat', { oldpath: '/etc/shadow', newpath: '/tmp/x' }, { returnValue: -17n })],
    },
  ],
});
