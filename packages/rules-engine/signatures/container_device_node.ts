import type { Handlers, Meta, Signature } from '../src/index';

const S_IFMT = 0o170000;
const S_IFBLK = 0o60000;

export default class ContainerDeviceNode implements Signature {
  readonly meta = {
    id: 'TTS-2024',
    name: 'container_device_node',
    title: 'Container made the node of a block device',
    version: '1.0.0',
    severity: 'high',
    tactic: 'privilege-escalation',
    technique: { id: 'T1611', name: 'Escape to Host' },
    description:
      'A program in a container made a node for a block device: the way to a disk of the host that the container was not given.',
    misses: ['a device that the container was given', 'character devices: see memory_device_open for memory'],
  } satisfies Meta;

  readonly on = {
    security_inode_mknod: {
      where: ({ origin }) => origin.is('container'),
      handle: ({ args: { file_name, mode, dev } }) =>
        (mode & S_IFMT) === S_IFBLK ? { data: { path: file_name, dev } } : undefined,
    },
  } satisfies Handlers;
}
