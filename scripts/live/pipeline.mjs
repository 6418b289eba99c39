import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { neededEvents } from '../setup/build_steps.mjs';
import { inRoot } from '../setup/checkout.mjs';
import { openPipe } from './pipe.mjs';

export const collectBin = inRoot('packages/collector/bin/tracee-collect');
export const rulesBin = inRoot('packages/rules-engine/bin/tracee-rules');

/**
 * tracee-collect | tracee-rules. Both in process groups of their own: a terminal's Ctrl-C reaches only us, and the end goes down the pipe,
 * so that nothing on its way is lost.
 */
export function startPipeline({ collect = [], rules = [], findings = 'inherit' }) {
  const pipe = openPipe();
  // by itself, so that it drops its privileges
  const reader = spawn(rulesBin, rules, {
    stdio: [pipe.reader, findings, 'inherit'],
    detached: true,
    env: { ...process.env, NODE: process.execPath },
  });
  const collector = spawn(
    process.execPath,
    [collectBin, '--trace', `event=${readFileSync(inRoot(neededEvents), 'utf8').trim()}`, ...collect],
    {
      stdio: ['ignore', pipe.writer, 'pipe'],
      detached: true,
    },
  );
  let stopped = false;
  /** Asked again, nothing more: the collector takes a second signal as an order to end at once. */
  const stop = () => {
    if (!stopped) collector.kill('SIGINT');
    stopped = true;
  };
  process.once('exit', stop); // they are in groups of their own, and would outlive us
  closeSync(pipe.reader);
  closeSync(pipe.writer);
  return {
    findings: reader.stdout,
    /** Resolves with true when events are traced, with false when the collector has ended before. */
    ready: watchForReady(collector),
    /** Asks both for the end. */
    stop,
    /** Ends both at once, whatever is on its way. */
    kill: () => [collector, reader].forEach((child) => void child.kill('SIGKILL')),
    /** Resolves with the exit codes when both have ended; 1 for one that a signal ended. */
    ended: Promise.all([once(collector, 'exit'), once(reader, 'exit')]).then(([[collect], [rule]]) => ({
      collect: collect ?? 1,
      rules: rule ?? 1,
    })),
  };
}

/** The collector's messages go on to our standard error. */
function watchForReady(collector) {
  return new Promise((resolve) => {
    createInterface({ input: collector.stderr }).on('line', (line) => {
      process.stderr.write(`${line}\n`);
      if (line.startsWith('tracee-collect: ready')) resolve(true);
    });
    collector.once('exit', () => resolve(false));
  });
}
