import { type Handlers, type Meta, parsedArguments, type Signature } from '../../src/index';

export default class ClassicAntiDebugging implements Signature {
  readonly meta = {
    id: 'TRC-2',
    name: 'classic_anti_debugging',
    title: 'Anti-debugging',
    version: '1.0.0',
    severity: 'high',
    tactic: 'defense-evasion',
    technique: { id: 'T1480', name: 'Execution Guardrails' },
    description: 'A process asked to be traced by its parent, so that no debugger can attach.',
    misses: ['programs that look for a debugger in /proc/self/status'],
  } satisfies Meta;

  readonly on = {
    ptrace: (event) => (parsedArguments(event).request === 'PTRACE_TRACEME' ? {} : undefined),
  } satisfies Handlers;
}
