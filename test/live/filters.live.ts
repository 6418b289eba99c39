import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { matchScopes } from '@tracee/collector';
import { loadPolicies } from '@tracee/collector/dist/src/policy/load';
import { events as catalogue, type End, FrameReader } from '@tracee/event-schema';
import { type Policies, scenarios } from './filter_scenarios';
import { temporaryDirectory } from './pipeline';
import { bin, readyMs, startTrigger, triggers, until } from './session';

/** A kernel and a ring thread that filter, beside the reference that says what filters mean. */
const names = ['openat', 'close', 'prctl', 'lseek', 'unlinkat'];

/** A policy's file. JSON is YAML. */
const policy = (name: string, pid: number, { scope = [], rules }: Policies[string]) =>
  JSON.stringify({
    apiVersion: 'tracee.aquasec.com/v1beta1',
    kind: 'Policy',
    metadata: { name },
    spec: { scope: [`tree=${pid}`, ...scope], rules: rules.map(([event, ...filters]) => ({ event, filters })) },
  });

/** The calls of the trigger under policies: which of them each event had, and what the reference says. */
async function traced(policies: (pid: number) => Policies) {
  const dir = temporaryDirectory();
  const trigger = startTrigger('filtered_calls');
  try {
    const files = join(dir, 'policies');
    mkdirSync(files);
    for (const [i, [name, one]] of Object.entries(policies(trigger.pid)).entries())
      writeFileSync(join(files, `${String(i).padStart(2, '0')}.json`), policy(name, trigger.pid, one));
    const scopes = loadPolicies([files], catalogue, process.arch === 'arm64' ? 'arm64' : 'x64');
    const ready = join(dir, 'ready');
    const collector = spawn(
      process.execPath,
      [bin('tracee-collect'), '--policy', files, '--output', 'frames', '--ready-file', ready],
      { stdio: ['ignore', 'pipe', 'pipe'] },
    );
    const ended = once(collector, 'close');
    let log = '';
    collector.stderr.on('data', (text) => (log += text));
    const calls: Record<string, Record<string, number>> = {};
    const wrong: string[] = [];
    let end: End | undefined;
    const reader = new FrameReader({
      event: (event) => {
        const counts = calls[event.hostProcessId] ?? {};
        calls[event.hostProcessId] = { ...counts, [event.eventName]: (counts[event.eventName] ?? 0) + 1 };
        const bits = matchScopes(scopes, event.materialize(), {
          ancestry: new Set([trigger.pid, event.hostProcessId]),
          executable: join(triggers, 'filtered_calls'),
          containerId: '',
          isNewContainer: false,
          isNewProcess: event.hostProcessId !== trigger.pid,
          followed: 0n,
        });
        const expected = scopes.filter((_, i) => (bits >> BigInt(i)) & 1n).map(({ name }) => name);
        const got = [...event.matchedScopes];
        if (String(got.sort()) !== String(expected.sort()) && wrong.length < 5)
          wrong.push(
            `${event.eventName} ${JSON.stringify(event.args, (_, v) => (typeof v === 'bigint' ? `${v}` : v))}: ${got}; expected: ${expected}`,
          );
      },
      end: (one) => {
        end = one;
      },
    });
    collector.stdout.on('data', (chunk) => reader.push(chunk));
    await until(() => existsSync(ready) || collector.exitCode !== null, readyMs, 'the collector to be ready');
    assert.equal(collector.exitCode, null, log);
    const truths = (await trigger.go()) as unknown as { pid: number; calls: Record<string, number> }[];
    collector.kill('SIGINT');
    assert.equal((await ended)[0], 0, log);
    return { truths, calls, wrong, end: end as End, scopes };
  } finally {
    trigger.end();
    rmSync(dir, { recursive: true, force: true });
  }
}

const everything: Policies[string] = { rules: names.map((event) => [event]) };

test(`${Object.keys(scenarios(0)).length} scenarios at once: each call has the policies that the reference gives it`, async () => {
  const run = await traced((pid) => ({ everything, ...scenarios(pid) }));
  assert.deepEqual(run.wrong, []);
  for (const { pid, calls } of run.truths) assert.deepEqual({ pid, ...run.calls[pid] }, { pid, ...calls });
  assert.equal(run.end.lost, 0n);
});

test('what no policy wants is not sent by the kernel: nothing is left for the collector to refuse', async () => {
  const run = await traced(() => ({
    nothing: {
      rules: [
        ['openat', 'args.pathname=/nowhere/*,*.ending,/dev/nul', 'args.flags=O_TMPFILE'],
        ['close', 'args.fd>=6000'],
        ['prctl', 'args.option=1,2,3'],
        ['lseek', 'args.offset<-2000000000000'],
        ['unlinkat', 'retval>=0'],
      ],
    },
  }));
  assert.deepEqual([run.calls, run.end.events], [{}, []]);
});
