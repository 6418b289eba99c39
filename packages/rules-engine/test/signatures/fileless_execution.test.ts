import FilelessExecution from '../../signatures/fileless_execution';
import { event, testSignature } from '../../src/index';

const exec = (pathname: string | null, cmdpath = '/usr/bin/true') => event('sched_process_exec', { pathname, cmdpath });
const runc = 'memfd:runc_cloned:/proc/self/exe';

testSignature(FilelessExecution, {
  fires: [
    { name: 'a memfd', events: [exec('memfd:payload')], data: { pathname: 'memfd:payload' } },
    { name: 'a memfd without a name', events: [exec('memfd:')] },
    {
      name: 'a memfd named with bytes that are not UTF-8',
      events: [exec('memfd:\udcff')],
      data: { pathname: 'memfd:\udcff' },
    },
    { name: 'shared memory', events: [exec('/dev/shm/x')] },
    {
      name: 'what is named as a copy of runc, in a container or of a user',
      events: [
        event('sched_process_exec', { pathname: runc }, { contextFlags: { containerStarted: true } }),
        event('sched_process_exec', { pathname: runc }, { userId: 1000 }),
      ],
      findings: 2,
    },
    { name: 'shared memory below /run', events: [exec('/run/shm/a/b')] },
  ],
  quiet: [
    { name: 'runc on the host', events: [exec(runc)] },
    { name: 'a program on disk', events: [exec('/usr/bin/true')] },
    { name: 'a directory that only begins alike', events: [exec('/dev/shmem/x'), exec('/run/shm')] },
    { name: 'a path below another root', events: [exec('/mnt/dev/shm/x'), exec('/tmp/memfd:x')] },
    { name: 'a command written like a memory path', events: [exec('/usr/bin/true', 'memfd:x')] },
  ],
});
