import { nearestRelease, seriesOf } from '../../src/btf/series';

describe('one series', () => {
  it.each([
    ['6.1.0-50-amd64', '6.1.0-9-amd64'],
    ['6.1.0-50-cloud-amd64', '6.1.0-47-cloud-amd64'],
    ['6.12.43+deb12-amd64', '6.12.117+deb12-amd64'],
    ['5.15.0-1050-aws', '5.15.0-7-aws'],
    ['4.18.0-348.el8.x86_64', '4.18.0-1.el8.x86_64'],
  ])('%s and %s', (a, b) => expect(seriesOf(a)).toBe(seriesOf(b)));
});

describe('not one series', () => {
  it.each([
    ['6.1.0-50-amd64', '6.1.0-50-cloud-amd64'],
    ['6.1.0-50-amd64', '6.1.0-50-rt-amd64'],
    ['6.1.0-50-amd64', '6.12.0-50-amd64'],
    ['6.1.0-50-amd64', '5.1.0-50-amd64'],
    ['5.15.0-7-aws', '5.15.0-7-azure'],
    ['6.1.0-0.deb11.48-amd64', '6.1.0-48-amd64'],
  ])('%s and %s', (a, b) => expect(seriesOf(a)).not.toBe(seriesOf(b)));
});

it('is nearest by its numbers from the left', () => {
  const of = (...numbers: number[]) => numbers.map((n) => `6.1.0-${n}-amd64`);
  expect(nearestRelease('6.1.0-50-amd64', of(9, 47, 100))).toBe('6.1.0-47-amd64');
  expect(nearestRelease('6.12.90-1-amd64', ['6.12.88-1-amd64', '6.12.91-9-amd64'])).toBe('6.12.91-9-amd64');
  expect(nearestRelease('6.1.0-50-amd64', [])).toBeUndefined();
});
