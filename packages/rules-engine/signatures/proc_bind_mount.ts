import type { Handlers, Meta, Signature } from '../src/index';

const ofProcess = /^\/proc\/\d+(?:\/|$)/;

export default class ProcBindMount implements Signature {
  readonly meta = {
    id: 'TTS-2017',
    name: 'proc_bind_mount',
    title: 'Something mounted over a directory of a process in /proc',
    version: '1.0.0',
    severity: 'high',
    tactic: 'defense-evasion',
    technique: { id: 'T1564', name: 'Hide Artifacts' },
    description:
      'A file system was mounted over the directory of a process in /proc. Every tool that lists processes then sees what was mounted and not the process.',
    misses: [
      'a mount made by move_mount of the new interface',
      'a process hidden otherwise: hidepid, another pid namespace, a rootkit',
      'a /proc mounted at another place',
    ],
  } satisfies Meta;

  readonly on = {
    security_sb_mount: {
      where: ({ args }) => args.path.startsWith('/proc/'),
      handle: ({ args: { dev_name, path, type, flags } }) =>
        path !== null && ofProcess.test(path) ? { data: { path, dev_name, type, flags } } : undefined,
    },
  } satisfies Handlers;
}
