import assert from 'node:assert/strict';
import { realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { findings, overFifo, replay, temporaryDirectory } from './pipeline';
import { collect, startTrigger } from './session';

/** Each signature by the trigger of its name, and what must be found: the id and the process of the truth. */
const cases = [
  { trigger: 'anti_debugging', id: 'TRC-102', by: 'pid' },
  { trigger: 'ptrace_code_injection', id: 'TRC-103', by: 'pid' },
  { trigger: 'fileless_execution', id: 'TRC-105', by: 'pid' },
  { trigger: 'process_vm_write_inject', id: 'TRC-1025', by: 'pid' },
  { trigger: 'illegitimate_shell', id: 'TRC-1016', by: 'pid' },
] as const;

const events = 'ptrace,process_vm_writev,sched_process_fork,sched_process_exec';

for (const { trigger: name, id, by } of cases) {
  test(`${name}: the act is found live`, async () => {
    const trigger = startTrigger(name);
    const run = await overFifo(['--trace', `tree=${trigger.pid}`, '--trace', `event=${events}`], [], () =>
      trigger.go(),
    );
    assert.equal(run.collector.code, 0, run.collector.stderr);
    assert.equal(run.rules.code, 0, run.rules.stderr);
    const found = findings(run.rules.stdout).filter((f) => f.signature.id === id);
    for (const truth of run.result) {
      const mine = found.filter((f) => f.event.hostProcessId === truth[by]);
      assert.ok(mine.length >= 1, `${JSON.stringify(truth)}: found ${run.rules.stdout}`);
      assert.equal(mine[0]?.signature.name, name);
      // this process started the trigger, and ran before the collector
      const self = mine[0]?.ancestors?.find(({ hostProcessId }) => hostProcessId === process.pid);
      assert.equal(self?.executable, realpathSync(process.execPath), run.rules.stdout);
    }
  });
}

test('a capture replays to the findings that live gave, byte for byte, every time', async () => {
  const dir = temporaryDirectory();
  try {
    const trigger = startTrigger('ptrace_code_injection');
    const capture = join(dir, 'run.frames');
    await collect(
      ['--output', `frames=${capture}`, '--trace', `tree=${trigger.pid}`, '--trace', `event=${events}`],
      () => trigger.go(),
    );
    const runs = await Promise.all([replay(capture), replay(capture)]);
    assert.equal(runs[0]?.code, 0, runs[0]?.stderr);
    assert.ok(findings(runs[0]?.stdout as string).some((f) => f.signature.id === 'TRC-103'));
    assert.equal(runs[1]?.stdout, runs[0]?.stdout);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
});
