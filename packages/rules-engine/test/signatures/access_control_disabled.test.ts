import AccessControlDisabled from '../../signatures/access_control_disabled';
import { event, testSignature } from '../../src/index';

const exec = (cmdpath: string, ...words: string[]) =>
  event('sched_process_exec', { cmdpath, pathname: cmdpath, argv: [cmdpath, ...words] });

testSignature(AccessControlDisabled, {
  fires: [
    {
      name: 'its service stopped',
      events: [exec('/usr/bin/systemctl', 'stop', 'apparmor.service')],
      data: { stopped: 'apparmor', argv: ['/usr/bin/systemctl', 'stop', 'apparmor.service'] },
    },
    {
      name: 'stopped by other tools',
      events: [exec('/usr/sbin/service', 'apparmor', 'stop'), exec('/bin/systemctl', '--now', 'disable', 'apparmor')],
      findings: 2,
    },

    {
      name: 'SELinux permissive',
      events: [exec('/usr/sbin/setenforce', '0'), exec('/usr/sbin/setenforce', 'Permissive')],
      findings: 2,
    },
    { name: 'profiles removed', events: [exec('/usr/sbin/aa-teardown')], data: { argv: ['/usr/sbin/aa-teardown'] } },
    {
      name: 'the switch itself written',
      events: [event('security_file_open', { pathname: '/sys/fs/selinux/enforce', flags: 1 })],
      data: { path: '/sys/fs/selinux/enforce', how: 'open', flags: 1 },
    },
  ],
  quiet: [
    {
      name: 'its service started or looked at',
      events: [exec('/usr/bin/systemctl', 'start', 'apparmor'), exec('/usr/bin/systemctl', 'status', 'apparmor')],
    },
    { name: 'another service stopped', events: [exec('/usr/bin/systemctl', 'stop', 'cups')] },
    { name: 'another program with such words', events: [exec('/bin/echo', 'stop', 'apparmor')] },
    { name: 'SELinux enforcing', events: [exec('/usr/sbin/setenforce', '1'), exec('/usr/sbin/getenforce')] },
    {
      name: 'the switch read',
      events: [event('security_file_open', { pathname: '/sys/fs/selinux/enforce', flags: 0 })],
    },
  ],
});
