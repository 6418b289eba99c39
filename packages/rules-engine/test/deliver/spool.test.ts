import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { DeliveryQueue } from '../../src/deliver/queue';
import { Spool } from '../../src/deliver/spool';
import { capture, findingNumbers } from '../cli/capture';
import { temporaryDirectory } from '../cli/directory';
import { run, start } from '../cli/tracee_rules';

const path = temporaryDirectory();
const numbers = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => `${from + i}`);
const down = () => Promise.reject(new Error('down'));
const fill = (queue: DeliveryQueue, texts: readonly string[]) => {
  for (const text of texts) queue.add(text);
};

test('what is left goes to disk in its order, and the next queue delivers it before anything newer', async () => {
  const first = new DeliveryQueue(down, { batch: 3, backoff: 1, maxBytes: 20, spool: new Spool(path('s')) });
  fill(first, numbers(0, 100));
  await new Promise((done) => setTimeout(done, 20));
  first.save();
  expect([first.dropped, first.keptIn, statSync(path('s')).mode & 0o777]).toEqual([0, path('s'), 0o700]);
  const second = new DeliveryQueue(down, { batch: 3, backoff: 1, spool: new Spool(path('s')) });
  fill(second, numbers(100, 150));
  await new Promise((done) => setTimeout(done, 20));
  second.save();
  const got: string[] = [];
  const third = new DeliveryQueue(async (texts) => void got.push(...texts), { batch: 7, spool: new Spool(path('s')) });
  fill(third, numbers(150, 200));
  await third.end();
  expect(got).toEqual(numbers(0, 200));
  expect([third.delivered, third.keptIn, readdirSync(path('s'))]).toEqual([200, undefined, []]);
});

test('a receiver that comes back gets everything, once', async () => {
  const got: string[] = [];
  let isUp = false;
  const deliver = async (texts: readonly string[]) => {
    if (!isUp) throw new Error('down');
    got.push(...texts);
  };
  const queue = new DeliveryQueue(deliver, { batch: 10, backoff: 1, maxBytes: 100, spool: new Spool(path('s')) });
  const long = 'x'.repeat(3000);
  fill(
    queue,
    numbers(0, 1000).map((text) => text + long),
  );
  isUp = true;
  fill(queue, numbers(1000, 1010));
  await queue.end();
  expect(got.map((text) => text.replace(long, ''))).toEqual(numbers(0, 1010));
  expect([queue.delivered, queue.dropped, readdirSync(path('s'))]).toEqual([1010, 0, []]);
});

test('a run that was killed: what it had on disk is delivered, but for a line that was cut', async () => {
  mkdirSync(path('s'));
  writeFileSync(path('s/5000000001'), '"a"\n"b"\n"c');
  const got: string[] = [];
  await new DeliveryQueue(async (texts) => void got.push(...texts), { batch: 9, spool: new Spool(path('s')) }).end();
  expect(got).toEqual(['a', 'b']);
});

describe('tracee-rules --spool-dir', () => {
  let server: Server;
  let body = '';
  afterEach(() => server.close());
  const listen = (port: number, ...stored: string[]) => {
    body = stored.join('');
    server = createServer((request, response) => {
      request.on('data', (chunk) => (body += chunk)).on('end', () => response.writeHead(204).end());
    });
    return new Promise<number>((done) =>
      server.listen(port, '127.0.0.1', () => done((server.address() as AddressInfo).port)),
    );
  };

  test('what a webhook that is away misses, the next run delivers first', async () => {
    const port = await listen(0);
    await new Promise((done) => server.close(done));
    const words = ['--rules', 'TRC-102', '--output', `webhook=http://127.0.0.1:${port}/`, '--spool-dir', path('spool')];
    const { ended, child, seen } = start(words, { stdin: 'pipe' });
    child.stdin?.end(capture(3));
    await seen(/reading/);
    const { status, stderr } = await ended;
    expect({ status, stderr }).toEqual({
      status: 0,
      stderr: expect.stringMatching(/output webhook=.*: findings wait for the next run in .*spool\/[0-9a-f]{16}: /),
    });
    await listen(port);
    expect(await run(words, capture(2))).toMatchObject({ status: 0 });
    expect(findingNumbers(body)).toEqual([0, 1, 2, 0, 1]);
    expect(readdirSync(join(path('spool'), readdirSync(path('spool'))[0] as string))).toEqual([]);
  }, 60_000);

  test('a place that is no directory is refused', async () => {
    writeFileSync(path('file'), '');
    server = createServer();
    const words = ['--output', 'webhook=http://127.0.0.1:1/', '--spool-dir', path('file')];
    expect(await run(words, capture(1))).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/spool: .*not a directory \(give a directory/),
    });
  });
});
