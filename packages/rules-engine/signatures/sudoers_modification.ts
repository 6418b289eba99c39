import { any, isByPackageManager, type Meta, onWrittenPath, type Signature, under } from '../src/index';

export default class SudoersModification implements Signature {
  readonly meta = {
    id: 'TRC-1028',
    name: 'sudoers_modification',
    title: 'Rules of sudo changed',
    version: '1.1.0',
    severity: 'medium',
    tactic: 'privilege-escalation',
    technique: { id: 'T1548.003', name: 'Sudo and Sudo Caching' },
    description:
      'A file that says who may act as whom with sudo was opened for writing or replaced. One line there makes any user root, without a password if it says so. visudo works on a copy and renames it to the file.',
    misses: [
      'a program that bears the name of a package manager, and what a package brings along',
      'a rename below a mount point: the event has the path inside the file system, so that a separate file system at the directory hides it',
      'a directory that an @includedir of the file names, other than sudoers.d',
      'rules in a directory service',
      'a user put into a group that the rules favour',
    ],
  } satisfies Meta;

  readonly on = onWrittenPath((path) => any(path.eq('/etc/sudoers'), under(path, '/etc/sudoers.d')), {
    counts: (event, around) => !isByPackageManager(event, around),
  });
}
