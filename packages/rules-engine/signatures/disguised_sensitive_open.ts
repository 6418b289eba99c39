import { basename, type Handlers, isSensitiveFile, type Meta, maybeSensitiveFile, type Signature } from '../src/index';

const isNamed = (written: string | null): written is string => written !== null && written !== '';

export default class DisguisedSensitiveOpen implements Signature {
  readonly meta = {
    id: 'TTS-2015',
    name: 'disguised_sensitive_open',
    title: 'Sensitive file opened under another name',
    version: '1.0.0',
    severity: 'medium',
    tactic: 'defense-evasion',
    technique: { id: 'T1036.005', name: 'Match Legitimate Resource Name or Location' },
    description:
      'A file that holds passwords or keys was opened, but the path that the program wrote ends in another name: a symbolic link, a descriptor of /proc or a link of another kind led there, or the path was exchanged while the kernel looked at it.',
    misses: [
      'another path that ends in the same name',
      'a hard link or a bind mount, which change the path that the kernel knows',
      'a file that this list of sensitive files does not have',
      'openings that are not made by a system call of the open family',
    ],
  } satisfies Meta;

  readonly on = {
    security_file_open: {
      where: ({ args }) => maybeSensitiveFile(args.pathname),
      handle: ({ args: { pathname, syscall_pathname, flags } }) =>
        pathname !== null &&
        isNamed(syscall_pathname) &&
        isSensitiveFile(pathname) &&
        basename(syscall_pathname) !== basename(pathname)
          ? { data: { path: pathname, written: syscall_pathname, flags } }
          : undefined,
    },
  } satisfies Handlers;
}
