// npm start [-- OPTIONS]: sets up what is missing, then traces this machine and prints findings until Ctrl-C. Options go to tracee-collect.

import { isObstacle, machineObstacle } from './live/obstacle.mjs';
import { offerBuild } from './live/offer_build.mjs';
import { startPipeline } from './live/pipeline.mjs';
import { prepare } from './live/prepare.mjs';
import { replay } from './live/replay.mjs';
import { exitWith } from './setup/report.mjs';

const ptraceNumber = { x64: 101, arm64: 117 }[process.arch];
const hints = `try one of these in another shell; Ctrl-C here ends:
  cp /bin/true /dev/shm/try && /dev/shm/try; rm /dev/shm/try
  perl -e 'syscall(${ptraceNumber}, 0, 0, 0, 0)'    # ptrace(PTRACE_TRACEME)
  npm run demo                                # all signatures, harmlessly
`;

exitWith(async () => {
  const obstacle = await offerBuild(prepare('live'));
  if (obstacle !== undefined) return replay(obstacle);
  const { collect, rules } = await trace();
  if (!isObstacle(collect)) return collect === 0 ? rules : collect;
  const found = machineObstacle();
  if (found === undefined || (await offerBuild(found)) !== undefined)
    return replay('see the message of tracee-collect above');
  const second = await trace();
  return second.collect === 0 ? second.rules : second.collect;
});

async function trace() {
  const pipeline = startPipeline({ collect: process.argv.slice(2) });
  stopOnSignals(pipeline);
  if (await pipeline.ready) process.stderr.write(`ready ${performance.now().toFixed(0)} ms after the start\n${hints}`);
  return pipeline.ended;
}

/** npm passes on the signal that the terminal has sent already: two in this time are one. */
const sameSignalMs = 500;

/** The first asks both to end and waits for them, the second ends them at once. */
function stopOnSignals(pipeline) {
  let first;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => {
      first ??= performance.now();
      if (performance.now() - first < sameSignalMs) pipeline.stop();
      else pipeline.kill();
    });
}
