import { type Handlers, type Meta, readOpen, type Signature } from '../src/index';

/** SYSLOG_ACTION_READ, _READ_ALL, _READ_CLEAR. */
const reads = new Set([2, 3, 4]);
const files = new Set(['/dev/kmsg', '/proc/kmsg']);

export default class ContainerKernelLogRead implements Signature {
  readonly meta = {
    id: 'TTS-2039',
    name: 'container_kernel_log_read',
    title: 'Container read the log of the kernel',
    version: '1.0.0',
    severity: 'medium',
    tactic: 'discovery',
    technique: { id: 'T1082', name: 'System Information Discovery' },
    description:
      'A program in a container read the log of the kernel, which tells of the whole machine: addresses that help exploits, devices, other containers.',
    misses: ['the journal of the host, when it is mounted into the container'],
  } satisfies Meta;

  readonly on = {
    syslog: {
      where: ({ args, origin, returnValue }) => [args.type.oneOf(reads), returnValue.gt(0n), origin.is('container')],
      handle: ({ args }) => ({ data: { how: 'syslog', type: args.type } }),
    },
    security_file_open: {
      where: ({ args, origin }) => [readOpen(args.flags), args.pathname.oneOf(files), origin.is('container')],
      handle: ({ args }) => ({ data: { how: 'open', path: args.pathname } }),
    },
  } satisfies Handlers;
}
