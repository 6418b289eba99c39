import type { Handlers, Meta, Signature } from '../src/index';

const KEXEC_ON_CRASH = 1n;
const KEXEC_FILE_ON_CRASH = 2n;

const detection = (
  call: string,
  flags: bigint | null,
  onCrash: bigint,
  returnValue: bigint,
  cmdline: string | null = null,
) => (returnValue === 0n && flags !== null && (flags & onCrash) === 0n ? { data: { call, cmdline } } : undefined);

export default class KernelReplacement implements Signature {
  readonly meta = {
    id: 'TTS-2048',
    name: 'kernel_replacement',
    title: 'Another kernel prepared to be started',
    version: '1.0.0',
    severity: 'high',
    tactic: 'persistence',
    technique: { id: 'T1542', name: 'Pre-OS Boot' },
    description:
      'A kernel was loaded with kexec, to be started in place of the running one without the checks of the firmware. Crash dumps prepare a kernel once at the start of the machine, with a flag that is left out here.',
    misses: ['a kernel put onto the disk for the next start'],
  } satisfies Meta;

  readonly on = {
    kexec_load: ({ args: { flags }, returnValue }) => detection('kexec_load', flags, KEXEC_ON_CRASH, returnValue),
    kexec_file_load: ({ args: { flags, cmdline }, returnValue }) =>
      detection('kexec_file_load', flags, KEXEC_FILE_ON_CRASH, returnValue, cmdline),
  } satisfies Handlers;
}
