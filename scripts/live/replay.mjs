import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { inRoot } from '../setup/checkout.mjs';
import { SetupError } from '../setup/report.mjs';
import { rulesBin } from './pipeline.mjs';

const recording = 'recordings/demo.frames';

/** Says why nothing is traced live, and shows the findings of the bundled recording instead. Returns the exit code of tracee-rules. */
export function replay(obstacle) {
  process.stderr.write(`no live events: ${obstacle}\nreplaying ${recording} instead\n`);
  if (!existsSync(inRoot(recording)))
    throw new SetupError(`replay: ${recording}: not there (it comes with the checkout: git checkout ${recording})`);
  return (
    spawnSync(process.execPath, [rulesBin, '--input', inRoot(recording)], { stdio: ['ignore', 'inherit', 'inherit'] })
      .status ?? 1
  );
}
