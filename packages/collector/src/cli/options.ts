import type { EventDefinition } from '@tracee/event-schema';
import yargs from 'yargs';
import { parseLabels } from '../containers/labels';
import type { RuntimeSocket } from '../containers/runtimes/runtime';
import { parseSockets } from '../containers/runtimes/sockets';
import { CollectError } from '../errors';
import { exitCodes } from '../exit_codes';
import { keys } from '../filter/grammar';
import { setNames } from '../filter/select_events';
import { didYouMean } from '../filter/suggest';
import { defaultThrottle, type Throttle } from '../kernel/rings';
import { type Cache, parseCache } from './cache';
import { type Caps, parseCaps } from './caps';
import { parseCritical } from './critical';
import { durationMs, queueBytes, ringBytes } from './quantities';
import { parseThrottle } from './throttle';

export interface Options {
  readonly trace: readonly string[];
  readonly policies: readonly string[];
  readonly output: readonly string[];
  readonly list: boolean;
  readonly version: boolean;
  readonly durationMs?: number;
  readonly readyFile?: string;
  readonly ringBytes: number;
  readonly controlRingBytes: number;
  readonly critical: readonly string[];
  readonly throttle: Throttle | undefined;
  readonly queueBytes: number;
  readonly spill?: NonNullable<Cache['spill']>;
  readonly runtimes?: readonly RuntimeSocket[];
  readonly eventWaitMs: number;
  readonly labels: readonly string[];
  readonly includeSelf: boolean;
  readonly btfNearest: boolean;
  readonly caps: Caps;
  /** Addresses where they are served. */
  readonly healthz?: string;
  readonly metrics?: string;
  readonly log: 'error' | 'info' | 'debug';
}

const repeatable = { type: 'string', requiresArg: true, coerce: (value: string | string[]) => [value].flat() } as const;
const single = { type: 'string', requiresArg: true } as const;

const flags = {
  trace: { ...repeatable, alias: 't', describe: 'What to trace (see Filters); repeatable, all must hold' },
  policy: {
    ...repeatable,
    alias: 'p',
    describe: 'Policy file, or directory of policies (see Policies); repeatable, each matches on its own',
  },
  output: {
    ...repeatable,
    alias: 'o',
    describe:
      'frames, frames=PATH, table or json; exec-env adds environments to sched_process_exec, sort-events puts all in the order of time. Default: a table on a terminal, frames otherwise',
  },
  list: {
    type: 'boolean',
    alias: 'l',
    describe: 'List events (those of --trace, or all) with sets and arguments; --output json: a line of JSON each',
  },
  duration: { ...single, alias: 'd', describe: 'Stop after this time: 10s, 500ms, 2m, 1h' },
  'ready-file': { ...single, describe: 'File that exists, with the process id in it, while events are traced' },
  'ring-size': { ...single, default: '16MiB', describe: 'Kernel ring buffer, a power of two' },
  'control-ring-size': {
    ...single,
    default: '4MiB',
    describe: 'Ring buffer of control events (forks, programs, exits, mounts, modules), which no flood of others fills',
  },
  critical: { ...repeatable, describe: 'Events that go through the ring of control events too: NAME,..; repeatable' },
  throttle: {
    ...single,
    default: `${defaultThrottle.eventsPerSecond},burst=${defaultThrottle.burst}`,
    describe: 'Events a second that each cgroup may send while the ring is filling, or off',
  },
  'queue-size': { ...single, default: '256MB', describe: 'Queue for a reader that is slower than the kernel' },
  cache: {
    ...repeatable,
    describe:
      'Where frames wait for the reader: none, mem or disk; mem-cache-size=MB, disk-cache-size=MB, disk-cache-dir=DIR. What is on disk survives the collector and comes first in the next run',
  },
  crs: {
    ...repeatable,
    describe:
      'RUNTIME:SOCKET that is asked for names and images of containers (docker, podman, containerd, crio), or none. Default: where they usually listen',
  },
  'crs-labels': {
    ...repeatable,
    describe: 'Labels of containers that events have: NAME,.. or PREFIX*; repeatable',
  },
  'crs-wait': {
    ...single,
    default: '200ms',
    describe:
      'How long events wait for what the runtime tells of their container, where a filter asks for it, and container_create and existing_container; what it tells later is known of the events that follow',
  },
  'include-self': { type: 'boolean', describe: 'Trace tracee-collect and the reader of its output as well' },
  caps: {
    ...repeatable,
    describe:
      'Privileges are dropped once events are traced. add=CAP,.. keeps more, add!=CAP,.. less; cancel-drop keeps all, allow-failed-drop goes on where they cannot be dropped',
  },
  healthz: {
    type: 'string',
    describe:
      'Serve /healthz: 200 when an event of our own comes back from the kernel within a second. HOST:PORT or unix:PATH; default: --listen-addr',
  },
  metrics: { type: 'string', describe: 'Serve /metrics for Prometheus, likewise' },
  'listen-addr': {
    ...single,
    default: '127.0.0.1:3366',
    describe: 'HOST:PORT or unix:PATH of --healthz and --metrics',
  },
  'btf-nearest': {
    type: 'boolean',
    describe: 'Without BTF of this kernel, take that of the nearest of its series, if all of the series agree',
  },
  debug: { type: 'boolean', describe: 'Say more on standard error' },
  quiet: { type: 'boolean', alias: 'q', describe: 'Say only errors' },
  version: { type: 'boolean', describe: 'Versions of tracee-collect, libbpf and the event schema' },
} as const;

