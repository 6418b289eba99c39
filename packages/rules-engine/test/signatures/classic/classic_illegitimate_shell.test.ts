import ClassicIllegitimateShell from '../../../signatures/classic/classic_illegitimate_shell';
import { event, testSignature } from '../../../src/index';

const exec = (pathname: string, processName: string) => event('security_bprm_check', { pathname }, { processName });

testSignature(ClassicIllegitimateShell, {
  fires: [{ name: 'nginx', events: [exec('/bin/dash', 'nginx')], data: { path: '/bin/dash' } }],
  quiet: [
    {
      name: 'others',
      events: [exec('/bin/dash', 'sshd'), exec('/usr/bin/id', 'nginx'), exec('/usr/bin/push', 'nginx')],
    },
  ],
});
