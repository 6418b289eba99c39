// record.js RESULTS ACTS: performs the acts of a file and traces them, for scripts/record.mjs. An act waits for a line on stdin.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bin, collect, outcome } from '../live/session';

interface Act {
  readonly name: string;
  readonly command: readonly string[];
}

const [resultsFile = '', actsFile = ''] = process.argv.slice(2);

function fail(message: string): void {
  console.error(message);
  process.exitCode = 1;
}

async function record(acts: readonly Act[]) {
  const rules = spawn(process.execPath, [bin('tracee-rules'), '--list-events'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const events = (await outcome(rules)).stdout.trim();
  const directory = mkdtempSync(join(tmpdir(), 'record-'));
  const capture = join(directory, 'acts.frames');
  const waiting = acts.map(({ name, command: [program = '', ...args] }) => {
    const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'inherit'] });
    return { name, child, ended: outcome(child) };
  });
  const pids = waiting.map(({ child }) => child.pid).join(',');
  try {
    const { truth, stderr } = await collect(
      ['--output', `frames=${capture}`, '--trace', `tree=${pids}`, '--trace', `event=${events}`],
      async () => {
        const performed = [];
        for (const { name, child, ended } of waiting) {
          child.stdin?.end('.\n');
          const { stdout, code, signal } = await ended;
          // the others are worth having
          if (code === 0) performed.push({ name, pid: child.pid, stdout });
          else fail(`record: ${name}: ended with ${code ?? signal}: ${stdout}`);
        }
        return performed;
      },
    );
    process.stderr.write(stderr);
    return { acts: truth, capture: readFileSync(capture).toString('base64') };
  } finally {
    rmSync(directory, { recursive: true });
  }
}

record(JSON.parse(readFileSync(actsFile, 'utf8'))).then((recorded) =>
  writeFileSync(resultsFile, JSON.stringify(recorded)),
);
