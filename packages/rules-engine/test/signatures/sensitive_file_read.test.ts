import SensitiveFileRead from '../../signatures/sensitive_file_read';
import { event, testSignature } from '../../src/index';

const open = (pathname: string, processName: string, executablePath: string) =>
  event('security_file_open', { pathname }, { processName, executablePath });

const dpkg = {
  hostProcessId: 5,
  hostParentProcessId: 1,
  startTime: 0n,
  processName: 'dpkg',
  executable: '/usr/bin/dpkg',
};
const ofScript = (pathname: string) =>
  event('security_file_open', { pathname }, { processName: 'frontend', hostProcessId: 6, hostParentProcessId: 5 });

testSignature(SensitiveFileRead, {
  fires: [
    {
      name: 'cat',
      events: [open('/etc/shadow', 'cat', '/usr/bin/cat')],
      data: { path: '/etc/shadow', flags: 0, program: '/usr/bin/cat' },
    },
    { name: 'a program that only bears the name', events: [open('/etc/shadow', 'sshd', '/tmp/sshd')] },
    { name: 'a program that took the name', events: [open('/root/.ssh/id_rsa', 'x', '/tmp/x')] },
    {
      name: 'no executable known',
      events: [open('/root/.aws/credentials', 'curl', '')],
      data: { path: '/root/.aws/credentials', flags: 0, program: 'curl' },
    },
    {
      name: 'keys, by what a package brings along',
      running: [dpkg],
      events: [ofScript('/root/.ssh/id_ed25519'), ofScript('/etc/sudoers')],
      findings: 2,
    },
    { name: 'accounts, by the same program run by somebody else', events: [ofScript('/etc/shadow')] },
  ],
  quiet: [
    {
      name: 'login programs',
      events: [
        open('/etc/shadow', 'sshd', '/usr/sbin/sshd'),
        open('/etc/shadow', 'unix_chkpwd', ''),
        open('/etc/sudoers', 'sudo', '/usr/bin/sudo'),
      ],
    },
    {
      name: 'the accounts, by what a package brings along',
      running: [dpkg],
      events: [ofScript('/etc/shadow'), ofScript('/etc/gshadow')],
    },
    { name: 'a thread of a trusted program', events: [open('/etc/shadow', 'worker', '/usr/bin/dockerd')] },
    { name: 'another file', events: [open('/etc/passwd', 'cat', '/usr/bin/cat')] },
    {
      name: 'written only',
      events: [event('security_file_open', { pathname: '/etc/shadow', flags: 1 }, { processName: 'x' })],
    },
  ],
});
