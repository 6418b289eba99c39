import { all, any, isByPackageManager, type Meta, onWrittenPath, type Signature, under } from '../src/index';

const files = new Set([
  '/etc/profile',
  '/etc/bash.bashrc',
  '/etc/bashrc',
  '/etc/zsh/zshrc',
  '/etc/zsh/zshenv',
  '/etc/zsh/zprofile',
]);
const ofUser =
  /^\/(?:root|home\/[^/]+)\/\.(?:bashrc|bash_profile|bash_login|bash_logout|bash_aliases|profile|zshrc|zshenv|zprofile|zlogin|kshrc|cshrc|tcshrc|config\/fish\/config\.fish)$/;

export default class ShellProfileModification implements Signature {
  readonly meta = {
    id: 'TTS-2002',
    name: 'shell_profile_modification',
    title: 'Start-up file of shells written',
    version: '1.0.0',
    severity: 'medium',
    tactic: 'persistence',
    technique: { id: 'T1546.004', name: 'Unix Shell Configuration Modification' },
    description:
      'A file that shells execute when they start was opened for writing or replaced by a program that is no package manager. What is put there runs as whoever opens a shell next, root included.',
    misses: [
      'a file that such a file reads in turn',
      'the environment of sessions: /etc/environment, PAM',
      'a rename below a mount point: the event has the path inside the file system, so that a separate file system at the directory hides it',
      'a program that bears the name of a package manager, and what a package brings along',
    ],
  } satisfies Meta;

  readonly on = onWrittenPath(
    (path) =>
      any(
        path.oneOf(files),
        under(path, '/etc/profile.d'),
        all(any(path.startsWith('/root/.'), path.startsWith('/home/')), path.contains('/.')),
      ),
    {
      isTarget: (path) => path.startsWith('/etc/') || ofUser.test(path),
      counts: (event, around) => !isByPackageManager(event, around),
    },
  );
}
