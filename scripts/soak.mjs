// npm run soak [-- SECONDS [CALLS_A_MILLISECOND [LONGEST_PAUSE_MS]]]: the long runs of test/live/soak.live.ts; 1800 300 20000 is the whole.
// Then 200 containers beside a flood (container_burst.live.ts).
// The run in which the rules engine is killed takes 300 s at 20 calls a millisecond at most, and 6 million calls are captured and replayed.
import { spawnSync } from 'node:child_process';
import { machineObstacle } from './live/obstacle.mjs';
import { prepare } from './live/prepare.mjs';
import { inRoot, root } from './setup/checkout.mjs';
import { exitWith, SetupError } from './setup/report.mjs';

exitWith(() => {
  const [seconds = '1800', calls = '300', pause = '20000'] = process.argv.slice(2);
  const obstacle = prepare('test') ?? machineObstacle();
  if (obstacle !== undefined) throw new SetupError(`soak: ${obstacle}`);
  const tests = ['soak', 'container_burst'];
  const { status } = spawnSync(process.execPath, [inRoot('test/run-live.mjs'), inRoot('build/soak.json'), ...tests], {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      CONTAINERS: '200',
      CALLS: '100',
      SOAK_SECONDS: seconds,
      SOAK_CALLS: calls,
      SOAK_PAUSE: pause,
      LIVE_FILE_MINUTES: String(Math.ceil((2 * Number(seconds)) / 60) + 10),
    },
  });
  return status ?? 1;
});
