import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { EventCounts } from '@tracee/event-schema';
import { contents, startLoad } from './load';
import { temporaryDirectory } from './pipeline';
import { collect } from './session';

for (const { title, ring, lossy } of [
  { title: 'a large ring', ring: '32M', lossy: false },
  { title: 'a ring made small on purpose', ring: '8K', lossy: true },
]) {
  test(`produced = delivered + lost, to the event, with ${title}`, async () => {
    const dir = temporaryDirectory();
    try {
      const capture = join(dir, 'run.frames');
      const load = startLoad<'openat' | 'close' | 'getppid'>('syscalls', [1, lossy ? 0 : 60_000]);
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
        const { produced, delivered, ringFull, tooLarge, queueFull, throttled = 0n }: EventCounts = counted;
        assert.equal(Number(delivered), counts[name] ?? 0, `${name}: delivered is what the capture holds`);
        assert.equal(produced, delivered + ringFull + tooLarge + queueFull + throttled, name);
        assert.equal(told[id] ?? 0n, ringFull + tooLarge + queueFull + throttled, `${name}: the loss frames name it`);
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
