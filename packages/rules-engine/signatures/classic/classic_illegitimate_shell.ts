import type { Handlers, Meta, Signature } from '../../src/index';

const servers = ['nginx', 'httpd', 'httpd-foregroun', 'http-nio', 'lighttpd', 'apache', 'apache2'];
const shells = ['ash', 'bash', 'csh', 'ksh', 'sh', 'tcsh', 'zsh', 'dash'];

export default class ClassicIllegitimateShell implements Signature {
  readonly meta = {
    id: 'TRC-12',
    name: 'classic_illegitimate_shell',
    title: 'Shell started by a web server',
    version: '1.0.0',
    severity: 'medium',
    tactic: 'initial-access',
    technique: { id: 'T1190', name: 'Exploit Public-Facing Application' },
    description: 'A process with the name of a web server executes a shell.',
    misses: ['a server of another name', 'a shell that a child of the server starts: see shell_below_server'],
  } satisfies Meta;

  readonly on = {
    security_bprm_check: {
      where: ({ args, processName }) => [args.pathname.basename.oneOf(shells), processName.oneOf(servers)],
      handle: ({ args }) => ({ data: { path: args.pathname } }),
    },
  } satisfies Handlers;
}
