import LoaderExecution from '../../signatures/loader_execution';
import { event, testSignature } from '../../src/index';

const exec = (pathname: string, argv: string[]) => event('sched_process_exec', { pathname, argv });

testSignature(LoaderExecution, {
  fires: [
    {
      name: 'glibc',
      events: [exec('/usr/lib/x86_64-linux-gnu/ld-linux-x86-64.so.2', ['ld.so', '/tmp/x'])],
      data: { pathname: '/usr/lib/x86_64-linux-gnu/ld-linux-x86-64.so.2', argv: ['ld.so', '/tmp/x'] },
    },
    { name: 'musl', events: [exec('/lib/ld-musl-x86_64.so.1', ['x', '/tmp/x'])] },
    { name: 'an older name of glibc', events: [exec('/lib/ld-2.31.so', ['x', '/tmp/x', 'y'])] },
  ],
  quiet: [
    {
      name: 'ldd asks',
      events: [
        exec('/lib64/ld-linux-x86-64.so.2', ['ld.so', '--verify', '/bin/ls']),
        exec('/lib64/ld-linux-x86-64.so.2', ['ld.so', '--list', '/bin/ls']),
      ],
    },
    { name: 'no program given', events: [exec('/lib64/ld-linux-x86-64.so.2', ['ld.so'])] },
    {
      name: 'a program with the loader as interpreter',
      events: [exec('/bin/ls', ['ls', '/lib64/ld-linux-x86-64.so.2']), exec('/usr/bin/ld', ['ld', 'x.o'])],
    },
  ],
});
