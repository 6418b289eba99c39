import {
  basename,
  type Handlers,
  isByPackageManager,
  isSensitiveFile,
  isUnder,
  type Meta,
  maybeSensitiveFile,
  readOpen,
  type Signature,
} from '../src/index';

/** Made to read such files. comm is cut to 15 bytes, so names that are longer stand cut, too. */
const programs = new Set([
  'accounts-daemon',
  'agetty',
  'atd',
  'aws',
  'chage',
  'chpasswd',
  'containerd',
  'cron',
  'crond',
  'dockerd',
  'docker',
  'dpkg',
  'gcloud',
  'gdm-session-wor',
  'git',
  'git-remote-http',
  'gpasswd',
  'gpg-agent',
  'groupadd',
  'groupdel',
  'groupmod',
  'helm',
  'kubectl',
  'kubelet',
  'lightdm',
  'login',
  'newgrp',
  'nscd',
  'passwd',
  'polkitd',
  'pwck',
  'scp',
  'sftp',
  'ssh',
  'ssh-add',
  'ssh-agent',
  'ssh-keygen',
  'ssh-keyscan',
  'sshd',
  'sshd-session',
  'sssd',
  'sssd_be',
  'su',
  'sudo',
  'sulogin',
  'systemd',
  'systemd-sysuser',
  'systemd-sysusers',
  'systemd-userdbd',
  'systemd-userwor',
  'unix_chkpwd',
  'unix_update',
  'useradd',
  'userdel',
  'usermod',
  'vipw',
  'visudo',
]);

/** Scripts of packages ask for users and groups, and perl, in which many are written, reads these with every answer. */
const accounts = new Set(['/etc/gshadow', '/etc/shadow']);

const isTrusted = (processName: string, executable: string) =>
  executable === ''
    ? programs.has(processName)
    : isUnder(executable, '/usr', '/bin', '/sbin', '/lib', '/opt', '/snap', '/nix') &&
      (programs.has(basename(executable)) || programs.has(processName));

export default class SensitiveFileRead implements Signature {
  readonly meta = {
    id: 'TTS-2033',
    name: 'sensitive_file_read',
    title: 'Passwords or keys read by an unexpected program',
    version: '1.1.0',
    severity: 'medium',
    tactic: 'credential-access',
    technique: { id: 'T1552.001', name: 'Credentials In Files' },
    description:
      'A file that holds passwords or keys was opened for reading by a program that is not one of those made for it. Programs count by name and, where the executable is known, only from a directory of the system. Scripts of packages may read the accounts (not keys) while a package manager runs them.',
    misses: [
      'passwords of accounts read by what a package brings along, or below a program that bears the name of a package manager',
      'a program in the list that is made to read for another (a shell of ssh, a plug-in of a login program)',
      'a file that this list of sensitive files does not have',
      'reading through a descriptor that another process opened',
      'the memory of a program that has read the file',
    ],
  } satisfies Meta;

  readonly on = {
    security_file_open: {
      where: ({ args }) => [readOpen(args.flags), maybeSensitiveFile(args.pathname)],
      handle: (event, around) => {
        const { args, processName, executablePath } = event;
        const { pathname, flags } = args;
        if (!isSensitiveFile(pathname) || isTrusted(processName, executablePath)) return undefined;
        if (accounts.has(pathname ?? '') && isByPackageManager(event, around)) return undefined;
        return { data: { path: pathname, flags, program: executablePath || processName } };
      },
    },
  } satisfies Handlers;
}
