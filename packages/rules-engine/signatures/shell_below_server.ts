import {
  any,
  BoundedMap,
  basename,
  type Condition,
  type Handlers,
  isShell,
  type Meta,
  type Process,
  type Signature,
  shell,
  type TextTests,
} from '../src/index';

const servers = new Set([
  'apache2',
  'caddy',
  'dovecot',
  'exim4',
  'httpd',
  'lighttpd',
  'mariadbd',
  'memcached',
  'mongod',
  'mysqld',
  'named',
  'nginx',
  'postgres',
  'proftpd',
  'redis-server',
  'smbd',
  'squid',
  'tomcat',
  'vsftpd',
]);
/** A comm is cut to 15 bytes; PHP has its version in the name. */
const starts = ['php-fpm', 'httpd-foregroun'];
const isServer = (name: string) => servers.has(name) || starts.some((start) => name.startsWith(start));
const server = (name: TextTests): Condition =>
  any(name.oneOf(servers), ...starts.map((start) => name.startsWith(start)));
/** More descendants of servers than a machine has at once. */
const processesKept = 8192;

interface Lineage {
  readonly server: string;
  /** Forks between the server and the process. */
  readonly depth: number;
}

/** The nearest server among ancestors: it may have run before its forks were seen. */
function below(ancestors: readonly Process[]): Lineage | undefined {
  const at = ancestors.findIndex(
    ({ processName, executable }) => isServer(processName) || isServer(basename(executable)),
  );
  return at < 0 ? undefined : { server: (ancestors[at] as Process).processName, depth: at + 1 };
}

export default class ShellBelowServer implements Signature {
  readonly meta = {
    id: 'TTS-2030',
    name: 'shell_below_server',
    title: 'Shell somewhere below a server',
    version: '1.0.0',
    severity: 'medium',
    tactic: 'initial-access',
    technique: { id: 'T1190', name: 'Exploit Public-Facing Application' },
    description:
      'A shell was executed by a process that descends from a server of web pages, data or mail, however many processes lie between. Most servers start none; one that runs commands for its work (an archive command of a database, a CGI script) does.',
    misses: [
      'a server whose name is not in the list; java and node are left out, as their programs start shells too often',
      'below a server that ran before the watch began: a shell more than five processes deep',
      'a shell copied to another name',
    ],
  } satisfies Meta;

  /** By process id on the host. */
  private readonly lineages = new BoundedMap<number, Lineage>(processesKept);

  readonly on = {
    sched_process_fork: ({ args, processName }) => {
      if (args.child_pid === args.parent_pid) return;
      const lineage =
        this.lineages.get(args.parent_pid) ?? (isServer(processName) ? { server: processName, depth: 0 } : undefined);
      if (lineage !== undefined)
        this.lineages.set(args.child_pid, { server: lineage.server, depth: lineage.depth + 1 });
    },
    sched_process_exec: {
      where: ({ args }) => any(server(args.pathname.basename), shell(args.pathname)),
      handle: ({ args: { pathname, argv }, hostProcessId }, { ancestors }) => {
        const name = basename(pathname ?? '');
        if (isServer(name)) this.lineages.set(hostProcessId, { server: name, depth: 0 });
        const lineage = isShell(name) ? (this.lineages.get(hostProcessId) ?? below(ancestors())) : undefined;
        return lineage === undefined
          ? undefined
          : { data: { server: lineage.server, depth: lineage.depth, shell: pathname, argv } };
      },
    },
    sched_process_exit: {
      where: ({ args }) => args.process_group_exit.eq(true),
      handle: ({ hostProcessId }) => {
        this.lineages.take(hostProcessId);
        return undefined;
      },
    },
  } satisfies Handlers;
}
