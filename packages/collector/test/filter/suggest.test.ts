import fc from 'fast-check';
import { didYouMean, editDistance, nearest } from '../../src/filter/suggest';

describe('editDistance', () => {
  it.each([
    ['', '', 0],
    ['open', 'open', 0],
    ['opne', 'open', 1],
    ['openat', 'open', 2],
    ['kitten', 'sitting', 3],
    ['', 'abc', 3],
  ])('%s to %s is %d', (a, b, distance) => expect(editDistance(a, b)).toBe(distance));

  it('is symmetric, 0 only for equal words, at most the longer length', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (a, b) => {
        const d = editDistance(a, b);
        expect(editDistance(b, a)).toBe(d);
        expect(d === 0).toBe(a === b);
        expect(d).toBeLessThanOrEqual(Math.max(a.length, b.length));
      }),
    );
  });
});

describe('nearest', () => {
  it('is the closest word, whatever its case', () =>
    expect(nearest('OPENTA', ['close', 'openat', 'open'])).toBe('openat'));
  it('is nothing when no word is near', () => expect(nearest('xyz', ['openat', 'read'])).toBeUndefined());
  it('says what else to do when nothing is near', () => {
    expect(didYouMean('xyz', ['openat'], 'see --list')).toBe('see --list');
    expect(didYouMean('opnat', ['openat'], 'see --list')).toBe('did you mean "openat"?');
  });
});
