import { BoundedMap, type Handlers, isUnder, type Meta, type Signature } from '../src/index';

const directories = ['/bin', '/sbin', '/usr/bin', '/usr/sbin', '/usr/lib', '/lib', '/usr/libexec'];
/** About as many programs as a machine has; the one executed longest ago is forgotten. */
const programsKept = 4096;

export default class RenamedSystemProgram implements Signature {
  readonly meta = {
    id: 'TTS-2019',
    name: 'renamed_system_program',
    title: 'Program of the system executed under a foreign name',
    version: '1.0.0',
    severity: 'high',
    tactic: 'defense-evasion',
    technique: { id: 'T1036.003', name: 'Rename Legitimate Utilities' },
    description:
      'A file that was executed from a directory of the system before was now executed, by device and inode the same file, under a path elsewhere: a hard link or a rename hides a known tool from rules on names.',
    misses: [
      'a copy: it is another file',
      'a file that was not executed under its own name since the watch began',
      'two names that both lie in directories of the system, as those of busybox',
    ],
  } satisfies Meta;

  /** Path in the system by device and inode. */
  private readonly programs = new BoundedMap<string, string>(programsKept);

  readonly on = {
    sched_process_exec: ({ args: { pathname, dev, inode } }) => {
      if (pathname === null || inode === 0n) return undefined;
      const file = `${dev}:${inode}`;
      if (isUnder(pathname, ...directories)) {
        this.programs.set(file, pathname);
        return undefined;
      }
      const known = this.programs.get(file);
      return known === undefined ? undefined : { data: { pathname, known_as: known, dev, inode } };
    },
  } satisfies Handlers;
}
