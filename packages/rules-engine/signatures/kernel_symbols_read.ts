import { type Handlers, inContainer, type Meta, type Signature } from '../src/index';

const symbols = /^\/proc\/kallsyms$|^\/boot\/System\.map/;

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
    security_file_open: (event) => {
      const { pathname, flags } = event.args;
      return pathname !== null && symbols.test(pathname) && (event.userId !== 0 || inContainer(event))
        ? { data: { path: pathname, flags } }
        : undefined;
    },
  } satisfies Handlers;
}
