import type { Handlers, Meta, Signature } from '../src/index';

const CLONE_NEWUSER = 0x10000000;

export default class UserNamespaceInContainer implements Signature {
  readonly meta = {
    id: 'TTS-2021',
    name: 'user_namespace_in_container',
    title: 'Container made a user namespace',
    version: '1.0.0',
    severity: 'medium',
    tactic: 'privilege-escalation',
    technique: { id: 'T1611', name: 'Escape to Host' },
    description:
      'A program in a container made a user namespace. Inside it holds every capability, which opens parts of the kernel that the container was kept from: most escapes through the kernel of the last years began like this. Browsers and rootless builders do it by design.',
    misses: [
      'clone3, whose flags lie in memory that the event does not have',
      'a namespace that was made before the container started',
    ],
  } satisfies Meta;

  readonly on = {
    unshare: {
      where: ({ args, origin }) => [args.flags.has(CLONE_NEWUSER), origin.is('container')],
      handle: ({ returnValue }) => ({ data: { call: 'unshare', returned: returnValue } }),
    },
    clone: {
      where: ({ args, origin }) => [args.flags.has(BigInt(CLONE_NEWUSER)), origin.is('container')],
      handle: ({ returnValue }) => ({ data: { call: 'clone', returned: returnValue } }),
    },
  } satisfies Handlers;
}
