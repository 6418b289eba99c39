import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, mkdirSync, statSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { capture, end, findingNumbers, firing, header } from './capture';
import { temporaryDirectory } from './directory';
import { start } from './tracee_rules';

const path = temporaryDirectory();
const fifo = (): string => {
  execFileSync('mkfifo', [path('pipe')]);
  return path('pipe');
};

async function write(handle: FileHandle, bytes: Uint8Array, step = bytes.length): Promise<void> {
  for (let at = 0; at < bytes.length; at += step) await handle.write(bytes.subarray(at, at + step));
}

test('a writer that comes late is waited for', async () => {
  const { seen, ended } = start(['--input', fifo()]);
  await seen(/ready/);
  await wait(300);
  const writer = await open(path('pipe'), 'w');
  await write(writer, capture(3));
  await writer.close();
  const { status, stdout } = await ended;
  expect({ status, findings: findingNumbers(stdout) }).toEqual({ status: 0, findings: [0, 1, 2] });
});

test('a path that is not there becomes a FIFO that only its owner may use', async () => {
  const { seen, ended } = start(['--input', path('new')]);
  await seen(/made the FIFO .*new; waiting for tracee-collect/);
  await seen(/ready/);
  expect(statSync(path('new')).isFIFO()).toBe(true);
  expect(statSync(path('new')).mode & 0o777).toBe(0o600);
  const writer = await open(path('new'), 'w');
  await write(writer, capture(1));
  await writer.close();
  expect(await ended).toMatchObject({ status: 0 });
});

test('in a directory with the set-group-ID bit, the group may use it too', async () => {
  mkdirSync(path('shared'));
  chmodSync(path('shared'), 0o2770);
  const { seen, ended } = start(['--input', path('shared/new')]);
  await seen(/ready/);
  expect(statSync(path('shared/new')).mode & 0o777).toBe(0o660);
  await (await open(path('shared/new'), 'w')).close();
  await ended;
});

test('a finding is written as it happens, and frames may be cut anywhere', async () => {
  const { seen, ended } = start(['--input', fifo()]);
  const writer = await open(path('pipe'), 'w');
  await write(writer, Buffer.concat([header(), firing(2)]), 7);
  await seen(/"timestamp":1700000001001000000/);
  await write(writer, Buffer.concat([firing(2, 2), end(4)]), 101);
  await writer.close();
  expect(findingNumbers((await ended).stdout)).toEqual([0, 1, 2, 3]);
});

test('frames larger than the reads that bring them', async () => {
  const { ended } = start(['--input', fifo()]);
  const writer = await open(path('pipe'), 'w');
  await write(writer, Buffer.concat([header(), firing(20_000), end(20_000)]), 65_521);
  await writer.close();
  const { status, stdout } = await ended;
  expect(status).toBe(0);
  expect(findingNumbers(stdout)).toEqual(Array.from({ length: 20_000 }, (_, i) => i));
});

test('kill -9 of the writer: what came stays, and it is said that the end is missing', async () => {
  const { seen, ended } = start(['--input', fifo()]);
  const writer = spawn(process.execPath, [
    '-e',
    `require('fs').writeSync(require('fs').openSync(${JSON.stringify(path('pipe'))}, 'w'), Buffer.from('${Buffer.concat([header(), firing(2), firing(1).subarray(0, 50)]).toString('base64')}', 'base64')); setInterval(() => {}, 1000)`,
  ]);
  await seen(/"timestamp":1700000001001000000/);
  writer.kill('SIGKILL');
  const { status, stdout, stderr } = await ended;
  expect({ status, findings: findingNumbers(stdout) }).toEqual({ status: 3, findings: [0, 1] });
  expect(stderr).toMatch(/error: .*pipe: read frame: offset \d+: the input ends 50 bytes into a frame/);
  expect(stderr).toContain('2 events, 2 findings');
});

test('a directory, and a FIFO that may not be made', async () => {
  expect(await start(['--input', path('.')]).ended).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('a directory (name the FIFO'),
  });
  expect(await start(['--input', path('no/pipe')]).ended).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(/make FIFO: .*No such file or directory/),
  });
});
