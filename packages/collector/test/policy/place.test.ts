import type { Scope } from '../../src/filter/condition';
import { noScope, placeScopes } from '../../src/policy/place';

const scope = (name: string): Scope => ({ ...noScope, name });
const names = (scopes: readonly Scope[]) => scopes.map(({ name }) => name);
const placed = (running: readonly Scope[], next: readonly string[]) => names(placeScopes(running, next.map(scope)));
const [trace, a, b] = [scope(''), scope('a'), scope('b')];

describe('policies that replace others', () => {
  it('keep the bit of their name, in whatever order they come', () => {
    expect(placed([a, b], ['b', 'a'])).toEqual(['a', 'b']);
    expect(placed([trace, a, b], ['b', ''])).toEqual(['', '', 'b']);
  });

  it('never take a bit that events under way have of another', () => {
    expect(placed([a, b], ['c', 'b'])).toEqual(['', 'b', 'c']);
    expect(placed([a], ['b'])).toEqual(['', 'b']);
  });

  it('take bits again that nobody has any more', () => {
    const second = placeScopes([a, b], [scope('b')]);
    expect(second[0]).toBe(noScope);
    expect(placed(second, ['c', 'b'])).toEqual(['c', 'b']);
  });

  it('the --trace expressions, which have no name, are told from a bit that is free', () => {
    const running = placeScopes([a, trace], [scope('')]);
    expect(names(running)).toEqual(['', '']);
    expect(placed(running, ['', 'c'])).toEqual(['c', '']);
  });

  it('are refused when old and new names together are more than bits', () => {
    const many = Array.from({ length: 40 }, (_, i) => scope(`old${i}`));
    const other = Array.from({ length: 25 }, (_, i) => `new${i}`);
    expect(() => placed(many, other)).toThrow(
      'policy: 25 policies beside those that they replace (at most 64 names at once: change fewer, then the others)',
    );
    expect(placed(many, other.slice(1))).toHaveLength(64);
  });
});
