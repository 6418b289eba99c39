import { all, any, isByPackageManager, type Meta, onWrittenPath, type Signature, under } from '../src/index';

const modules = /^\/(?:usr\/)?lib[^/]*\/(?:[^/]+\/)?security\/pam_[^/]+\.so$/;

export default class PamModification implements Signature {
  readonly meta = {
    id: 'TTS-2004',
    name: 'pam_modification',
    title: 'Modules or rules of PAM changed',
    version: '1.0.0',
    severity: 'high',
    tactic: 'credential-access',
    technique: { id: 'T1556.003', name: 'Pluggable Authentication Modules' },
    description:
      'A rule or a module of PAM was opened for writing or replaced by a program that is no package manager. Every login asks PAM: a changed module lets anybody in, or writes down the passwords of all.',
    misses: [
      'a library that a module loads',
      'a program that pam_exec calls, when only the program changes',
      'a rename below a mount point: the event has the path inside the file system, so that a separate file system at the directory hides it',
      'a program that bears the name of a package manager, and what a package brings along',
    ],
  } satisfies Meta;

  readonly on = onWrittenPath(
    (path) =>
      any(
        path.eq('/etc/pam.conf'),
        under(path, '/etc/pam.d'),
        all(any(path.startsWith('/lib'), path.startsWith('/usr/lib')), path.contains('/security/pam_')),
      ),
    {
      isTarget: (path) => path.startsWith('/etc/') || modules.test(path),
      counts: (event, around) => !isByPackageManager(event, around),
    },
  );
}
