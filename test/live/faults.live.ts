import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findings, overFifo } from './pipeline';
import { startTrigger, until } from './session';

const events = 'ptrace,process_vm_writev,sched_process_exec';

test('kill -9 of the rules engine: the collector goes on, and the next engine gets a whole stream', async () => {
  const first = startTrigger('anti_debugging');
  const second = startTrigger('ptrace_code_injection');
  const run = await overFifo(
    ['--trace', `tree=${first.pid},${second.pid}`, '--trace', `event=${events}`],
    [],
    async ({ rules, startRules }) => {
      await first.go();
      rules.kill('SIGKILL');
      const next = startRules();
      const said: string[] = [];
      next.stderr?.on('data', (d) => said.push(String(d)));
      await until(() => said.join('').includes('ready'), 60_000, 'the second engine');
      return second.go();
    },
  );
  assert.equal(run.collector.code, 0, run.collector.stderr);
  const [{ stdout, code, stderr }] = run.later as [(typeof run.later)[number]];
  assert.equal(code, 0, stderr);
  const found = findings(stdout).filter((f) => f.signature.id === 'TRC-103');
  for (const truth of run.result)
    assert.ok(
      found.some((f) => f.event.hostProcessId === truth.pid),
      stdout,
    );
});

test('kill -9 of the collector: what arrived is found, and the engine says that the stream stopped', async () => {
  const trigger = startTrigger('anti_debugging');
  const run = await overFifo(
    ['--trace', `tree=${trigger.pid}`, '--trace', `event=${events}`],
    [],
    async ({ collector, rules }) => {
      let found = '';
      rules.stdout?.on('data', (d) => (found += d));
      await trigger.go();
      await until(() => found.includes('TRC-102'), 60_000, 'the finding');
      collector.kill('SIGKILL');
    },
  );
  assert.equal(run.collector.signal, 'SIGKILL');
  assert.equal(run.rules.code, 3, run.rules.stderr);
  assert.match(run.rules.stderr, /end/);
  assert.equal(findings(run.rules.stdout).filter((f) => f.signature.id === 'TRC-102').length, 1);
});
