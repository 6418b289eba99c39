import { writeFileSync } from 'node:fs';
import { FrameWriter, findEvent, type Loss } from '@tracee/event-schema';
import { capture, end, firing, header } from './capture';
import { temporaryDirectory } from './directory';
import { run } from './tracee_rules';

const path = temporaryDirectory();
const ms = 1_000_000n;
const idOf = (name: string) => findEvent(name)?.id as number;

/** Lost between these, ms since boot; event i of a capture is at 1 s + i ms. */
const lost = (eventId: number | null, count: bigint, first: bigint, last: bigint, more: Partial<Loss> = {}): Buffer => {
  const loss: Loss = {
    timestamp: last * ms,
    cpu: 0,
    reason: 'ringFull',
    eventId,
    count,
    firstTimestamp: first * ms,
    lastTimestamp: last * ms,
    ...more,
  };
  return new FrameWriter().loss(loss).take();
};

async function replay(...frames: Buffer[]) {
  const name = path('run.frames');
  writeFileSync(name, Buffer.concat([header(), ...frames, end(0)]));
  const { stdout, stderr } = await run(['--input', name, '--output', 'json']);
  const losses = stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => /"loss":(.*)\}$/.exec(line)?.[1]);
  return { losses, stderr };
}

test('a loss of what the signature watches is told with the finding, and in the summary', async () => {
  const { losses, stderr } = await replay(
    firing(1),
    lost(idOf('ptrace'), 5n, 1001n, 1002n),
    lost(idOf('ptrace'), 2n, 1002n, 1003n),
    lost(null, 3n, 1001n, 1003n),
    firing(1, 10),
  );
  const base = '170000000100';
  const events = '"events":{"ptrace":7,"unknown":3}';
  expect(losses).toEqual([
    undefined,
    `{"count":10,"firstTimestamp":${base}1000000,"lastTimestamp":${base}3000000,${events}}`,
  ]);
  expect(stderr).toContain(
    'signature TRC-102: may have missed findings: 10 events that it watches were lost (ptrace 7, unknown 3)',
  );
});

test('of events that were held back, it is told whose they were', async () => {
  const of = (cgroupId: bigint) => ({ reason: 'throttled', cgroupId }) as const;
  const { losses } = await replay(
    lost(idOf('ptrace'), 5n, 1001n, 1002n, of(71n)),
    lost(idOf('ptrace'), 2n, 1002n, 1003n),
    lost(idOf('ptrace'), 1n, 1002n, 1003n, of(71n)),
    lost(idOf('ptrace'), 4n, 1002n, 1003n, of(18446744073709551615n)),
    firing(1, 10),
  );
  expect(losses[0]).toContain('{"count":12,');
  expect(losses[0]).toContain('"events":{"ptrace":12},"cgroups":{"71":6,"18446744073709551615":4}}');
});

test('a loss of other events, or outside of the window, is none of its concern', async () => {
  const late = 20_000;
  const { losses, stderr } = await replay(
    lost(idOf('close'), 9n, 990n, 999n),
    firing(1),
    lost(idOf('ptrace'), 1n, 1001n, 1002n),
    firing(1, late),
  );
  expect(losses).toEqual([undefined, undefined]);
  expect(stderr).toContain('TRC-102: may have missed findings: 1 events');
  expect(stderr).not.toContain('close 9');
});

test('without a loss no line has the field', async () => {
  writeFileSync(path('whole.frames'), capture(3));
  const { stdout, stderr } = await run(['--input', path('whole.frames'), '--output', 'json']);
  expect(stdout).not.toContain('"loss"');
  expect(stderr).not.toContain('may have missed');
});
