import { any, type Handlers, type Meta, onWrittenPath, type Signature, under } from '../src/index';

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
    version: '1.0.0',
    severity: 'medium',
    tactic: 'persistence',
    technique: { id: 'T1037.004', name: 'RC Scripts' },
    description:
      'A file among the start scripts of the system was opened for writing or replaced, or update-rc.d was executed. What is put there runs as root at every start. Installing a service does the same.',
    misses: [
      'a rename below a mount point: the event has the path inside the file system, so that a separate file system at the directory hides it',
      'a start script that calls another file, when only that file changes',
      'systemd units: see systemd_unit_modification',
      'a link made in the directories: the link itself is neither written nor renamed',
    ],
  } satisfies Meta;

  readonly on = {
    ...onWrittenPath((path) => any(path.oneOf(files), under(path, ...directories))),
    sched_process_exec: {
      where: ({ args }) => args.pathname.basename.eq('update-rc.d'),
      handle: ({ args: { pathname, argv } }) => ({ data: { path: pathname, how: 'exec', argv } }),
    },
  } satisfies Handlers;
}
