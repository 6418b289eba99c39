import LdPreload from '../../signatures/ld_preload';
import { event, testSignature } from '../../src/index';

const exec = (pathname: string, env: string[]) => event('sched_process_exec', { pathname, env });
const open = (pathname: string | null, flags: number) => event('security_file_open', { pathname, flags });
const rename = (old_path: string, new_path: string) => event('security_inode_rename', { old_path, new_path });

testSignature(LdPreload, {
  fires: [
    {
      name: 'LD_PRELOAD',
      events: [exec('/bin/ls', ['A=b', 'LD_PRELOAD=/tmp/x.so'])],
      data: { LD_PRELOAD: 'LD_PRELOAD=/tmp/x.so', pathname: '/bin/ls' },
    },
    {
      name: 'both variables, one finding',
      events: [exec('/bin/ls', ['LD_LIBRARY_PATH=/tmp', 'LD_PRELOAD=x'])],
      data: { LD_PRELOAD: 'LD_PRELOAD=x', LD_LIBRARY_PATH: 'LD_LIBRARY_PATH=/tmp', pathname: '/bin/ls' },
    },
    { name: 'the list written', events: [open('/etc/ld.so.preload', 1)] },
    {
      name: 'the list of another root replaced',
      events: [rename('/tmp/x', '/mnt/etc/ld.so.preload')],
      data: { path: '/mnt/etc/ld.so.preload', how: 'rename', old_path: '/tmp/x' },
    },
  ],
  quiet: [
    { name: 'variables that look alike', events: [exec('/bin/ls', ['XLD_PRELOAD=x', 'LD_PRELOAD_X=y', 'LD_PRELOAD'])] },
    { name: 'no environment sent', events: [event('sched_process_exec', { pathname: '/bin/ls', env: null })] },
    { name: 'the list read, as every start of a program does', events: [open('/etc/ld.so.preload', 0)] },
    { name: 'another file', events: [open('/etc/ld.so.cache', 1), rename('/etc/ld.so.preload', '/tmp/x')] },
  ],
});
