import type { Handlers, Meta, Signature } from '../src/index';

const actions = new Map([
  [4, 'SYSLOG_ACTION_READ_CLEAR'],
  [5, 'SYSLOG_ACTION_CLEAR'],
  [6, 'SYSLOG_ACTION_CONSOLE_OFF'],
]);

export default class KernelLogClear implements Signature {
  readonly meta = {
    id: 'TTS-2038',
    name: 'kernel_log_clear',
    title: 'Log of the kernel cleared or silenced',
    version: '1.0.0',
    severity: 'medium',
    tactic: 'defense-evasion',
    technique: { id: 'T1070.002', name: 'Clear Linux or Mac System Logs' },
    description:
      'The log of the kernel was cleared, or its messages were kept from the console: what a module or an exploit left there is gone (dmesg -C).',
    misses: [
      'a log that is filled with other messages until the old ones are overwritten',
      'a copy of the log kept by the journal: see log_tampering',
    ],
  } satisfies Meta;

  readonly on = {
    syslog: {
      where: ({ args, returnValue }) => [args.type.oneOf(actions.keys()), returnValue.ge(0n)],
      handle: ({ args }) => ({ data: { action: actions.get(args.type) ?? '' } }),
    },
  } satisfies Handlers;
}
