import ClassicLdPreload from '../../../signatures/classic/classic_ld_preload';
import { event, testSignature } from '../../../src/index';

testSignature(ClassicLdPreload, {
  fires: [
    {
      name: 'a variable',
      events: [event('execve', { pathname: '/bin/id', envp: ['A=b', 'LD_PRELOAD=/tmp/x.so'] })],
      data: { LD_PRELOAD: '/tmp/x.so' },
    },
    { name: 'the list', events: [event('security_file_open', { pathname: '/etc/ld.so.preload', flags: 2 })] },
  ],
  quiet: [
    { name: 'other variables', events: [event('execve', { envp: ['MY_LD_PRELOAD=x', 'PATH=/bin'] })] },
    { name: 'the list is read', events: [event('security_file_open', { pathname: '/etc/ld.so.preload', flags: 0 })] },
  ],
});
