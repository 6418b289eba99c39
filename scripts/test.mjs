// npm test [-- --checks --unit --live --vm --arm64]: sets up and runs everything but --arm64, or only the parts named. Ends with a line "N passed, N failed".
import { exitWith, SetupError } from './setup/report.mjs';
import { setUp } from './setup.mjs';
import { runChecks } from './test/checks.mjs';
import { guestObstacle, runArm64, runGuests } from './test/guests.mjs';
import { runLive, runUnit } from './test/host.mjs';
import { Results } from './test/results.mjs';

const parts = {
  '--checks': runChecks,
  '--unit': runUnit,
  '--live': runLive,
  '--vm': runGuests,
  '--arm64': runArm64,
};
const onlyWhenNamed = '--arm64';

exitWith(async () => {
  const options = process.argv.slice(2);
  const unknown = options.filter((option) => !(option in parts));
  if (unknown.length > 0)
    throw new SetupError(`test: ${unknown.join(' ')}: not an option (${Object.keys(parts).join(', ')})`);
  const wanted = Object.keys(parts).filter((part) =>
    options.length === 0 ? part !== onlyWhenNamed : options.includes(part),
  );
  const results = new Results();
  if (!wanted.includes(onlyWhenNamed))
    results.skip('smoke test on arm64', `it runs when asked for (npm test -- ${onlyWhenNamed})`);
  try {
    setUp(useOf(wanted));
    for (const part of wanted) await parts[part](results);
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    process.stderr.write(`${error.output}\n`);
    results.add({ failures: [error.message] });
  }
  process.stdout.write(`\n${results}\n`);
  return results.failures.length === 0 ? 0 : 1;
});

function useOf(wanted) {
  if (guestObstacle() !== undefined) return 'test';
  if (wanted.includes('--arm64')) return 'arm64';
  return wanted.includes('--vm') ? 'guests' : 'test';
}
