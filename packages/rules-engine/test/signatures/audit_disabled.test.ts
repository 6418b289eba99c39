import AuditDisabled from '../../signatures/audit_disabled';
import { event, testSignature } from '../../src/index';

const exec = (cmdpath: string, ...words: string[]) =>
  event('sched_process_exec', { cmdpath, pathname: cmdpath, argv: [cmdpath, ...words] });

testSignature(AuditDisabled, {
  fires: [
    {
      name: 'its service stopped',
      events: [exec('/usr/bin/systemctl', 'stop', 'auditd.service')],
      data: { stopped: 'auditd', argv: ['/usr/bin/systemctl', 'stop', 'auditd.service'] },
    },
    {
      name: 'stopped by other tools',
      events: [exec('/usr/sbin/service', 'auditd', 'stop'), exec('/bin/systemctl', '--now', 'disable', 'auditd')],
      findings: 2,
    },

    {
      name: 'audit disabled',
      events: [exec('/sbin/auditctl', '-e', '0')],
      data: { argv: ['/sbin/auditctl', '-e', '0'] },
    },
    { name: 'rules deleted', events: [exec('/sbin/auditctl', '-D'), exec('/sbin/auditctl', '-e0')], findings: 2 },
  ],
  quiet: [
    {
      name: 'its service started or looked at',
      events: [exec('/usr/bin/systemctl', 'start', 'auditd'), exec('/usr/bin/systemctl', 'status', 'auditd')],
    },
    { name: 'another service stopped', events: [exec('/usr/bin/systemctl', 'stop', 'cups')] },
    { name: 'another program with such words', events: [exec('/bin/echo', 'stop', 'auditd')] },
    {
      name: 'audit enabled, rules added',
      events: [exec('/sbin/auditctl', '-e', '1'), exec('/sbin/auditctl', '-w', '/etc/passwd'), exec('/sbin/auditctl')],
    },
  ],
});
