/** What does a signature cost that does not match, with conditions and without, beside an engine that asks nobody? */
import { FrameReader, FrameWriter } from '@tracee/event-schema';
import { Engine, type Handlers, type Meta, type Signature } from '@tracee/rules-engine';
import { compare, cpuNanoseconds, type Figures, peakMegabytes } from './measure';
import { referenceMix } from './mix';

const count = 20_000;
const rounds = 60;

const signature = (n: number, on: Handlers): Signature => ({
  meta: { id: `BENCH-${n}`, name: `bench_${n}` } as Meta,
  on,
});

/** What real ones look for: a path opened for writing, a request, a program in memory. No two look for the same. */
const declared = (n: number) =>
  signature(n, {
    openat: {
      where: ({ args, returnValue }) => [
        returnValue.ge(0n),
        args.pathname.eq(`/etc/sensitive-${n}`),
        args.flags.hasAny(3),
      ],
    },
    ptrace: { where: ({ args }) => args.request.eq(BigInt(1000 + n)) },
    sched_process_exec: { where: ({ args }) => args.pathname.startsWith(`/dev/shm/${n}`) },
  });

/** The same in the handler: it decodes what it compares. */
const handled = (n: number) =>
  signature(n, {
    openat: ({ args, returnValue }) =>
      returnValue >= 0n && args.pathname === `/etc/sensitive-${n}` && (args.flags & 3) !== 0 ? {} : undefined,
    ptrace: ({ args }) => (args.request === BigInt(1000 + n) ? {} : undefined),
    sched_process_exec: ({ args }) => (args.pathname?.startsWith(`/dev/shm/${n}`) ? {} : undefined),
  });

function run(signatures: readonly Signature[]): Figures {
  const writer = new FrameWriter().header({});
  for (const event of referenceMix(count)) writer.event(event);
  const bytes = Buffer.from(writer.take());
  let found = 0;
  const engine = new Engine(signatures, { found: () => found++, failed: ({ error }) => fail(error) });
  const reader = new FrameReader({ event: (event) => engine.match(event) });
  const pass = () => reader.push(bytes);
  for (let i = 0; i < 10; i++) pass();
  const [cpu, wall] = [cpuNanoseconds(), process.hrtime.bigint()];
  for (let i = 0; i < rounds; i++) pass();
  const events = count * rounds;
  const spent = (cpuNanoseconds() - cpu) / events;
  if (found > 0) fail(`found ${found} in events where nothing is`);
  return {
    'ns an event': Number(spent.toFixed(1)),
    'events/s': Math.round(events / (Number(process.hrtime.bigint() - wall) / 1e9)),
    signatures: signatures.length,
    'RSS MB': peakMegabytes(),
  };
}

function fail(error: unknown): never {
  throw new Error(`bench: ${error}`);
}

const many = (length: number, make: (n: number) => Signature) => () => run(Array.from({ length }, (_, n) => make(n)));

compare(
  __filename,
  {
    nobody: many(0, declared),
    '1, conditions': many(1, declared),
    '50, conditions': many(50, declared),
    '100, conditions': many(100, declared),
    '50, handlers': many(50, handled),
    '100, handlers': many(100, handled),
  },
  'ns an event',
);
