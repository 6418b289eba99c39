import { any, isByPackageManager, type Meta, onWrittenPath, type Signature, under } from '../src/index';

export default class LoaderConfigurationModification implements Signature {
  readonly meta = {
    id: 'TTS-2005',
    name: 'loader_configuration_modification',
    title: 'Search path of the dynamic loader changed',
    version: '1.0.0',
    severity: 'high',
    tactic: 'persistence',
    technique: { id: 'T1574.006', name: 'Dynamic Linker Hijacking' },
    description:
      'A file that tells the dynamic loader where libraries lie was opened for writing or replaced by a program that is no package manager. A directory put in front there gives every program another library.',
    misses: [
      '/etc/ld.so.cache written directly, as ldconfig does all the time',
      'a library put into a directory that is searched already',
      'a rename below a mount point: the event has the path inside the file system, so that a separate file system at the directory hides it',
      'a program that bears the name of a package manager, and what a package brings along',
    ],
  } satisfies Meta;

  readonly on = onWrittenPath((path) => any(path.eq('/etc/ld.so.conf'), under(path, '/etc/ld.so.conf.d')), {
    counts: (event, around) => !isByPackageManager(event, around),
  });
}
