import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { type Finding, findings, overFifo } from './pipeline';
import { bin, startTrigger } from './session';

interface Act {
  readonly signature: string;
  readonly pid: number;
}

interface Listed {
  readonly name: string;
  readonly events: readonly string[];
}

/** The shell is a grandchild of the server, which is the process of the act. */
const isOf = ({ event, data }: Finding, { signature, pid }: Act) =>
  signature === 'shell_below_server' ? data.server === 'nginx' && data.depth === 2 : event.hostProcessId === pid;

const rules = (...words: string[]) =>
  execFileSync(process.execPath, [bin('tracee-rules'), ...words], { encoding: 'utf8' });

/** Events that the collector, asked for debug lines, said it cannot have on this kernel. */
const unavailableIn = (stderr: string) =>
  new Set([...stderr.matchAll(/unavailable: ([^:]+): /g)].flatMap(([, list = '']) => list.split(', ')));

test('each act is found by the signature that is made for it, where the kernel has its events', async () => {
  const listed: Listed[] = rules('--list', '--output', 'json')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  const trigger = startTrigger('signature_acts');
  const events = rules('--list-events').trim();
  const run = await overFifo(
    ['--debug', '--trace', `tree=${trigger.pid}`, '--trace', `event=${events}`],
    [],
    async () => (await trigger.go()) as unknown as Act[],
  );
  assert.equal(run.rules.code, 0, run.rules.stderr);
  const unavailable = unavailableIn(run.collector.stderr);
  const needs = (name: string) => listed.find((one) => one.name === name)?.events ?? [];
  const possible = run.result.filter(({ signature }) => !needs(signature).some((event) => unavailable.has(event)));
  const found = findings(run.rules.stdout);
  const missing = possible.filter(
    (act) => !found.some((finding) => finding.signature.name === act.signature && isOf(finding, act)),
  );
  assert.deepEqual(missing, [], run.collector.stderr);
  // executions and system calls are seen on every kernel
  for (const name of ['crypto_miner_command', 'sensitive_hard_link', 'shell_below_server', 'loader_execution'])
    assert.ok(
      possible.some(({ signature }) => signature === name),
      name,
    );
  console.log(`${possible.length} of ${run.result.length} acts can be seen here, each is found`);
});
