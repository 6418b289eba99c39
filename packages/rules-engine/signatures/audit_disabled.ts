import {
  any,
  calledAs,
  commandName,
  type Handlers,
  type Meta,
  type Signature,
  serviceTool,
  stoppedService,
} from '../src/index';

const services = new Set(['auditd', 'rsyslog', 'syslog', 'syslog-ng', 'systemd-journald', 'laurel']);

/** auditctl -e 0 or -e0, and -D. */
const isDisabling = (argv: readonly string[] | null) =>
  argv?.some((word, at) => word === '-D' || word === '-e0' || (word === '-e' && argv[at + 1] === '0')) === true;

export default class AuditDisabled implements Signature {
  readonly meta = {
    id: 'TTS-2041',
    name: 'audit_disabled',
    title: 'Audit or logging of the system switched off',
    version: '1.0.0',
    severity: 'high',
    tactic: 'defense-evasion',
    technique: { id: 'T1562.012', name: 'Disable or Modify Linux Audit System' },
    description:
      'The audit of the kernel was disabled or its rules were deleted, or a service that keeps logs was stopped. What is done next leaves no trace there. Updates restart such services, which is not reported.',
    misses: [
      'a service stopped by a signal or over D-Bus, and a tool called by another name',
      'a program that speaks to the audit socket itself',
      'rules changed in their files, which take effect at the next start',
    ],
  } satisfies Meta;

  readonly on = {
    sched_process_exec: {
      where: ({ args }) => any(serviceTool(args), calledAs(args, ['auditctl'])),
      handle: ({ args }) => {
        const service = stoppedService(args, services);
        if (service !== undefined) return { data: { stopped: service, argv: args.argv } };
        return commandName(args) === 'auditctl' && isDisabling(args.argv) ? { data: { argv: args.argv } } : undefined;
      },
    },
  } satisfies Handlers;
}
