import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { machineObstacle } from '../live/obstacle.mjs';
import { inRoot, nodeTool, root } from '../setup/checkout.mjs';
import { countJest, countReport } from './counts.mjs';

/** Tests that need no root and no kernel: jest, from TypeScript sources. What it prints on standard output is its report once more. */
export const runUnit = (results) =>
  results.add(
    reported(
      (report) => nodeTool('jest', '--json', '--forceExit', '--outputFile', report),
      'ignore',
      (...outcome) => countJest('unit tests', ...outcome),
    ),
  );

/** Tests that load BPF programs, compiled. */
export function runLive(results) {
  const obstacle = machineObstacle();
  if (obstacle !== undefined) return results.skip('live tests', obstacle);
  results.add(
    reported(
      (report) => [process.execPath, inRoot('test/run-live.mjs'), report],
      'inherit',
      (...outcome) => countReport('live tests', ...outcome),
    ),
  );
}

/** Runs a command that writes a report in JSON, and has it counted with its exit code. */
function reported(commandFor, stdout, count) {
  const directory = mkdtempSync(join(tmpdir(), 'tracee-test-'));
  const report = join(directory, 'report.json');
  try {
    const [command, ...args] = commandFor(report);
    const { status } = spawnSync(command, args, { cwd: root, stdio: ['ignore', stdout, 'inherit'] });
    return count(status, existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : undefined);
  } finally {
    rmSync(directory, { recursive: true });
  }
}
