import { any, type Handlers, type Meta, not, type Signature } from '../src/index';

export default class KernelSymbolsRead implements Signature {
  readonly meta = {
    id: 'TTS-2047',
    name: 'kernel_symbols_read',
    title: 'Addresses of the kernel read',
    version: '1.0.0',
    severity: 'low',
    tactic: 'discovery',
    technique: { id: 'T1082', name: 'System Information Discovery' },
    description:
      "A program of a user other than root, or one in a container, opened the list of the kernel's symbols. Exploits look up there where functions lie; with kernel.kptr_restrict set they find zeros.",
    misses: ['addresses found otherwise: in the log of the kernel, by timing', 'a program of root on the host'],
  } satisfies Meta;

  readonly on = {
    security_file_open: {
      where: ({ args, origin, userId }) => [
        any(args.pathname.eq('/proc/kallsyms'), args.pathname.startsWith('/boot/System.map')),
        any(not(userId.eq(0)), origin.is('container')),
      ],
      handle: ({ args }) => ({ data: { path: args.pathname, flags: args.flags } }),
    },
  } satisfies Handlers;
}
