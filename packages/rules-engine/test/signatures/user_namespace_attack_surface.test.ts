import UserNamespaceAttackSurface from '../../signatures/user_namespace_attack_surface';
import { event, testSignature } from '../../src/index';

const user = { userId: 1000, hostProcessId: 9 };
const unshare = () => event('unshare', { flags: 0x10000000 }, { ...user, timestamp: 1n });
const netfilter = (timestamp: bigint) => event('socket', { domain: 16, type: 3, protocol: 12 }, { ...user, timestamp });

testSignature(UserNamespaceAttackSurface, {
  fires: [
    { name: 'netfilter', events: [unshare(), netfilter(2n)], data: { reached: 'netfilter', type: 3 } },
    {
      name: 'a packet socket',
      events: [unshare(), event('socket', { domain: 17, type: 3 }, { ...user, timestamp: 5n })],
      data: { reached: 'packet socket', type: 3 },
    },
    {
      name: 'a mount',
      events: [unshare(), event('security_sb_mount', { type: 'overlay', path: '/tmp/m' }, { ...user, timestamp: 5n })],
      data: { reached: 'mount', type: 'overlay', path: '/tmp/m' },
    },
  ],
  quiet: [
    { name: 'without a namespace', events: [netfilter(2n)] },
    { name: 'later than a minute', events: [unshare(), netfilter(60_000_000_001n + 1n)] },
    {
      name: 'root',
      events: [event('unshare', { flags: 0x10000000 }, { userId: 0, hostProcessId: 9, timestamp: 1n }), netfilter(2n)],
    },
    {
      name: 'refused',
      events: [event('unshare', { flags: 0x10000000 }, { ...user, timestamp: 1n, returnValue: -1n }), netfilter(2n)],
    },
    {
      name: 'another process',
      events: [
        unshare(),
        event('socket', { domain: 16, protocol: 12 }, { userId: 1000, hostProcessId: 10, timestamp: 2n }),
      ],
    },
    { name: 'another socket', events: [unshare(), event('socket', { domain: 2 }, { ...user, timestamp: 2n })] },
  ],
});
