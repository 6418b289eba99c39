import { all, any, isByPackageManager, isUnder, type Meta, onWrittenPath, type Signature, under } from '../src/index';

const directories = ['/etc', '/lib', '/usr/lib', '/usr/local/lib', '/run'].flatMap((root) => [
  `${root}/systemd/system`,
  `${root}/systemd/user`,
]);
const ofUser = /^\/(?:root|home\/[^/]+)\/\.(?:config|local\/share)\/systemd\/user\//;

export default class SystemdUnitModification implements Signature {
  readonly meta = {
    id: 'TTS-2001',
    name: 'systemd_unit_modification',
    title: 'Unit of systemd written',
    version: '1.0.0',
    severity: 'medium',
    tactic: 'persistence',
    technique: { id: 'T1543.002', name: 'Systemd Service' },
    description:
      'A unit file of systemd, or a part of one, was opened for writing or replaced by a program that is no package manager. A unit runs programs as root, at every start or by a timer.',
    misses: [
      'a program that an existing unit calls, when only the program changes',
      'a unit linked from another directory, or made by a generator',
      'a rename below a mount point: the event has the path inside the file system, so that a separate file system at the directory hides it',
      'a program that bears the name of a package manager, and what a package brings along',
    ],
  } satisfies Meta;

  readonly on = onWrittenPath(
    (path) =>
      any(
        under(path, ...directories),
        all(any(path.startsWith('/root/.'), path.startsWith('/home/')), path.contains('/systemd/user/')),
      ),
    {
      isTarget: (path) => isUnder(path, ...directories) || ofUser.test(path),
      counts: (event, around) => !isByPackageManager(event, around),
    },
  );
}
