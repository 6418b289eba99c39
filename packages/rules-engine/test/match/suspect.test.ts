import type { Subscription } from '../../src/match/subscriptions';
import { Suspect } from '../../src/match/suspect';

const [one, another] = [{}, {}] as unknown as [Subscription, Subscription];

test('CPU time counts from the second interruption of the same call on, and adds up', () => {
  const suspect = new Suspect();
  expect(suspect.interrupted(one, 100, 3000)).toBe(0);
  expect(suspect.interrupted(one, 101, 4000)).toBe(1000);
  expect(suspect.interrupted(one, 102, 6500)).toBe(3500);
});

test('who was not alone begins anew: others were asked, or another was running, or nobody', () => {
  const suspect = new Suspect();
  suspect.interrupted(one, 100, 3000);
  expect(suspect.interrupted(one, 102, 9000)).toBe(0);
  expect(suspect.interrupted(another, 103, 19000)).toBe(0);
  expect(suspect.interrupted(undefined, 103, 29000)).toBe(0);
  expect(suspect.interrupted(undefined, 104, 39000)).toBe(0);
  expect(suspect.interrupted(one, 105, 49000)).toBe(0);
});
