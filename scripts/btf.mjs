// npm run btf [-- OPTION ...]: makes the pack of minimal BTF; btf/src/main.ts has the options.
import { spawnSync } from 'node:child_process';
import { inRoot, nodeTool } from './setup/checkout.mjs';
import { exitWith } from './setup/report.mjs';
import { run } from './setup/run.mjs';
import { setUp } from './setup.mjs';

exitWith(() => {
  setUp('btf');
  run(nodeTool('tsc', '-b', 'btf'));
  const { status } = spawnSync(process.execPath, [inRoot('btf/dist/src/main.js'), ...process.argv.slice(2)], {
    stdio: 'inherit',
  });
  return status ?? 1;
});
