import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { type End, type EventCounts, FrameReader } from '@tracee/event-schema';
import { temporaryDirectory } from './pipeline';
import { collect, outcome, root } from './session';

/** Starts the load generator, waiting; `go` runs it and gives the calls it made. */
function startLoad(seconds: number, rate: number) {
  const child = spawn(
    join(process.env.TRIGGERS ?? join(root, 'build/triggers'), '../load/syscalls'),
    [String(seconds), String(rate)],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
  const ended = outcome(child);
  return {
    pid: child.pid as number,
    async go(): Promise<Record<'openat' | 'close' | 'getppid', number>> {
      child.stdin?.end('.');
      return JSON.parse((await ended).stdout);
    },
  };
}

/** What a capture delivers by event, the sequence gaps of each slot of each CPU, the losses it tells by event, and what its end frame says. */
function contents(capture: string) {
  const counts: Record<string, number> = {};
  const next = new Map<string, bigint>();
  let gaps = 0n;
  const told: Record<number, bigint> = {};
  const ends: End[] = [];
  const reader = new FrameReader({
    event: (event) => {
      counts[event.eventName] = (counts[event.eventName] ?? 0) + 1;
      const slot = `${event.processorId}:${event.sequence >> 62n}`;
      const number = BigInt.asUintN(62, event.sequence);
      gaps += number - (next.get(slot) ?? 0n);
      next.set(slot, number + 1n);
    },
    loss: ({ eventId, count }) => {
      told[eventId ?? -1] = (told[eventId ?? -1] ?? 0n) + count;
    },
    end: (totals) => {
      ends.push(totals);
    },
  });
  reader.push(readFileSync(capture));
  reader.finish();
  return { counts, gaps, told, end: ends[0] };
}

for (const { title, ring, lossy } of [
  { title: 'a large ring', ring: '32M', lossy: false },
  { title: 'a ring made small on purpose', ring: '8K', lossy: true },
]) {
  test(`produced = delivered + lost, to the event, with ${title}`, async () => {
    const dir = temporaryDirectory();
    try {
      const capture = join(dir, 'run.frames');
      const load = startLoad(1, lossy ? 0 : 60_000);
      const options = [
        '--output',
        `frames=${capture}`,
        '--ring-size',
        ring,
        '--trace',
        `tree=${load.pid}`,
        '--trace',
        'event=openat,close,getppid',
      ];
      const { truth, code, stderr } = await collect(options, () => load.go());
      assert.equal(code, 0, stderr);
      const { counts, end, gaps, told } = contents(capture);
      assert.ok(end, 'an end frame');
      assert.equal(end.produced, end.delivered + end.lost);
      assert.equal(end.lost > 0n, lossy, `lost ${end.lost}`);
      const ids = { openat: 257, close: 3, getppid: 110 };
      for (const [name, id] of Object.entries(ids)) {
        const counted: EventCounts | undefined = end.events.find((e) => e.id === id);
        assert.ok(counted, `${name} is counted`);
        const { produced, delivered, ringFull, tooLarge, queueFull }: EventCounts = counted;
        assert.equal(Number(delivered), counts[name] ?? 0, `${name}: delivered is what the capture holds`);
        assert.equal(produced, delivered + ringFull + tooLarge + queueFull, name);
        assert.equal(told[id] ?? 0n, ringFull + tooLarge + queueFull, `${name}: the loss frames name it`);
        const made = truth[name as keyof typeof truth];
        assert.ok(
          Number(produced) >= made && Number(produced) <= made + 50,
          `${name}: made ${made}, produced ${produced} (the generator's own few calls beside)`,
        );
      }
      assert.equal(told[-1], undefined, 'no loss of an unknown event');
      assert.ok(gaps <= end.lost, `gaps ${gaps} of the sequence are losses, ${end.lost}`);
    } finally {
      rmSync(dir, { recursive: true, force: true });
    }
  });
}
