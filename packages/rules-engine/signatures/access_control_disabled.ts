import {
  any,
  calledAs,
  commandName,
  type Handlers,
  type Meta,
  onWrittenPath,
  type Signature,
  serviceTool,
  stoppedService,
} from '../src/index';

const services = new Set(['apparmor']);

const switches = new Set([
  '/sys/fs/selinux/enforce',
  '/sys/fs/selinux/disable',
  '/sys/kernel/security/apparmor/.remove',
]);
const tools = new Set(['aa-teardown', 'aa-disable', 'aa-complain']);

const isSetenforceOff = (argv: readonly string[] | null) => /^(?:0|permissive)$/i.test(argv?.[1] ?? '');

export default class AccessControlDisabled implements Signature {
  readonly meta = {
    id: 'TTS-2043',
    name: 'access_control_disabled',
    title: 'Mandatory access control switched off',
    version: '1.0.0',
    severity: 'high',
    tactic: 'defense-evasion',
    technique: { id: 'T1562.001', name: 'Disable or Modify Tools' },
    description:
      'SELinux was put into permissive mode or AppArmor was stopped or its profiles were removed. From then on a process may do all that its user may.',
    misses: [
      'a service stopped by a signal or over D-Bus, and a tool called by another name',
      'a profile that is only loosened',
      'boot parameters that switch it off at the next start',
    ],
  } satisfies Meta;

  readonly on = {
    ...onWrittenPath((path) => path.oneOf(switches)),
    sched_process_exec: {
      where: ({ args }) => any(serviceTool(args), calledAs(args, [...tools, 'setenforce'])),
      handle: ({ args }) => {
        const service = stoppedService(args, services);
        if (service !== undefined) return { data: { stopped: service, argv: args.argv } };
        return tools.has(commandName(args)) || (commandName(args) === 'setenforce' && isSetenforceOff(args.argv))
          ? { data: { argv: args.argv } }
          : undefined;
      },
    },
  } satisfies Handlers;
}
