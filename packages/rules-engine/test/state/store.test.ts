import { nanoseconds } from '../../src/state/duration';
import { store } from '../../src/state/store';

const second = 1_000_000_000n;

test('an entry lives for its time of events, counted from when it was set', () => {
  const seen = store<string, number>({ max: 10, ttl: '10s' });
  seen.set('a', 1, 0n);
  expect(seen.get('a', 10n * second)).toBe(1);
  expect(seen.get('a', 10n * second + 1n)).toBeUndefined();
  seen.set('a', 1, 0n).set('a', 2, 9n * second);
  expect(seen.get('a', 19n * second)).toBe(2);
  expect(seen.evicted).toBe(0);
});

test('the entry that was set longest ago makes room, and is counted', () => {
  const seen = store<string, number>({ max: 2, ttl: '10s' });
  seen.set('a', 1, 1n).set('b', 2, 2n).set('a', 3, 3n).set('c', 4, 4n);
  expect([seen.has('a', 5n), seen.has('b', 5n), seen.has('c', 5n), seen.size, seen.evicted]).toEqual([
    true,
    false,
    true,
    2,
    1,
  ]);
});

test('what is over is no eviction', () => {
  const seen = store<number, number>({ max: 2, ttl: '1s' });
  seen
    .set(1, 1, 0n)
    .set(2, 2, 0n)
    .set(3, 3, 2n * second);
  expect([seen.size, seen.evicted]).toEqual([1, 0]);
});

test('a million keys stay within the bound', () => {
  const seen = store<number, number>({ max: 1000, ttl: '1h' });
  for (let i = 0; i < 1_000_000; i++) seen.set(i, i, BigInt(i));
  expect([seen.size, seen.evicted]).toEqual([1000, 999_000]);
});

test.each(['', '5', '5 s', '-5s', '0s', '1d'])('a duration that is none: "%s"', (text) => {
  expect(() => nanoseconds(text)).toThrow(`duration: "${text}"`);
});

test.each([0, -1, 1.5])('a bound that is none: %s', (max) => {
  expect(() => store({ max, ttl: '1s' })).toThrow('store: max is');
});
