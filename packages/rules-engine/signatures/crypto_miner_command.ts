import { any, calledAs, commandName, type Handlers, type Meta, type Signature } from '../src/index';

const miners = new Set([
  'bfgminer',
  'ccminer',
  'cgminer',
  'cpuminer',
  'ethminer',
  'lolMiner',
  'minerd',
  'nbminer',
  'PhoenixMiner',
  'srbminer',
  't-rex',
  'xmr-stak',
  'xmrig',
  'xmrigDaemon',
]);
const minerWord =
  /^stratum[12]?\+(?:tcp|ssl|tls|udp):|^(?:--(?:algo|coin)[= ]?|-a )?(?:rx\/\w+|randomx|cryptonight[\w-]*|cn\/\w+|kawpow|ethash|--algo=argon2\/\w+|--coin=monero)$|^--(?:donate-level|randomx-[\w-]+|nicehash)(?:=|$)|^--coin=(?:monero|xmr|ravencoin|wownero)$/;

/** How each of these words begins. */
const minerStarts = [
  'stratum',
  '--algo',
  '--coin',
  '--donate-level',
  '--randomx-',
  '--nicehash',
  '-a ',
  'rx/',
  'randomx',
  'cryptonight',
  'cn/',
  'kawpow',
  'ethash',
];

export default class CryptoMinerCommand implements Signature {
  readonly meta = {
    id: 'TTS-2037',
    name: 'crypto_miner_command',
    title: 'Command line of a crypto miner',
    version: '1.0.0',
    severity: 'high',
    tactic: 'impact',
    technique: { id: 'T1496', name: 'Resource Hijacking' },
    description:
      'A program was started under the name of a known miner of crypto currency, or with words that only miners take: the address of a mining pool, a mining algorithm.',
    misses: [
      'a miner with its settings in a file, under another name',
      'a miner that runs in a browser or inside another program',
      'words that a shell hands over by other means than arguments',
    ],
  } satisfies Meta;

  readonly on = {
    sched_process_exec: {
      where: ({ args }) => any(calledAs(args, miners), ...minerStarts.map((start) => args.argv.some.startsWith(start))),
      handle: ({ args }) => {
        const word = miners.has(commandName(args))
          ? commandName(args)
          : args.argv?.slice(1).find((text) => minerWord.test(text));
        return word === undefined ? undefined : { data: { word, pathname: args.pathname, argv: args.argv } };
      },
    },
  } satisfies Handlers;
}
