import { any, isByPackageManager, type Meta, onWrittenPath, type Signature, under } from '../src/index';

const directories = [
  '/etc/modules-load.d',
  '/etc/modprobe.d',
  '/usr/lib/modules-load.d',
  '/usr/lib/modprobe.d',
  '/run/modules-load.d',
];

export default class ModuleAutoloadModification implements Signature {
  readonly meta = {
    id: 'TTS-2007',
    name: 'module_autoload_modification',
    title: 'List of modules to load at start changed',
    version: '1.0.0',
    severity: 'medium',
    tactic: 'persistence',
    technique: { id: 'T1547.006', name: 'Kernel Modules and Extensions' },
    description:
      'A file that names kernel modules to load, or commands to run in place of loading one, was opened for writing or replaced by a program that is no package manager. A rootkit of the kernel returns with every start like this.',
    misses: [
      'a module of a device that is there: it is loaded by its alias without such a list',
      'a module file that is replaced under its name',
      'a rename below a mount point: the event has the path inside the file system, so that a separate file system at the directory hides it',
      'a program that bears the name of a package manager, and what a package brings along',
    ],
  } satisfies Meta;

  readonly on = onWrittenPath((path) => any(path.eq('/etc/modules'), under(path, ...directories)), {
    counts: (event, around) => !isByPackageManager(event, around),
  });
}
