import { byIoUring, type Handlers, isSensitiveFile, type Meta, maybeSensitiveFile, type Signature } from '../src/index';

export default class IoUringSensitiveOpen implements Signature {
  readonly meta = {
    id: 'TTS-2010',
    name: 'io_uring_sensitive_open',
    title: 'Sensitive file opened through io_uring',
    version: '1.0.0',
    severity: 'high',
    tactic: 'defense-evasion',
    technique: { id: 'T1562.001', name: 'Disable or Modify Tools' },
    description:
      'A file that holds passwords or keys was opened by a request in an io_uring. No system call of the open family is made, so that rules on system calls see nothing; hardly any program reads such files like this.',
    misses: [
      'files that were opened in another way and are only read through the ring',
      'a file that this list of sensitive files does not have',
    ],
  } satisfies Meta;

  readonly on = {
    security_file_open: {
      where: (event) => [byIoUring(event), maybeSensitiveFile(event.args.pathname)],
      handle: ({ args: { pathname, flags } }) =>
        isSensitiveFile(pathname) ? { data: { path: pathname, flags } } : undefined,
    },
  } satisfies Handlers;
}
