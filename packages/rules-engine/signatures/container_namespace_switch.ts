import type { Handlers, Meta, Signature } from '../src/index';

export default class ContainerNamespaceSwitch implements Signature {
  readonly meta = {
    id: 'TTS-2023',
    name: 'container_namespace_switch',
    title: 'Container entered another namespace',
    version: '1.0.0',
    severity: 'high',
    tactic: 'privilege-escalation',
    technique: { id: 'T1611', name: 'Escape to Host' },
    description:
      'A program in a container entered an existing namespace with setns. From a namespace of the host on, the container is one no more: nsenter with the process 1 of the host is the shortest escape of all.',
    misses: [
      'a process that is started outside the container instead: by the runtime, by cron of the host',
      'a container that shares the namespaces of the host from the start',
    ],
  } satisfies Meta;

  readonly on = {
    setns: {
      where: ({ origin, returnValue }) => [returnValue.eq(0n), origin.is('container')],
      handle: ({ args }) => ({ data: { fd: args.fd, nstype: args.nstype } }),
    },
  } satisfies Handlers;
}
