import { type EventInput, FrameReader, FrameWriter, type LazyEvent } from '@tracee/event-schema';
import * as fc from 'fast-check';
import { all, any, type Condition, conditionOf, event, holds, not, type Where } from '../../src/index';
import { compile } from '../../src/where/program';

/** Which of the conditions hold for an event: by the compiled form and by the decoded values. */
function both(conditions: readonly Condition[], input: EventInput): { compiled: number[]; decoded: number[] } {
  const compiled: number[] = [];
  let decoded: number[] = [];
  const look = (one: LazyEvent) => {
    compile(conditions, one)(one, (n) => compiled.push(n));
    decoded = conditions.flatMap((condition, n) => (holds(condition, one) ? [n] : []));
  };
  new FrameReader({ event: look }).push(new FrameWriter().header().event(input).take());
  return { compiled, decoded };
}

const open = (where: Where<'openat'>) => conditionOf('openat', where);
const texts = ['', '/', '/etc/shadow', '/etc/shadow2', '/tmp/etc', 'ä', '\udcff', 'x'.repeat(20)];
const numbers = [-2147483648, -100, -1, 0, 1, 2, 255, 256, 0x80000, 2147483647];
const longs = [-(2n ** 63n), -13n, -1n, 0n, 1n, 2n ** 32n - 1n, 2n ** 32n, 2n ** 32n + 1n, 2n ** 63n - 1n];
const text = fc.constantFrom(...texts);
const number = fc.constantFrom(...numbers);
const long = fc.constantFrom(...longs);
const bits = fc.constantFrom(0, 1, 2, 3, 0x80, 0x80000, 0xffffffff);

const single: fc.Arbitrary<Condition> = fc.oneof(
  text.map((value) => open(({ args }) => args.pathname.eq(value))),
  text.map((value) => open(({ args }) => args.pathname.startsWith(value))),
  text.map((value) => open(({ args }) => args.pathname.endsWith(value))),
  text.map((value) => open(({ args }) => args.pathname.contains(value))),
  fc.array(text).map((values) => open(({ args }) => args.pathname.oneOf(values))),
  text.map((value) => open(({ args }) => args.pathname.basename.eq(value))),
  text.map((value) => open(({ args }) => args.pathname.basename.startsWith(value))),
  text.map((value) => open(({ args }) => args.pathname.basename.endsWith(value))),
  fc.array(text).map((values) => open(({ args }) => args.pathname.basename.oneOf(values))),
  fc.array(long).map((values) => open(({ returnValue }) => returnValue.oneOf(values))),
  fc.constant(open(({ args }) => args.pathname.isNull())),
  number.map((value) => open(({ args }) => args.flags.eq(value))),
  fc.array(number).map((values) => open(({ args }) => args.flags.oneOf(values))),
  bits.map((value) => open(({ args }) => args.flags.has(value))),
  bits.map((value) => open(({ args }) => args.flags.hasAny(value))),
  number.map((value) => open(({ args }) => args.dirfd.lt(value))),
  number.map((value) => open(({ args }) => args.dirfd.ge(value))),
  fc.constantFrom(0, 1, 0o644, 65535).map((value) => open(({ args }) => args.mode.gt(value))),
  long.map((value) => open(({ returnValue }) => returnValue.eq(value))),
  long.map((value) => open(({ returnValue }) => returnValue.lt(value))),
  long.map((value) => open(({ returnValue }) => returnValue.le(value))),
  long.map((value) => open(({ returnValue }) => returnValue.gt(value))),
  long.map((value) => open(({ returnValue }) => returnValue.ge(value))),
  fc.constantFrom(0, 1, 1000, 4294967295).map((value) => open(({ userId }) => userId.eq(value))),
  fc.constantFrom('', 'sh', 'bash', 'fifteen-bytes-x').map((value) => open(({ processName }) => processName.eq(value))),
  fc.constantFrom('', 'b', 'bash').map((value) => open(({ processName }) => processName.startsWith(value))),
  fc.constantFrom('', 'h', 'ash').map((value) => open(({ processName }) => processName.endsWith(value))),
  fc
    .constantFrom('', '/usr', '/usr/bin/x')
    .map((value) => open(({ executablePath }) => executablePath.contains(value))),
  fc
    .constantFrom('host', 'container', 'container-init')
    .map((value) => open(({ origin }) => origin.is(value as 'host'))),
  fc
    .constantFrom('containerStarted', 'isCompat', 'ioWorker')
    .map((value) => open(({ contextFlags }) => contextFlags.has(value as 'isCompat'))),
);

const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    single,
    fc.array(tie('condition'), { maxLength: 3 }).map((of) => all(...of)),
    fc.array(tie('condition'), { maxLength: 3 }).map((of) => any(...of)),
    tie('condition').map(not),
  ),
}));

