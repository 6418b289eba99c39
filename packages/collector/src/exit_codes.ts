/** How tracee-collect ends: the number, and what it means. The names are the stable codes of CollectError. */
export const exitCodes = {
  ok: { status: 0, meaning: 'stopped by a signal, by --duration or because the reader went away' },
  internal: { status: 1, meaning: 'an error of tracee-collect itself' },
  unsupported: {
    status: 2,
    meaning: 'BPF programs cannot be loaded on this system, or a part of the build is missing',
  },
  usage: { status: 3, meaning: 'the command line is wrong' },
  permission: { status: 4, meaning: 'root, or CAP_BPF and CAP_PERFMON, is needed' },
  'no-events': { status: 5, meaning: 'none of the selected events is available on this kernel' },
  output: { status: 6, meaning: 'the output cannot be opened or written' },
} as const;

export type ErrorCode = Exclude<keyof typeof exitCodes, 'ok'>;
