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

const services = new Set(['tracee-collect', 'tracee-rules', 'tracee']);

const killers = new Set(['kill', 'killall', 'pkill', 'skill']);
/** Without these, kprobes and function tracing are off. */
const switches = new Set(['/proc/sys/kernel/ftrace_enabled', '/sys/kernel/debug/kprobes/enabled']);

export default class CollectorTampering implements Signature {
  readonly meta = {
    id: 'TTS-2044',
    name: 'collector_tampering',
    title: 'Collector or rules engine stopped or killed',
    version: '1.0.0',
    severity: 'critical',
    tactic: 'defense-evasion',
    technique: { id: 'T1562.001', name: 'Disable or Modify Tools' },
    description:
      'A command named the collector or the rules engine as what it stops or kills, or the machinery of the kernel by which the collector observes was switched off. An intruder who knows the watcher begins there.',
    misses: [
      'a service stopped by a signal or over D-Bus, and a tool called by another name',
      'a kill that names the process by its number',
      'an intruder who detaches or changes BPF programs and maps',
    ],
  } satisfies Meta;

  readonly on = {
    ...onWrittenPath((path) => path.oneOf(switches)),
    sched_process_exec: {
      where: ({ args }) => any(serviceTool(args), calledAs(args, killers)),
      handle: ({ args }) => {
        const service = stoppedService(args, services);
        if (service !== undefined) return { data: { stopped: service, argv: args.argv } };
        return killers.has(commandName(args)) && args.argv?.slice(1).some((word) => services.has(word))
          ? { data: { argv: args.argv } }
          : undefined;
      },
    },
  } satisfies Handlers;
}
