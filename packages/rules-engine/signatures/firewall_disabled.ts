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

const services = new Set(['firewalld', 'ufw', 'nftables', 'iptables', 'ip6tables', 'netfilter-persistent']);

const legacy = new Set(['iptables', 'ip6tables'].flatMap((name) => [name, `${name}-legacy`, `${name}-nft`]));

/** The command empties a table, or all of them. */
function isFlush(command: string, [, ...words]: readonly string[]): boolean {
  if (command === 'ufw') return words.includes('disable') || words.includes('reset');
  if (command === 'nft') return words.join(' ').includes('flush ruleset');
  const flush = legacy.has(command) ? words.findIndex((word) => word === '-F' || word === '--flush') : -1;
  return flush >= 0 && (words[flush + 1] === undefined || words[flush + 1]?.startsWith('-') === true);
}

export default class FirewallDisabled implements Signature {
  readonly meta = {
    id: 'TTS-2042',
    name: 'firewall_disabled',
    title: 'Firewall switched off',
    version: '1.0.0',
    severity: 'high',
    tactic: 'defense-evasion',
    technique: { id: 'T1562.004', name: 'Disable or Modify System Firewall' },
    description:
      'The rules of the firewall were deleted or its service was stopped. Firewalls that rebuild their rules, container runtimes among them, flush single chains; only what empties whole tables is reported.',
    misses: [
      'a service stopped by a signal or over D-Bus, and a tool called by another name',
      'a rule in front that accepts everything',
      'a program that speaks netlink to the kernel itself',
    ],
  } satisfies Meta;

  readonly on = {
    sched_process_exec: {
      where: ({ args }) => any(serviceTool(args), calledAs(args, [...legacy, 'ufw', 'nft'])),
      handle: ({ args }) => {
        const service = stoppedService(args, services);
        if (service !== undefined) return { data: { stopped: service, argv: args.argv } };
        return isFlush(commandName(args), args.argv ?? []) ? { data: { argv: args.argv } } : undefined;
      },
    },
  } satisfies Handlers;
}