const epilogue = `Commands, in place of options (each has --help):
  doctor  what this machine can do: which BTF is used and why, kernel features, events that are unavailable
  top     what the collectors that run cost, by program, event and container
  build   make BTF of this kernel from its headers with clang, for kernels that have none

Filters:
  event=NAME,..   events by name, or prefix*     set=NAME,..    sets of events (see --list)
  uid=  pid=      numbers, as the host sees them mntns=  pidns= inode numbers of namespaces
  comm=NAME,..    name of the thread             uts=NAME,..    host name
  tree=PID,..     a process and its descendants  follow         descendants of whatever matches
  exec=PATH,..    program that the process runs  pid=new        processes that start from now on
  container       in containers; !container: outside of them    container=ID  by the beginning of the id
  container=new   containers that start from now on
  container.name=TEXT,..  container.image=  container.pod=  container.namespace=  container.label.KEY=
                  what their runtime tells of containers (see --crs); != takes what is outside of containers, too
  EVENT.ARG=VALUE,..  an argument of an event    EVENT.retval=VALUE  what it returned: a number, or ENOENT
  Operators: = != and, for numbers, < <= > >=. Text may be prefix*, *suffix or *contains*; flags match by name
  (openat.flags=O_CREAT), addresses by network (connect.addr=10.0.0.0/8), lists when an element does.
  Equal values are alternatives; everything else must hold. With no event: set=default.

Policies:
  apiVersion: tracee.aquasec.com/v1beta1         spec:
  kind: Policy                                     scope: [uid=0, "!container"]
  metadata: {name: NAME}                           rules: [{event: openat, filters: ["args.pathname=/etc/*"]}]
  YAML or JSON, at most 64 with --trace as one of them. An event names all that it matches. SIGHUP, or a change of the files, puts
  other policies in force while tracing; they must not ask for events that were not asked for at the start.

Outputs:
  frames=PATH is a FIFO, made when nothing is there (readers may come late and go), or a file when PATH ends in .frames.
  Say which with frames=fifo:PATH and frames=file:PATH.

Environment:
  TRACEE_BTF_FILE   BTF of the running kernel, where it has none of its own
  TRACEE_BPF_FILE   BPF object in place of the package's; tracee-collect build --object makes one that needs no BTF
  OSRELEASE_FILE    os-release of the host, where /etc/os-release is a container's
  KCONFIG_FILE      the kernel's configuration, where /boot and /proc are a container's
  TRACEE_BTF_CACHE  where tracee-collect build keeps what it makes (/var/cache/tracee/btf)

Exit status:
${Object.values(exitCodes)
  .map(({ status, meaning }) => `  ${status}  ${meaning}`)
  .join('\n')}`;

const examples: readonly [string, string][] = [
  ['$0', 'the default events as a table'],
  ['$0 | tracee-rules', 'find attacks'],
  ['$0 -t event=openat,connect -t comm=nginx -o json', 'what nginx opens, as JSON lines'],
  ["$0 -t 'set=fs' -t 'event!=read,write' -t tree=4711", 'file events of process 4711 and its descendants'],
  ["$0 -t 'openat.pathname=/etc/*' -t 'openat.flags=O_CREAT'", 'files created in /etc'],
  ["$0 -t 'connect.addr=10.0.0.0/8' -t 'connect.retval<0' -t 'uid>=1000'", 'failed connections of users to a network'],
  ['$0 --policy policies/', 'what policies say'],
  ['$0 -o frames=run.frames -d 10s', 'record ten seconds, for tracee-rules --input run.frames'],
  ['$0 completion', 'a completion script for the shell'],
];

