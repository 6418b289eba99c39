import { any, type Handlers, isByPackageManager, type Meta, onWrittenPath, type Signature, under } from '../src/index';

const files = ['/etc/rc.local'];
const directories = [
  ...[1, 2, 3, 4, 5, 6].map((level) => `/etc/rc${level}.d`),
  '/etc/rcS.d',
  '/etc/rcs.d',
  '/etc/init.d',
  '/etc/rc.d',
];

export default class RcdModification implements Signature {
  readonly meta = {
    id: 'TRC-1026',
    name: 'rcd_modification',
    title: 'Start scripts of the system changed',
    version: '1.1.0',
    severity: 'medium',
    tactic: 'persistence',
    technique: { id: 'T1037.004', name: 'RC Scripts' },
    description:
      'A file among the start scripts of the system was opened for writing or replaced, or update-rc.d was executed. What is put there runs as root at every start. Installing a service as a package does the same, and is left out.',
    misses: [
      'a program that bears the name of a package manager, and what a package brings along',
      'a rename below a mount point: the event has the path inside the file system, so that a separate file system at the directory hides it',
      'a start script that calls another file, when only that file changes',
      'systemd units: see systemd_unit_modification',
      'a link made in the directories: the link itself is neither written nor renamed',
    ],
  } satisfies Meta;

  readonly on = {
    ...onWrittenPath((path) => any(path.oneOf(files), under(path, ...directories)), {
      counts: (event, around) => !isByPackageManager(event, around),
    }),
    sched_process_exec: {
      where: ({ args }) => args.pathname.basename.eq('update-rc.d'),
      handle: (event, around) =>
        isByPackageManager(event, around)
          ? undefined
          : { data: { path: event.args.pathname, how: 'exec', argv: event.args.argv } },
    },
  } satisfies Handlers;
}
