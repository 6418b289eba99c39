import { createRequire } from 'node:module';
import { inRoot } from '../setup/checkout.mjs';

/** What may stand in the way of live events is the collector's to say; its TypeScript must be compiled. */
const collector = (module) => createRequire(import.meta.url)(inRoot('packages/collector/dist/src', module));

/** Why this machine or user cannot trace; undefined when nothing is known that stands in the way. */
export function machineObstacle() {
  const { checkMachine, thisMachine } = collector('kernel/requirements.js');
  const { chooseSource } = collector('btf/source.js');
  const quiet = { warn: () => {}, debug: () => {} };
  try {
    checkMachine(thisMachine());
    chooseSource(process.env, false, quiet);
  } catch (error) {
    return error.message;
  }
}

/** Whether what stands in the way is that the kernel has no BTF, and nobody else has it. */
export function lacksBtf(obstacle) {
  const { noBtf } = collector('btf/choose.js');
  const { thisHost } = collector('btf/host.js');
  return obstacle.startsWith(noBtf(thisHost(process.env)));
}

/** Whether tracee-collect ended because this machine or user cannot trace, which only trying shows. */
export function isObstacle(exitCode) {
  const { exitCodes } = collector('exit_codes.js');
  return ['unsupported', 'permission', 'no-events'].some((code) => exitCodes[code].status === exitCode);
}
