import { type Handlers, type Meta, readOpen, type Signature } from '../src/index';

/** The file moved to debugfs in Linux 5.13 (d27e9ae2f244). */
const files = new Set(['/proc/sched_debug', '/sys/kernel/debug/sched/debug']);

export default class SchedDebugRecon implements Signature {
  readonly meta = {
    id: 'TRC-1029',
    name: 'sched_debug_recon',
    title: "Container read the scheduler's debug file",
    version: '1.0.0',
    severity: 'low',
    tactic: 'discovery',
    technique: { id: 'T1613', name: 'Container and Resource Discovery' },
    description:
      'A program in a container opened the debug file of the scheduler, which lists the tasks of the whole machine by CPU: names, numbers and cgroups of processes outside the container.',
    misses: [
      'the same facts from elsewhere in /proc or /sys, when the host shows them to the container',
      'the file reached under another name: a hard link, another mount of its file system, a bind mount',
    ],
  } satisfies Meta;

  readonly on = {
    security_file_open: {
      where: ({ args, origin }) => [readOpen(args.flags), args.pathname.oneOf(files), origin.is('container')],
      handle: ({ args }) => ({ data: { path: args.pathname, flags: args.flags } }),
    },
  } satisfies Handlers;
}
