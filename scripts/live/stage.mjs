import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { inRoot } from '../setup/checkout.mjs';
import { SetupError } from '../setup/report.mjs';

/** Ends a trigger's output on the stage; no JSON, so it cannot be a truth. */
const done = 'done';

/** A shell whose descendants perform the acts: the process tree that is traced, and nothing else is. */
export function startStage() {
  const shell = spawn('/bin/sh', ['-s'], { stdio: ['pipe', 'pipe', 'inherit'], env: {} });
  shell.stdin.on('error', () => {}); // it has ended: the next act says so
  const lines = createInterface({ input: shell.stdout })[Symbol.asyncIterator]();
  return {
    pid: shell.pid,
    /** Runs a trigger; returns the truth it printed, an object a line. */
    async act(trigger) {
      shell.stdin.write(`'${inRoot('build/triggers', trigger)}' --go; echo ${done} $?\n`);
      const truths = [];
      for (;;) {
        const { value: line } = await lines.next();
        if (line === undefined) throw new SetupError(`demo: ${trigger}: stopped`);
        if (!line.startsWith(done)) truths.push(JSON.parse(line));
        else if (line === `${done} 0`) return truths;
        else throw new SetupError(`demo: ${trigger}: exit code ${line.slice(done.length + 1)}`);
      }
    },
    end: () => shell.stdin.end(),
    kill: () => shell.kill(),
  };
}
