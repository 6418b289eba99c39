import CryptoMinerCommand from '../../signatures/crypto_miner_command';
import { event, testSignature } from '../../src/index';

const exec = (cmdpath: string, ...words: string[]) =>
  event('sched_process_exec', { cmdpath, pathname: cmdpath, argv: [cmdpath, ...words] });

testSignature(CryptoMinerCommand, {
  fires: [
    {
      name: 'a known miner',
      events: [exec('/tmp/xmrig')],
      data: { word: 'xmrig', pathname: '/tmp/xmrig', argv: ['/tmp/xmrig'] },
    },
    {
      name: 'a pool',
      events: [exec('/tmp/x', '-o', 'stratum+tcp://pool.example:3333')],
      data: {
        word: 'stratum+tcp://pool.example:3333',
        pathname: '/tmp/x',
        argv: ['/tmp/x', '-o', 'stratum+tcp://pool.example:3333'],
      },
    },
    {
      name: 'an algorithm',
      events: [exec('/tmp/x', '--algo=rx/0'), exec('/tmp/x', '--donate-level=1'), exec('/tmp/x', '--coin=monero')],
      findings: 3,
    },
  ],
  quiet: [
    {
      name: 'other words',
      events: [
        exec('/usr/bin/openssl', '--algo=sha256'),
        exec('/bin/echo', 'coin'),
        exec('/usr/bin/curl', 'https://pool.example'),
      ],
    },
    { name: 'names that begin alike', events: [exec('/usr/bin/minerd-docs')] },
  ],
});
