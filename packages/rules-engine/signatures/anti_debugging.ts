import type { Handlers, Meta, Signature } from '../src/index';

const PTRACE_TRACEME = 0n;

export default class AntiDebugging implements Signature {
  readonly meta = {
    id: 'TRC-102',
    name: 'anti_debugging',
    title: "Process made itself its parent's tracee",
    version: '1.0.0',
    severity: 'low',
    tactic: 'defense-evasion',
    technique: { id: 'T1622', name: 'Debugger Evasion' },
    description:
      'A process called ptrace(PTRACE_TRACEME). A process has one tracer at most, so malware takes the place itself: no debugger can attach later, and the call fails when one is already there. Debuggers start their own children the same way.',
    misses: [
      'a process that finds its debugger otherwise: TracerPid in /proc/self/status, timing, breakpoints in its own code',
      'a process that keeps others away with PR_SET_DUMPABLE or with a child that attaches to it',
    ],
  } satisfies Meta;

  readonly on = {
    ptrace: { where: ({ args }) => args.request.eq(PTRACE_TRACEME) },
  } satisfies Handlers;
}
