import FirewallDisabled from '../../signatures/firewall_disabled';
import { event, testSignature } from '../../src/index';

const exec = (cmdpath: string, ...words: string[]) =>
  event('sched_process_exec', { cmdpath, pathname: cmdpath, argv: [cmdpath, ...words] });

testSignature(FirewallDisabled, {
  fires: [
    {
      name: 'its service stopped',
      events: [exec('/usr/bin/systemctl', 'stop', 'firewalld.service')],
      data: { stopped: 'firewalld', argv: ['/usr/bin/systemctl', 'stop', 'firewalld.service'] },
    },
    {
      name: 'stopped by other tools',
      events: [exec('/usr/sbin/service', 'firewalld', 'stop'), exec('/bin/systemctl', '--now', 'disable', 'firewalld')],
      findings: 2,
    },

    {
      name: 'all chains flushed',
      events: [exec('/usr/sbin/iptables', '-F')],
      data: { argv: ['/usr/sbin/iptables', '-F'] },
    },
    {
      name: 'other tools',
      events: [
        exec('/usr/sbin/ip6tables', '-t', 'nat', '--flush'),
        exec('/usr/sbin/nft', 'flush', 'ruleset'),
        exec('/usr/sbin/ufw', '--force', 'disable'),
      ],
      findings: 3,
    },
  ],
  quiet: [
    {
      name: 'its service started or looked at',
      events: [exec('/usr/bin/systemctl', 'start', 'firewalld'), exec('/usr/bin/systemctl', 'status', 'firewalld')],
    },
    { name: 'another service stopped', events: [exec('/usr/bin/systemctl', 'stop', 'cups')] },
    { name: 'another program with such words', events: [exec('/bin/echo', 'stop', 'firewalld')] },
    {
      name: 'one chain flushed, rules listed',
      events: [
        exec('/usr/sbin/iptables', '-F', 'DOCKER'),
        exec('/usr/sbin/iptables', '-L'),
        exec('/usr/sbin/nft', 'list', 'ruleset'),
        exec('/usr/sbin/ufw', 'status'),
      ],
    },
  ],
});
