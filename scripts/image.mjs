// image.mjs collector|rules-engine DIRECTORY: builds one side and puts into DIRECTORY what it needs to run; for docker/*.Dockerfile.
import { existsSync } from 'node:fs';
import { exitWith, SetupError } from './setup/report.mjs';
import { stage, stagePackages } from './setup/stage_packages.mjs';
import { setUp } from './setup.mjs';

/** What is built for a side, and what it runs beside its packages. */
const sides = {
  collector: { use: 'live', programs: ['packages/collector/build/Release/collector.node'] },
  'rules-engine': { use: 'replay', programs: [] },
};

exitWith(() => {
  const [name, directory] = process.argv.slice(2);
  const side = sides[name];
  if (side === undefined || directory === undefined)
    throw new SetupError(`image: ${name}: not a side with a directory (${Object.keys(sides).join(', ')}; DIRECTORY)`);
  if (existsSync(directory)) throw new SetupError(`image: ${directory}: is there already (name one to be made)`);
  setUp(side.use);
  stagePackages([`@tracee/${name}`], directory);
  for (const path of side.programs) stage(directory, path);
  stage(directory, 'LICENSE');
});
