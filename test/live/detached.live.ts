import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { findings, overFifo } from './pipeline';
import { startTrigger, triggers, until } from './session';

/** By the kernel's number, which a link that is made again has not: the descriptors of a process that hold its links to a tracepoint. */
function linksTo(pid: number, tracepoint: string): Map<string, string> {
  const links = readdirSync(`/proc/${pid}/fdinfo`).flatMap((fd) => {
    const info = readFileSync(`/proc/${pid}/fdinfo/${fd}`, 'latin1');
    const id = /^link_id:\s+(\d+)$/m.exec(info)?.[1];
    return id !== undefined && info.includes(tracepoint) ? [[id, fd] as const] : [];
  });
  return new Map(links);
}

test('a link that an intruder closed is found, told as a finding, and made again: the next act is seen', async () => {
  const trigger = startTrigger('fileless_execution');
  const scope = ['--trace', `tree=${trigger.pid}`, '--trace', 'event=sched_process_exec,probe_detached'];
  const run = await overFifo(scope, [], async ({ collector, rules }) => {
    let found = '';
    rules.stdout?.on('data', (d) => (found += d));
    const pid = collector.pid as number;
    const before = linksTo(pid, 'sched_process_exec');
    for (const fd of before.values())
      assert.equal(
        execFileSync(join(triggers, 'call_elsewhere'), [String(pid), 'close', fd], { encoding: 'utf8' }),
        '0\n',
      );
    await until(() => found.split('collector_tampering').length > before.size, 60_000, 'a finding for each link');
    const after = linksTo(pid, 'sched_process_exec');
    assert.deepEqual(
      [...after.keys()].filter((id) => before.has(id)),
      [],
    );
    assert.equal(after.size, before.size);
    return trigger.go();
  });
  assert.equal(run.collector.code, 0, run.collector.stderr);
  assert.equal(run.rules.code, 0, run.rules.stderr);
  assert.match(
    run.collector.stderr,
    /program sched_process_exec: not attached any more: its descriptor [^;]+; it is attached again/,
  );
  const all = findings(run.rules.stdout);
  const told = all.find(({ data }) => data.program === 'sched_process_exec');
  assert.match(String(told?.data.found), /^its descriptor (was closed|is another)/);
  assert.equal(told?.data.attached_again, true);
  assert.deepEqual(told?.data.events, ['sched_process_exec']);
  // what was done behind it is found as ever
  for (const { pid } of run.result)
    assert.ok(
      all.some(({ signature, event }) => signature.id === 'TRC-105' && event.hostProcessId === pid),
      run.rules.stdout,
    );
});
