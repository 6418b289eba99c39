import type { Handlers, Meta, Signature } from '../src/index';

/** See the event: writable and executable memory made executable only. */
const PROTECTION_FROM_WRITE_EXEC_TO_EXEC = 4;

export default class DynamicCodeLoading implements Signature {
  readonly meta = {
    id: 'TRC-104',
    name: 'dynamic_code_loading',
    title: 'Memory that was written became executable only',
    version: '1.0.0',
    severity: 'medium',
    tactic: 'defense-evasion',
    technique: { id: 'T1027.002', name: 'Software Packing' },
    description:
      'Memory that was writable and executable lost the right to write: code was put there, and is about to run. Packed malware unpacks itself like this; so do compilers that work at run time.',
    misses: [
      'memory that is never writable and executable at once: written first, made executable later',
      'code that stays writable while it runs',
      'two mappings of one memory, one to write and one to execute',
    ],
  } satisfies Meta;

  readonly on = {
    mem_prot_alert: {
      where: ({ args }) => args.alert.eq(PROTECTION_FROM_WRITE_EXEC_TO_EXEC),
      handle: ({ args }) => ({ data: { addr: args.addr, len: args.len, pathname: args.pathname } }),
    },
  } satisfies Handlers;
}
