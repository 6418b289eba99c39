// build.mjs: everything that a live run needs.  build.mjs --generate: the files that are written from the event definitions.
import { generate } from './setup/build_steps.mjs';
import { installNpmPackages } from './setup/npm_packages.mjs';
import { exitWith, SetupError } from './setup/report.mjs';
import { setUp } from './setup.mjs';

exitWith(() => {
  const [option, ...more] = process.argv.slice(2);
  if (more.length > 0 || (option !== undefined && option !== '--generate'))
    throw new SetupError(`build: ${process.argv.slice(2).join(' ')}: not an option (--generate)`);
  if (option === undefined) return setUp('demo');
  installNpmPackages();
  generate();
});
