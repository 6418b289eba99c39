import { type Handlers, type Meta, type Signature, writeOpen } from '../src/index';

const files = new Set(['/proc/sys/kernel/sysrq', '/proc/sysrq-trigger']);

export default class SystemRequestKeyMod implements Signature {
  readonly meta = {
    id: 'TRC-1031',
    name: 'system_request_key_mod',
    title: 'Container opened the control of the system request key for writing',
    version: '1.0.0',
    severity: 'high',
    tactic: 'privilege-escalation',
    technique: { id: 'T1611', name: 'Escape to Host' },
    description:
      'A program in a container opened /proc/sysrq-trigger or /proc/sys/kernel/sysrq for writing: by them the machine is rebooted, crashed or its processes are killed, or such commands are allowed.',
    misses: [
      'the key itself, pressed at a console or sent over a serial line',
      'the file reached under another name: a hard link, another mount of its file system, a bind mount',
    ],
  } satisfies Meta;

  readonly on = {
    security_file_open: {
      where: ({ args, origin }) => [writeOpen(args.flags), args.pathname.oneOf(files), origin.is('container')],
      handle: ({ args }) => ({ data: { path: args.pathname, flags: args.flags } }),
    },
  } satisfies Handlers;
}
