import { type Meta, onWrittenPath, type Signature } from '../src/index';

const files = new Set(['/etc/passwd', '/etc/shadow', '/etc/group', '/etc/gshadow']);

/** Those that change accounts as their work. */
const programs = new Set([
  'addgroup',
  'adduser',
  'chage',
  'chfn',
  'chgpasswd',
  'chpasswd',
  'chsh',
  'gpasswd',
  'groupadd',
  'groupdel',
  'groupmod',
  'grpconv',
  'newusers',
  'passwd',
  'pwconv',
  'systemd-sysusers',
  'systemd-sysuser',
  'useradd',
  'userdel',
  'usermod',
  'vigr',
  'vipw',
]);

export default class AccountModification implements Signature {
  readonly meta = {
    id: 'TTS-2008',
    name: 'account_modification',
    title: 'Accounts of the system changed',
    version: '1.0.0',
    severity: 'medium',
    tactic: 'persistence',
    technique: { id: 'T1136.001', name: 'Local Account' },
    description:
      'The list of accounts or of passwords was opened for writing or replaced by a program other than those made for it. A line with user id 0 is a second root.',
    misses: [
      'accounts of a directory service',
      'a program that bears the name of one in the allow-list',
      'a rename below a mount point: the event has the path inside the file system, so that a separate file system at the directory hides it',
    ],
  } satisfies Meta;

  readonly on = onWrittenPath((path) => path.oneOf(files), { counts: (event) => !programs.has(event.processName) });
}
