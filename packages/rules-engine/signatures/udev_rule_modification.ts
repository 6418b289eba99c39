import { isByPackageManager, type Meta, onWrittenPath, type Signature, under } from '../src/index';

export default class UdevRuleModification implements Signature {
  readonly meta = {
    id: 'TTS-2006',
    name: 'udev_rule_modification',
    title: 'Rule of udev written',
    version: '1.0.0',
    severity: 'medium',
    tactic: 'persistence',
    technique: { id: 'T1546.017', name: 'Udev Rules' },
    description:
      'A rule of udev was opened for writing or replaced by a program that is no package manager. A rule runs a program as root whenever a device appears: at every start of the machine, for instance.',
    misses: [
      'a program that an existing rule calls, when only the program changes',
      'the hardware database and its properties',
      'a rename below a mount point: the event has the path inside the file system, so that a separate file system at the directory hides it',
      'a program that bears the name of a package manager, and what a package brings along',
    ],
  } satisfies Meta;

  readonly on = onWrittenPath(
    (path) => under(path, '/etc/udev/rules.d', '/lib/udev/rules.d', '/usr/lib/udev/rules.d', '/run/udev/rules.d'),
    {
      counts: (event, around) => !isByPackageManager(event, around),
    },
  );
}
