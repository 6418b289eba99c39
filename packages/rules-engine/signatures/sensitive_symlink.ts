import { type Handlers, isSensitiveFile, type Meta, maybeSensitiveFile, type Signature } from '../src/index';

export default class SensitiveSymlink implements Signature {
  readonly meta = {
    id: 'TTS-2014',
    name: 'sensitive_symlink',
    title: 'Symbolic link to a sensitive file',
    version: '1.0.0',
    severity: 'medium',
    tactic: 'credential-access',
    technique: { id: 'T1003.008', name: '/etc/passwd and /etc/shadow' },
    description:
      'A symbolic link was made whose target is a file that holds passwords or keys. A program with more rights that is led to the link reads or writes the file in place of its own.',
    misses: [
      'a target written relative to the link, or a link to a directory above the file',
      'a file that this list of sensitive files does not have',
    ],
  } satisfies Meta;

  readonly on = {
    security_inode_symlink: {
      where: ({ args }) => maybeSensitiveFile(args.target),
      handle: ({ args: { target, linkpath } }) =>
        isSensitiveFile(target) ? { data: { path: target, link: linkpath } } : undefined,
    },
  } satisfies Handlers;
}
