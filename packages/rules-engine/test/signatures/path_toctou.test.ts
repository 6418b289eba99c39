import PathToctou from '../../signatures/path_toctou';
import { event, testSignature } from '../../src/index';

const hook = (pathname: string, syscall_pathname: string | null, hostThreadId = 7) =>
  event('security_file_open', { pathname, syscall_pathname }, { hostThreadId });
const exit = (pathname: string, context: { returnValue?: bigint } = {}) =>
  event('openat', { pathname }, { hostThreadId: 7, returnValue: 3n, ...context });

testSignature(PathToctou, {
  fires: [
    {
      name: 'another path at the return',
      events: [hook('/etc/shadow', '/etc/shadow'), exit('/etc/hosts')],
      data: { at_open: '/etc/shadow', at_return: '/etc/hosts', path: '/etc/shadow' },
    },
    {
      name: 'by open, too',
      events: [hook('/a', '/a'), event('open', { pathname: '/b' }, { hostThreadId: 7, returnValue: 3n })],
    },
  ],
  quiet: [
    { name: 'the same path', events: [hook('/etc/hosts', '/etc/hosts'), exit('/etc/hosts')] },
    { name: 'another thread', events: [hook('/etc/hosts', '/etc/hosts', 8), exit('/etc/passwd')] },
    { name: 'a failed open after another one', events: [hook('/a', '/a'), exit('/b', { returnValue: -2n })] },
    {
      name: 'an opening that the hook does not see',
      events: [
        hook('/a', '/a'),
        event('openat', { pathname: '/b', flags: 0o10000000 }, { hostThreadId: 7, returnValue: 3n }),
      ],
    },
    {
      name: 'a path that could not be read',
      events: [
        hook('/a', null),
        exit('/b'),
        hook('/a', '/a'),
        event('openat', { pathname: null }, { hostThreadId: 7, returnValue: 3n }),
      ],
    },
  ],
});
