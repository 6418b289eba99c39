// npm run demo: harmless versions of the attacks in a process tree of its own, each with its finding. Exit code 1 when a finding is missing.
import { performActs } from './live/acts.mjs';
import { isObstacle } from './live/obstacle.mjs';
import { startPipeline } from './live/pipeline.mjs';
import { prepare } from './live/prepare.mjs';
import { replay } from './live/replay.mjs';
import { startStage } from './live/stage.mjs';
import { exitWith } from './setup/report.mjs';

exitWith(async () => {
  const obstacle = prepare('demo');
  if (obstacle !== undefined) return replay(obstacle);
  const stage = startStage();
  const pipeline = startPipeline({
    collect: ['--trace', `tree=${stage.pid}`],
    rules: ['--output', 'json'],
    findings: 'pipe',
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stage.kill);
  let missing;
  try {
    if (await pipeline.ready) missing = await performActs(stage, pipeline.findings);
  } finally {
    stage.end();
    pipeline.stop();
  }
  const { collect, rules } = await pipeline.ended;
  if (isObstacle(collect)) return replay('see the message of tracee-collect above');
  return missing === 0 && collect === 0 && rules === 0 ? 0 : 1;
});
