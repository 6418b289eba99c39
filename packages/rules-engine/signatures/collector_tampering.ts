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
    title: 'Collector or rules engine stopped, killed or blinded',
    version: '1.1.0',
    severity: 'critical',
    tactic: 'defense-evasion',
    technique: { id: 'T1562.001', name: 'Disable or Modify Tools' },
    description:
      'A command named the collector or the rules engine as what it stops or kills, the machinery of the kernel by which the collector observes was switched off, or a program of the collector was detached by somebody else (it is attached again within a second, and what its events would have shown meanwhile is missing). An intruder who knows the watcher begins there.',
    misses: [
      'a service stopped by a signal or over D-Bus, and a tool called by another name',
      'a kill that names the process by its number',
      'an intruder who changes BPF maps, or disables a kprobe without detaching it',
    ],
  } satisfies Meta;

  readonly on = {
    probe_detached: ({ args }) => ({
      data: {
        program: args.program,
        events: args.events,
        found: args.found,
        last_attached: args.last_attached,
        attached_again: args.attached_again,
      },
    }),
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
