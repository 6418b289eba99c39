import { type Handlers, isSensitiveFile, type Meta, maybeSensitiveFile, type Signature } from '../src/index';

/** Made, or refused for want of permission (EPERM, EACCES); other failures are no sign. */
const results = new Set([0n, -1n, -13n]);

const detection = (oldpath: string | null, newpath: string | null, returned: bigint) =>
  isSensitiveFile(oldpath) && results.has(returned) ? { data: { path: oldpath, link: newpath, returned } } : undefined;

export default class SensitiveHardLink implements Signature {
  readonly meta = {
    id: 'TTS-2013',
    name: 'sensitive_hard_link',
    title: 'Hard link to a sensitive file',
    version: '1.0.0',
    severity: 'high',
    tactic: 'credential-access',
    technique: { id: 'T1003.008', name: '/etc/passwd and /etc/shadow' },
    description:
      'A second name was made, or was refused, for a file that holds passwords or keys. Under the new name the file passes by every rule on its path. fs.protected_hardlinks refuses it to those who do not own the file.',
    misses: [
      'the file named relative to a directory or by a descriptor',
      'a file that this list of sensitive files does not have',
      'a bind mount, which gives the file another path, too',
    ],
  } satisfies Meta;

  readonly on = {
    link: {
      where: ({ args }) => maybeSensitiveFile(args.oldpath),
      handle: ({ args: { oldpath, newpath }, returnValue }) => detection(oldpath, newpath, returnValue),
    },
    linkat: {
      where: ({ args }) => maybeSensitiveFile(args.oldpath),
      handle: ({ args: { oldpath, newpath }, returnValue }) => detection(oldpath, newpath, returnValue),
    },
  } satisfies Handlers;
}
