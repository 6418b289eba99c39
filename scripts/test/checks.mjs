import { nodeTool } from '../setup/checkout.mjs';
import { SetupError, timed } from '../setup/report.mjs';
import { run } from '../setup/run.mjs';

/** The compiler has run when these do: setting up compiles everything, tests included. */
const checks = [
  { title: 'checking style (biome)', command: () => nodeTool('biome', 'check') },
  {
    title: 'comparing generated files with the event definitions',
    command: () => [process.execPath, 'packages/event-schema/dist/generate/main.js', '--check'],
  },
  {
    title: 'comparing the cost of encoding, reading and matching with JSON',
    command: () => [process.execPath, 'build/test/bench/check/regression.js'],
  },
];

export function runChecks(results) {
  for (const { title, command } of checks) {
    try {
      timed(title, () => run(command()));
      results.add({ passed: 1 });
    } catch (error) {
      if (!(error instanceof SetupError)) throw error;
      process.stderr.write(`${error.output}\n`);
      results.add({ failures: [`${title}: ${error.message}`] });
    }
  }
}
