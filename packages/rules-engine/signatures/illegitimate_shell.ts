import type { Handlers, Meta, Signature } from '../src/index';

/** As the kernel keeps them, cut to 15 bytes: httpd-foreground is httpd-foregroun. */
const webServers = new Set(['nginx', 'httpd', 'httpd-foregroun', 'http-nio', 'lighttpd', 'apache', 'apache2']);
const shells = new Set(['ash', 'bash', 'csh', 'ksh', 'sh', 'tcsh', 'zsh', 'dash']);

export default class IllegitimateShell implements Signature {
  readonly meta = {
    id: 'TRC-1016',
    name: 'illegitimate_shell',
    title: 'Web server became a shell',
    version: '1.0.0',
    severity: 'medium',
    tactic: 'initial-access',
    technique: { id: 'T1190', name: 'Exploit Public-Facing Application' },
    description:
      'A process that bore the name of a web server executed a shell. Servers answer requests without one; a shell below them is most often a command that a request has smuggled in. CGI scripts written for a shell do it by design.',
    misses: [
      'a server that is not in the list, or whose thread bears another name (a Tomcat worker is http-nio-8080-exec-1)',
      'a command executed without a shell, and a shell that was copied or linked to another name',
      "a shell that a helper of the server starts: the name before the execution is the helper's",
    ],
  } satisfies Meta;

  readonly on = {
    sched_process_exec: {
      where: ({ args, processName }) => [args.prev_comm.oneOf(webServers), processName.oneOf(shells)],
      handle: ({ args: { prev_comm, pathname }, processName }) => ({
        data: { server: prev_comm, shell: processName, pathname },
      }),
    },
  } satisfies Handlers;
}
