import { type Handlers, inContainer, isReadOpen, type Meta, type Signature } from '../src/index';

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
    syslog: (event) =>
      reads.has(event.args.type) && event.returnValue > 0n && inContainer(event)
        ? { data: { how: 'syslog', type: event.args.type } }
        : undefined,
    security_file_open: (event) => {
      const { pathname, flags } = event.args;
      return pathname !== null && files.has(pathname) && isReadOpen(flags) && inContainer(event)
        ? { data: { how: 'open', path: pathname } }
        : undefined;
    },
  } satisfies Handlers;
}
