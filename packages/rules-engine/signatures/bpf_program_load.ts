import { any, type Handlers, type Meta, not, type Signature } from '../src/index';

const BPF_PROG_LOAD = 5;

export default class BpfProgramLoad implements Signature {
  readonly meta = {
    id: 'TTS-2040',
    name: 'bpf_program_load',
    title: 'BPF program loaded by a container or without root',
    version: '1.0.0',
    severity: 'medium',
    tactic: 'privilege-escalation',
    technique: { id: 'T1068', name: 'Exploitation for Privilege Escalation' },
    description:
      'A program in a container, or one of a user other than root, loaded a BPF program, or tried to. Such programs run in the kernel: they read what others do, and faults in their checks have given root. Network and tracing agents in containers do it by design.',
    misses: ['programs that root loads on the host', 'programs loaded by way of a token or a service'],
  } satisfies Meta;

  readonly on = {
    bpf: {
      where: ({ args, origin, userId }) => [args.cmd.eq(BPF_PROG_LOAD), any(origin.is('container'), not(userId.eq(0)))],
      handle: ({ userId, returnValue }) => ({ data: { user_id: userId, returned: returnValue } }),
    },
  } satisfies Handlers;
}
