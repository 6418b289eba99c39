import { BoundedMap, type Handlers, isUnder, type Meta, not, type Signature } from '../src/index';

const directories = ['/bin', '/sbin', '/usr/bin', '/usr/sbin', '/usr/lib', '/lib', '/usr/libexec'];
/** About as many programs as a machine has; the one that became known longest ago is forgotten, and known again when next executed. */
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
    sched_process_exec: {
      where: ({ args }) => [not(args.pathname.isNull()), not(args.inode.eq(0n))],
      handle: ({ args: { pathname, dev, inode } }) => {
        const file = `${dev}:${inode}`;
        const known = this.programs.get(file);
        if (known === pathname) return undefined;
        if (!isUnder(pathname, ...directories))
          return known === undefined ? undefined : { data: { pathname, known_as: known, dev, inode } };
        this.programs.set(file, pathname ?? '');
        return undefined;
      },
    },
  } satisfies Handlers;
}
