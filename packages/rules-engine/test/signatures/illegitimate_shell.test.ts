import IllegitimateShell from '../../signatures/illegitimate_shell';
import { event, testSignature } from '../../src/index';

const exec = (prev_comm: string | null, processName: string) =>
  event('sched_process_exec', { prev_comm, pathname: `/bin/${processName}` }, { processName });

testSignature(IllegitimateShell, {
  fires: [
    {
      name: 'nginx becomes sh',
      events: [exec('nginx', 'sh')],
      data: { server: 'nginx', shell: 'sh', pathname: '/bin/sh' },
    },
    { name: 'a server whose name is cut', events: [exec('httpd-foregroun', 'bash')] },
    { name: 'apache2 becomes dash', events: [exec('apache2', 'dash')] },
  ],
  quiet: [
    { name: 'a server starts another program', events: [exec('nginx', 'logrotate')] },
    { name: 'a shell starts a shell', events: [exec('bash', 'sh')] },
    { name: 'a shell starts a server', events: [exec('sh', 'nginx')] },
    { name: 'names that only begin alike', events: [exec('nginx-helper', 'sh'), exec('nginx', 'shutdown')] },
  ],
});