/** The options, or the text to print (help, completion). Throws a CollectError for what is wrong. */
export function parseOptions(args: readonly string[], events: readonly EventDefinition[]): Options | string {
  const parser = yargs()
    .scriptName('tracee-collect')
    .locale('en')
    .usage('$0 [options]\n\nTraces events of the Linux kernel and writes them to standard output, a FIFO or a file.')
    .parserConfiguration({ 'boolean-negation': false, 'dot-notation': false, 'camel-case-expansion': false })
    .version(false)
    .options(flags)
    .example(examples.map(([command, text]) => [command, text] as [string, string]))
    .completion('completion', false as never, (current: string) => completions(current, args, events))
    .epilogue(epilogue)
    .wrap(120)
    .strictOptions()
    .exitProcess(false);
  let text = '';
  let failure: string | undefined;
  let values: Readonly<Record<string, unknown>> = {};
  parser.parse(args, {}, (error: Error | undefined, parsed: Readonly<Record<string, unknown>>, output: string) => {
    values = parsed;
    text = output;
    failure = error?.message;
  });
  if (failure !== undefined) throw usageFault(failure);
  if (text !== '') return text;
  const [stray] = values._ as (string | number)[];
  if (stray !== undefined) throw new CollectError('usage', `command line: "${stray}" is not an option (see --help)`);
  return toOptions(values, events);
}

function usageFault(message: string): CollectError {
  const [, word] = /^Unknown arguments?: ([^\s,]+)/.exec(message) ?? [];
  const hint =
    word === undefined ? 'see --help' : didYouMean(word, Object.keys(flags), 'see --help').replace('"', '"--');
  return new CollectError('usage', `command line: ${message} (${hint})`);
}

function toOptions(values: Readonly<Record<string, unknown>>, events: readonly EventDefinition[]): Options {
  const text = (name: keyof typeof flags) => {
    const value = values[name];
    if (Array.isArray(value)) throw new CollectError('usage', `--${name}: given ${value.length} times (give it once)`);
    return value as string | undefined;
  };
  if (values.debug && values.quiet) throw new CollectError('usage', '--quiet: contradicts --debug (give one of them)');
  const duration = text('duration');
  const readyFile = text('ready-file');
  const healthz = text('healthz');
  const metrics = text('metrics');
  const address = (value: string) => value || (text('listen-addr') ?? '');
  const runtimes = parseSockets((values.crs as string[] | undefined) ?? []);
  return {
    trace: (values.trace as string[] | undefined) ?? [],
    policies: (values.policy as string[] | undefined) ?? [],
    output: (values.output as string[] | undefined) ?? [],
    list: values.list === true,
    version: values.version === true,
    ...(duration === undefined ? {} : { durationMs: durationMs(duration) }),
    ...(readyFile === undefined ? {} : { readyFile }),
    ringBytes: ringBytes(text('ring-size') ?? ''),
    controlRingBytes: ringBytes(text('control-ring-size') ?? '', '--control-ring-size'),
    critical: parseCritical((values.critical as string[] | undefined) ?? [], events),
    throttle: parseThrottle(text('throttle') ?? ''),
    ...parseCache((values.cache as string[] | undefined) ?? [], queueBytes(text('queue-size') ?? '')),
    ...(runtimes === undefined ? {} : { runtimes }),
    labels: parseLabels((values['crs-labels'] as string[] | undefined) ?? []),
    eventWaitMs: durationMs(text('crs-wait') ?? '', '--crs-wait'),
    includeSelf: values['include-self'] === true,
    ...(healthz === undefined ? {} : { healthz: address(healthz) }),
    ...(metrics === undefined ? {} : { metrics: address(metrics) }),
    caps: parseCaps((values.caps as string[] | undefined) ?? []),
    btfNearest: values['btf-nearest'] === true,
    log: values.debug ? 'debug' : values.quiet ? 'error' : 'info',
  };
}

/** Words that may stand where the cursor is. */
function completions(current: string, args: readonly string[], events: readonly EventDefinition[]): string[] {
  const previous = args[args.length - 2] ?? '';
  if (/^(-t|--trace)$/.test(previous)) return traceWords(current, events);
  if (/^(-o|--output)$/.test(previous)) return ['frames', 'frames=', 'table', 'json', 'exec-env', 'sort-events'];
  return Object.keys(flags).map((name) => `--${name}`);
}

/** What follows a key, where it is not `=`. */
const behindKey: Readonly<Record<string, string>> = { follow: '', 'container.label': '.' };

function traceWords(current: string, events: readonly EventDefinition[]): string[] {
  const [, head = '', key] = /^((event|set)!?=(?:.*,)?)/.exec(current) ?? [];
  if (key === undefined) return [...Object.keys(keys).map((name) => `${name}${behindKey[name] ?? '='}`), '!container'];
  return (key === 'event' ? events.map((event) => event.name) : setNames(events)).map((name) => head + name);
}