const opened = fc.record({
  args: fc.record({
    pathname: fc.option(text),
    flags: number,
    dirfd: number,
    mode: fc.constantFrom(0, 1, 0o644, 65535),
  }),
  context: fc.record({
    returnValue: long,
    userId: fc.constantFrom(0, 1, 1000, 4294967295),
    processId: fc.constantFrom(1, 2),
    processName: fc.constantFrom('', 'sh', 'bash', 'fifteen-bytes-x'),
    executablePath: fc.constantFrom('', '/usr/bin/x'),
    containerId: fc.constantFrom('', 'c1'),
    contextFlags: fc.record({ containerStarted: fc.boolean(), isCompat: fc.boolean(), ioWorker: fc.boolean() }),
  }),
});

test('compiled conditions hold exactly when the decoded values say so', () => {
  fc.assert(
    fc.property(fc.array(condition, { minLength: 1, maxLength: 6 }), opened, (conditions, { args, context }) => {
      const { compiled, decoded } = both(conditions, event('openat', args, context));
      expect(compiled).toEqual(decoded);
    }),
    { numRuns: 600 },
  );
});

test('of many conditions that want a value each, those that hold are found in their order', () => {
  const many = fc
    .array(condition, { minLength: 1, maxLength: 4 })
    .map((some) => [
      ...texts.map((value) => open(({ args }) => args.pathname.eq(value))),
      ...some,
      ...texts.map((value) =>
        open(({ args, returnValue }) => [
          returnValue.ge(0n),
          any(args.pathname.startsWith(`${value}/`), args.pathname.eq(value)),
        ]),
      ),
      ...[...numbers, 7, 8].map((value) => open(({ args }) => args.flags.eq(value))),
      ...longs.map((value) =>
        open(({ args }) => all(args.flags.oneOf([9, 10]), not(args.pathname.contains(`${value}`)))),
      ),
    ]);
  fc.assert(
    fc.property(many, opened, (conditions, { args, context }) => {
      const { compiled, decoded } = both(conditions, event('openat', args, context));
      expect(compiled).toEqual(decoded);
    }),
    { numRuns: 200 },
  );
});

test.each([
  ['host', '', false],
  ['container-init', 'c1', false],
  ['container', 'c1', true],
] as const)('the origin of an event is %s and nothing else', (expected, containerId, containerStarted) => {
  const asked = ['host', 'container', 'container-init'] as const;
  const conditions = asked.map((value) => open(({ origin }) => origin.is(value)));
  const { compiled } = both(conditions, event('openat', {}, { containerId, contextFlags: { containerStarted } }));
  expect(compiled).toEqual([asked.indexOf(expected)]);
});

test('lists, bytes and booleans', () => {
  const exec = (where: Where<'sched_process_exec'>) => conditionOf('sched_process_exec', where);
  const conditions = [
    exec(({ args }) => args.argv.includes('-c')),
    exec(({ args }) => args.argv.includes('c')),
    exec(({ args }) => args.argv.some.startsWith('-')),
    exec(({ args }) => args.argv.some.endsWith('x')),
    exec(({ args }) => args.argv.some.contains('h')),
    exec(({ args }) => args.argv.some.oneOf(['a', 'b', 'c', 'd', '-c'])),
    exec(({ args }) => args.env.some.eq('')),
    exec(({ args }) => args.invoked_from_kernel.eq(true)),
    exec(({ args }) => args.inode.has(2n ** 40n)),
    exec(({ args }) => args.argv.isNull()),
  ];
  const input = event('sched_process_exec', { argv: ['sh', '-c'], invoked_from_kernel: true, inode: 2n ** 40n + 1n });
  expect(both(conditions, input)).toEqual({ compiled: [0, 2, 4, 5, 7, 8], decoded: [0, 2, 4, 5, 7, 8] });
  const bytes = conditionOf(
    'connect',
    ({ args }) =>
      (args as never as Record<string, { startsWith(b: number[]): Condition }>).addr?.startsWith?.([2, 0]) ?? all(),
  );
  const [inet, unix] = [new Uint8Array([2, 0, 0, 80]), new Uint8Array([1, 0])];
  expect(both([bytes], event('connect', { addr: inet } as never)).compiled).toEqual([0]);
  expect(both([bytes], event('connect', { addr: unix } as never)).compiled).toEqual([]);
});

test('mistakes in conditions are found when they are described', () => {
  expect(() => open(({ args }) => (args as never as { path: { eq(v: string): Condition } }).path.eq('/'))).toThrow(
    'openat.args has no path',
  );
  expect(() => open(({ args }) => args.flags.eq(0xffffffff))).toThrow('not in the range of i32');
  expect(() => open(({ origin }) => origin.is('pod' as never))).toThrow('origin: "pod"');
  expect(() => open(({ contextFlags }) => contextFlags.has('slow' as never))).toThrow('contextFlags: "slow"');
});

test('text of a condition cannot become code', () => {
  const evil = '"); process.exit(9); ("\u2028`$[1]\\';
  const conditions = [
    open(({ args }) => args.pathname.eq(evil)),
    open(({ executablePath }) => executablePath.eq(evil)),
    open(({ containerId }) => containerId.oneOf([evil])),
  ];
  const { compiled } = both(conditions, event('openat', { pathname: evil }, { executablePath: evil }));
  expect(compiled).toEqual([0, 1]);
});
