import fc from 'fast-check';
import { type Description, undescribed } from '../../src/containers/description';
import type { Scope } from '../../src/filter/condition';
import { describedTexts, takesContainer } from '../../src/filter/container_match';
import { containerEntry } from '../../src/filter/filter_bank';
import { matchScopes, type TaskFacts } from '../../src/filter/match';
import { encodeResidue, residueOf } from '../../src/filter/residue';
import { loadNative } from '../../src/load_native';
import { scopeOf } from './scopes';

/** Kernel, addon and reference must give a container to the same scopes, before and after its runtime has told what it is. */
const native = loadNative() as unknown as {
  containerAnswer(
    residue: Uint8Array,
    id: string,
    isNew: boolean,
    texts?: readonly string[],
  ): [takes: bigint, open: bigint, openTakes: bigint];
};

interface Given {
  readonly id: string;
  readonly isNew: boolean;
  readonly description?: Description;
}

const text = fc.constantFrom('a', 'ab', 'aba', 'b', 'b/a', 'é');
const value = fc.tuple(fc.constantFrom('', '*'), text, fc.constantFrom('', '*')).map((parts) => parts.join(''));
const list = fc.array(value, { minLength: 1, maxLength: 3 }).map((all) => all.join(','));
const equal = fc.constantFrom('=', '!=');
const key = fc.constantFrom('name', 'image', 'pod', 'namespace', 'label.a', 'label.a.b/c', 'label.toString');
const expression = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(key, equal, list).map(([k, op, v]) => `container.${k}${op}${v}`) },
  fc.constantFrom('container', '!container', 'container=new', 'container!=new', 'container=a', 'container!=ab'),
);
const scope = fc.array(expression, { minLength: 1, maxLength: 3 }).map((parts): Scope | undefined => {
  try {
    return scopeOf('event=read', ...parts);
  } catch {
    return undefined; // wrong together: nothing can match
  }
});
const maybe = fc.oneof(text, fc.constant(''));
const description: fc.Arbitrary<Description> = fc
  .tuple(maybe, maybe, maybe, maybe, fc.dictionary(fc.constantFrom('a', 'a.b/c'), maybe))
  .map(([name, image, podName, podNamespace, labels]) => ({
    ...undescribed('', ''),
    name,
    image,
    podName,
    podNamespace,
    labels,
  }));
const container = fc.oneof(
  { weight: 1, arbitrary: fc.constant<Given>({ id: '', isNew: false }) },
  {
    weight: 6,
    arbitrary: fc
      .tuple(fc.constantFrom('a', 'abc', 'b'), fc.boolean(), fc.option(description, { nil: undefined }))
      .map(([id, isNew, about]): Given => ({ id, isNew, ...(about === undefined ? {} : { description: about }) })),
  },
);

const bitsOf = (scopes: readonly Scope[], holds: (scope: Scope) => boolean): bigint =>
  scopes.reduce((bits, one, i) => (holds(one) ? bits | (1n << BigInt(i)) : bits), 0n);

const eventOf = ({ id, isNew, description: about }: Given, scopes: readonly Scope[]): bigint => {
  const facts: TaskFacts = {
    ancestry: new Set(),
    executable: '',
    containerId: id,
    isNewContainer: isNew,
    ...(about === undefined ? {} : { description: about }),
    isNewProcess: false,
    followed: 0n,
  };
  return matchScopes(scopes, { eventId: 0, args: {} } as never, facts);
};

test('the addon and the kernel agree with the reference on any filters and any container', () => {
  let [matched, undecided] = [0, 0];
  fc.assert(
    fc.property(fc.array(scope, { minLength: 1, maxLength: 12 }), container, (maybeScopes, given) => {
      const scopes = maybeScopes
        .filter((one): one is Scope => one !== undefined)
        .map((one) => ({ ...one, events: new Map([[0, [[]]]]) }));
      fc.pre(scopes.length > 0);
      const { id, isNew, description: about } = given;
      const texts = about === undefined ? [] : [describedTexts(about)];
      const [takes, open, openTakes] = native.containerAnswer(encodeResidue(residueOf(scopes)), id, isNew, ...texts);
      const asked = (one: Scope) => (one.container === undefined ? true : takesContainer(one.container, given));
      expect(takes).toBe(bitsOf(scopes, (one) => asked(one) === true && one.container !== undefined));
      expect(open).toBe(bitsOf(scopes, (one) => asked(one) === undefined));
      // nothing was told: what the reference says of it
      const reference = eventOf(given, scopes);
      const asking = bitsOf(scopes, (one) => one.container !== undefined);
      expect(takes | openTakes).toBe(reference & asking);
      // what is open is sent, and what is refused is not
      const { value: bits } = containerEntry(scopes, 0, { cgroup: 1n, containerId: id, ...given });
      if (id !== '') expect(Buffer.from(bits).readBigUInt64LE()).toBe(takes | open);
      if (reference !== 0n) matched++;
      if (open !== 0n) undecided++;
    }),
    { numRuns: 2000 },
  );
  expect(matched).toBeGreaterThan(200);
  expect(undecided).toBeGreaterThan(200);
});

test('a scope that follows is decided by the kernel alone', () => {
  const [takes, open, openTakes] = native.containerAnswer(
    encodeResidue(residueOf([scopeOf('event=read', 'container=a', 'follow')])),
    'b',
    true,
  );
  expect([takes, open, openTakes]).toEqual([0n, 0n, 0n]);
});
