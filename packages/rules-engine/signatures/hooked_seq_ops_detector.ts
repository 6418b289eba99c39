import type { Handlers, Meta, Signature } from '../src/index';

/** As the event has it: operation, the symbol that stands in its place, and the module that the symbol is of, in brackets. */
const hook = /^(\S+) (\S+)(?: \[?([^\]]*)\]?)?$/;

export default class HookedSeqOpsDetector implements Signature {
  readonly meta = {
    id: 'DRV-003',
    name: 'hooked_seq_ops_detector',
    title: 'Operations of /proc/net taken over by a module of the kernel',
    version: '1.0.0',
    severity: 'critical',
    tactic: 'defense-evasion',
    technique: { id: 'T1014', name: 'Rootkit' },
    description:
      'A function behind a file of /proc/net, from which ss and netstat read connections, is not that of the kernel: the way in which a rootkit hides its connections from every tool at once.',
    misses: [
      'functions that are changed in place, by ftrace or by a write to their code',
      'connections hidden elsewhere: in the answers of netlink, which ss asks first, or in the C library',
      'a hook that is taken out before the next look',
    ],
  } satisfies Meta;

  readonly on = {
    hooked_seq_ops: ({ args: { hooked_seq_ops } }) => {
      if (hooked_seq_ops === null || hooked_seq_ops.length === 0) return undefined;
      const hooked = hooked_seq_ops.map((text) => {
        const [, operation = text, symbol = '', owner = ''] = hook.exec(text) ?? [];
        return [operation, { symbol, owner }] as const;
      });
      return { data: { hooked_seq_ops: Object.fromEntries(hooked) } };
    },
  } satisfies Handlers;
}
