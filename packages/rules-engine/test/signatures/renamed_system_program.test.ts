import RenamedSystemProgram from '../../signatures/renamed_system_program';
import { event, testSignature } from '../../src/index';

const exec = (pathname: string, inode: bigint, dev = 8) => event('sched_process_exec', { pathname, inode, dev });

testSignature(RenamedSystemProgram, {
  fires: [
    {
      name: 'a hard link elsewhere',
      events: [exec('/usr/bin/curl', 77n), exec('/tmp/.update', 77n)],
      data: { pathname: '/tmp/.update', known_as: '/usr/bin/curl', dev: 8, inode: 77n },
    },
  ],
  quiet: [
    { name: 'two names in the system', events: [exec('/bin/sh', 77n), exec('/usr/bin/busybox', 77n)] },
    { name: 'another file', events: [exec('/usr/bin/curl', 77n), exec('/tmp/x', 78n)] },
    { name: 'the same inode of another device', events: [exec('/usr/bin/curl', 77n), exec('/tmp/x', 77n, 9)] },
    { name: 'no inode recorded', events: [exec('/usr/bin/curl', 0n), exec('/tmp/x', 0n)] },
  ],
});
