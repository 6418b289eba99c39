import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { onPolicyChange } from '../../src/policy/watch';

let dir: string;
let forget: () => void;
let calls: number;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'policies-'));
  calls = 0;
});
afterEach(() => {
  forget();
  rmSync(dir, { recursive: true });
});
const watching = (...paths: string[]) => {
  forget = onPolicyChange(paths, () => calls++);
};
const seen = async (count: number) => {
  for (let waited = 0; calls < count && waited < 5000; waited += 20) await sleep(20);
  await sleep(300); // nothing more comes
  expect(calls).toBe(count);
};

test('several files that change at once are one change', async () => {
  watching(dir);
  for (const name of ['a.yaml', 'b.yaml', 'c.yaml']) writeFileSync(join(dir, name), 'x');
  await seen(1);
});

test('a file that another takes the place of, and not its neighbours', async () => {
  const file = join(dir, 'a.yaml');
  writeFileSync(file, 'x');
  await sleep(50);
  watching(file);
  writeFileSync(join(dir, 'other'), 'x');
  await seen(0);
  renameSync(join(dir, 'other'), file);
  await seen(1);
});

test('the link of a mounted configuration that is turned', async () => {
  for (const version of ['1', '2']) {
    mkdirSync(join(dir, version));
    writeFileSync(join(dir, version, 'a.yaml'), version);
  }
  symlinkSync('1', join(dir, '..data'));
  symlinkSync('..data/a.yaml', join(dir, 'a.yaml'));
  await sleep(50);
  watching(join(dir, 'a.yaml'));
  symlinkSync('2', join(dir, '..new'));
  renameSync(join(dir, '..new'), join(dir, '..data'));
  await seen(1);
});

test('SIGHUP, at once, until nobody watches any more', async () => {
  watching();
  process.emit('SIGHUP');
  expect(calls).toBe(1);
  forget();
  expect(process.listenerCount('SIGHUP')).toBe(0);
});
