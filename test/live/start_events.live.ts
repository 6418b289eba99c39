import assert from 'node:assert/strict';
import { readlinkSync } from 'node:fs';
import { test } from 'node:test';
import { argsOf, collect, parseExact } from './session';

/** As the collector may see it: process 1 of a container with more capabilities than ours may not be looked at. */
function namespace(kind: string): number {
  try {
    return Number(/\[(\d+)\]/.exec(readlinkSync(`/proc/1/ns/${kind}`))?.[1]);
  } catch (error) {
    assert.match(String((error as NodeJS.ErrnoException).code), /^(EACCES|ENOENT)$/);
    return 0;
  }
}

test('how things stand when tracing begins: the namespaces of process 1, told once', async () => {
  const { stdout, stderr } = await collect(['--output', 'json', '--trace', 'event=init_namespaces'], async (_, log) =>
    log(),
  );
  const events = stdout.split('\n').filter(Boolean).map(parseExact);
  assert.deepEqual(
    events.map(({ eventName }) => eventName),
    ['init_namespaces'],
  );
  const told = argsOf(events[0]);
  assert.equal(Object.keys(told).length, 10);
  for (const [kind, number] of Object.entries(told)) assert.equal(number, namespace(kind), kind);
  assert.equal(/may not be looked at/.test(stderr), Object.values(told).includes(0) && namespace('mnt') === 0, stderr);
});
