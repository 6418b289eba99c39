import { any, type Meta, onWrittenPath, type Signature, under } from '../src/index';

export default class AuthorizedKeysModification implements Signature {
  readonly meta = {
    id: 'TTS-2003',
    name: 'authorized_keys_modification',
    title: 'Keys that may log in were changed',
    version: '1.0.0',
    severity: 'medium',
    tactic: 'persistence',
    technique: { id: 'T1098.004', name: 'SSH Authorized Keys' },
    description:
      'A list of keys that may log in over SSH was opened for writing or replaced. One line there is a way in that survives every change of the password. ssh-copy-id and provisioning agents do the same.',
    misses: [
      'another file that AuthorizedKeysFile names, or a program that AuthorizedKeysCommand names',
      'a certificate signed by a key that the server trusts',
      'a rename below a mount point: the event has the path inside the file system, so that a separate file system at the directory hides it',
    ],
  } satisfies Meta;

  readonly on = onWrittenPath((path) =>
    any(
      path.endsWith('/.ssh/authorized_keys'),
      path.endsWith('/.ssh/authorized_keys2'),
      under(path, '/etc/ssh/authorized_keys', '/etc/ssh/authorized_keys.d'),
    ),
  );
}
