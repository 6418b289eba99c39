import type { Handlers, Meta, Signature } from '../src/index';

const throughProcess = /^\/proc\/\d+(?:\/task\/\d+)?\/(?:root|cwd)\//;

export default class ProcessRootOpen implements Signature {
  readonly meta = {
    id: 'TTS-2029',
    name: 'process_root_open',
    title: 'Container reached into the root of another process',
    version: '1.0.0',
    severity: 'high',
    tactic: 'privilege-escalation',
    technique: { id: 'T1611', name: 'Escape to Host' },
    description:
      'A program in a container opened a file through /proc/PID/root or /proc/PID/cwd. When the process belongs to the host, the path leads to the files of the host.',
    misses: [
      'a path relative to such a directory that was opened before',
      '/proc/self/root, which is left out: it leads to the root of the program itself',
    ],
  } satisfies Meta;

  readonly on = {
    security_file_open: {
      where: ({ args, origin }) => [args.syscall_pathname.startsWith('/proc/'), origin.is('container')],
      handle: ({ args: { pathname, syscall_pathname, flags } }) =>
        throughProcess.test(syscall_pathname ?? '')
          ? { data: { path: pathname, written: syscall_pathname, flags } }
          : undefined,
    },
  } satisfies Handlers;
}
