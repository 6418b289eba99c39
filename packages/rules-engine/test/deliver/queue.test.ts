import { DeliveryQueue } from '../../src/deliver/queue';

test('everything arrives in order, in batches', async () => {
  const got: string[][] = [];
  const queue = new DeliveryQueue(async (texts) => void got.push([...texts]), { batch: 2 });
  for (const text of ['a', 'b', 'c']) queue.add(text);
  await queue.end();
  expect(got.flat()).toEqual(['a', 'b', 'c']);
  expect(Math.max(...got.map(({ length }) => length))).toBe(2);
  expect([queue.delivered, queue.dropped]).toEqual([3, 0]);
});

test('what fails is tried again, and nothing is sent twice or lost', async () => {
  const got: string[] = [];
  let attempts = 0;
  const deliver = async (texts: readonly string[]) => {
    if (++attempts < 3) throw new Error('away');
    got.push(...texts);
  };
  const queue = new DeliveryQueue(deliver, { batch: 10, backoff: 1 });
  queue.add('a');
  queue.add('b');
  await queue.end();
  expect([got, queue.failures]).toEqual([['a', 'b'], 2]);
});

test('a receiver that is down costs what was for it, counted, and bounded memory', async () => {
  const queue = new DeliveryQueue(() => Promise.reject(new Error('down')), {
    batch: 10,
    backoff: 1,
    attempts: 2,
    maxBytes: 100,
  });
  for (let i = 0; i < 1000; i++) queue.add('0123456789');
  await queue.end();
  expect([queue.delivered, queue.dropped, queue.waitingCount]).toEqual([0, 1000, 0]);
  expect(String(queue.lastError)).toBe('Error: down');
});
