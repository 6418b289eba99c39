import fc from 'fast-check';
import { CollectError } from '../../src/errors';
import { parseExpression } from '../../src/filter/grammar';

const parsed = (text: string) => {
  const { where, text: written, ...expression } = parseExpression(text);
  expect([where, written]).toEqual(['--trace', text]);
  return expression;
};

describe('an expression', () => {
  it.each([
    ['event=openat', { key: 'event', operator: '=', values: ['openat'] }],
    ['event=openat,read,sched_*', { key: 'event', operator: '=', values: ['openat', 'read', 'sched_*'] }],
    ['set!=fs', { key: 'set', operator: '!=', values: ['fs'] }],
    ['set=fs, proc', { key: 'set', operator: '=', values: ['fs', 'proc'] }],
    ['comm!=a=b', { key: 'comm', operator: '!=', values: ['a=b'] }],
    ['uid=0,1000', { key: 'uid', operator: '=', values: ['0', '1000'] }],
    ['uid>=1000', { key: 'uid', operator: '>=', values: ['1000'] }],
    ['mntns<5', { key: 'mntns', operator: '<', values: ['5'] }],
    [' tree = 1 , 2 ', { key: 'tree', operator: '=', values: ['1', '2'] }],
    ['follow', { key: 'follow' }],
    ['container', { key: 'container' }],
    ['!container', { key: '!container' }],
    ['container=new', { key: 'container', operator: '=', values: ['new'] }],
    ['container.name=web*,db', { key: 'container.name', operator: '=', values: ['web*', 'db'] }],
    ['container.namespace!=kube-system', { key: 'container.namespace', operator: '!=', values: ['kube-system'] }],
    [
      'container.label.app.kubernetes.io/name=web',
      { key: 'container.label', label: 'app.kubernetes.io/name', operator: '=', values: ['web'] },
    ],
    ['executable=/bin/ls', { key: 'exec', operator: '=', values: ['/bin/ls'] }],
    [
      'openat.pathname=/etc/*',
      { key: 'argument', event: 'openat', argument: 'pathname', operator: '=', values: ['/etc/*'] },
    ],
    ['openat.retval<0', { key: 'argument', event: 'openat', argument: 'retval', operator: '<', values: ['0'] }],
  ])('%s', (text, expression) => expect(parsed(text)).toEqual(expression));

  it.each([
    ['e=openat', 'event'],
    ['s=fs', 'set'],
    ['u=0', 'uid'],
    ['p=1', 'pid'],
    ['t=1', 'tree'],
    ['c', 'container'],
    ['!cont', '!container'],
    ['fol', 'follow'],
  ])('%s abbreviates %s', (text, key) => expect(parseExpression(text).key).toBe(key));

  it('of a rule is about its event', () => {
    for (const text of ['args.pathname=/x', 'data.pathname=/x'])
      expect(parseExpression(text, 'here', 'openat')).toMatchObject({
        event: 'openat',
        argument: 'pathname',
        values: ['/x'],
      });
    expect(parseExpression('retval>=0', 'here', 'openat')).toMatchObject({ argument: 'retval', operator: '>=' });
  });
});

describe('a wrong expression names the part', () => {
  it.each([
    ['', 'no key'],
    ['=x', 'no key'],
    ['evnt=openat', 'did you mean "event"?'],
    ['colour=red', 'keys: event, set, container'],
    ['event', 'no operator after "event" (write event=value or event!=value)'],
    ['uid==0', '"==" is not an operator of uid (write =)'],
    ['uid=>0', '"=>" is not an operator of uid (use = != < <= > >=)'],
    ['comm>a', '">" is not an operator of comm (use = or !=)'],
    ['event=!read', '"=!" is not an operator'],
    ['event=', 'no value after "="'],
    ['event=a,,b', 'an empty value in "a,,b"'],
    ['follow=1', '"follow" takes no value'],
    ['container.nme=web', 'no key "container.nme" (did you mean "name"?)'],
    ['container.colour=red', 'keys of containers: container.name, container.image'],
    ['container.label=web', 'no label (write container.label.KEY=value)'],
    ['container.label.app', 'no operator after "container.label.app"'],
    ['container.image>nginx', '">" is not an operator of container.image (use = or !=)'],
    ['follow me', 'no key "follow me"'],
    ['!comm', '"!" stands before container only'],
  ])('%s', (text, found) => {
    expect(() => parseExpression(text)).toThrow(CollectError);
    expect(() => parseExpression(text)).toThrow(found);
    expect(() => parseExpression(text)).toThrow(`--trace: "${text}": `);
  });
});

describe('any', () => {
  const operator = fc.constantFrom('=' as const, '!=' as const);
  const name = fc.stringMatching(/^[a-z0-9_/:.-]{1,15}$/);

  it('names survive', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('event', 'set', 'comm'),
        operator,
        fc.array(name, { minLength: 1 }),
        (key, op, values) => {
          expect(parseExpression(`${key}${op}${values.join(',')}`)).toMatchObject({ key, operator: op, values });
        },
      ),
    );
  });

  it('number survives as it is written', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('uid', 'pid', 'tree'),
        operator,
        fc.array(fc.nat(0xffffffff), { minLength: 1 }),
        (key, op, values) => {
          expect(parseExpression(`${key}${op}${values.join(',')}`)).toMatchObject({
            key,
            operator: op,
            values: values.map(String),
          });
        },
      ),
    );
  });

  it('text is an expression or a CollectError of the command line', () => {
    const near = fc.stringMatching(/^(event|uid|comm|follow|x)?[=!<>]{0,3}[a-z0-9*, ]{0,8}$/);
    fc.assert(
      fc.property(fc.oneof(fc.string(), near), (text) => {
        try {
          expect(parseExpression(text).key).toMatch(
            /^(!?container|argument|event|exec|set|comm|uid|uts|pid|mntns|pidns|tree|follow)$/,
          );
        } catch (error) {
          expect(error).toMatchObject({ name: 'CollectError', code: 'usage' });
        }
      }),
      { numRuns: 2000 },
    );
  });
});
