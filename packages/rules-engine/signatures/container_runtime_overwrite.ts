import { type Handlers, type Meta, type Signature, writeOpen } from '../src/index';

const runtimes = new Set(['runc', 'crun', 'youki', 'runsc', 'docker-runc']);

export default class ContainerRuntimeOverwrite implements Signature {
  readonly meta = {
    id: 'TTS-2028',
    name: 'container_runtime_overwrite',
    title: 'Container opened its runtime for writing',
    version: '1.0.0',
    severity: 'critical',
    tactic: 'privilege-escalation',
    technique: { id: 'T1611', name: 'Escape to Host' },
    description:
      'A program in a container opened the program of the container runtime for writing, as it can through /proc/PID/exe while the runtime enters the container (CVE-2019-5736). The next container that is started runs what was written, as root on the host.',
    misses: [
      'a runtime of another name',
      'a runtime that protects itself by a copy in memory makes the attempt harmless; it is reported all the same',
    ],
  } satisfies Meta;

  readonly on = {
    security_file_open: {
      where: ({ args, origin }) => [
        writeOpen(args.flags),
        args.pathname.basename.oneOf(runtimes),
        origin.is('container'),
      ],
      handle: ({ args }) => ({ data: { path: args.pathname, flags: args.flags } }),
    },
  } satisfies Handlers;
}
