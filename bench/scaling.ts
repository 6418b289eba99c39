/** What do more signatures, scopes, paths to look for and processes cost? */
import { parseExpressions } from '@tracee/collector';
import { encodeResidue, residueOf } from '@tracee/collector/dist/src/filter/residue';
import { traceScope } from '@tracee/collector/dist/src/filter/scope';
import { events, FrameReader, FrameWriter } from '@tracee/event-schema';
import { Engine, loadSignatures, type Signature } from '@tracee/rules-engine';
import { encodeRecords } from '../packages/collector/test/native/encode';
import { declared, signature } from './events/declared';
import { processMix, type referenceMix, signatureMix } from './events/mix';
import { stream } from './events/plain';
import { kernelRecords } from './events/records';
import { compare, type Figures } from './measure/compare';
import { repeat } from './measure/repeat';

const count = 10_000;
/** Of records for the collector, as few as fit the caches. */
const batch = 250;
const passes = 400;
const numbers = (length: number) => Array.from({ length }, (_, n) => n);

/** The same in the handler: it decodes what it compares. */
const handled = (n: number) =>
  signature(n, {
    openat: ({ args, returnValue }) =>
      returnValue >= 0n && args.pathname === `/etc/sensitive-${n}` && (args.flags & 3) !== 0 ? {} : undefined,
    ptrace: ({ args }) => (args.request === BigInt(1000 + n) ? {} : undefined),
    sched_process_exec: ({ args }) => (args.pathname?.startsWith(`/dev/shm/${n}`) ? {} : undefined),
  });

/** One signature that looks for many paths, none of which is opened. */
const oneOf = (n: number) =>
  signature(0, { openat: { where: ({ args }) => args.pathname.oneOf(numbers(n).map((i) => `/srv/secret/${i}`)) } });

function engineOf(signatures: readonly Signature[]): { engine: Engine; found: () => number } {
  let found = 0;
  const engine = new Engine(signatures, {
    found: () => found++,
    failed: ({ error }) => {
      throw error;
    },
  });
  return { engine, found: () => found };
}

const matched =
  (signatures: () => readonly Signature[] | Promise<readonly Signature[]>, mix?: typeof referenceMix) => async () => {
    const { header, bytes } = stream(count, mix);
    const { engine, found } = engineOf(await signatures());
    const reader = new FrameReader({ event: (event) => engine.match(event) });
    reader.push(header);
    return repeat(count, () => {
      reader.push(bytes);
      return { bytes: bytes.length, found: found() };
    });
  };

const shipped = () => loadSignatures({ directories: [], only: [] });

const many = (length: number, make: (n: number) => Signature) => matched(() => numbers(length).map((n) => make(n)));

/** Encodes what the filters leave of records that `scopes` scopes have chosen in the kernel. */
const filtered =
  (...scopes: string[][]) =>
  () => {
    const records = kernelRecords(batch, (1n << BigInt(scopes.length)) - 1n);
    const residue = encodeResidue(residueOf(scopes.map((trace) => traceScope(parseExpressions(trace), events, 'x64'))));
    return repeat(batch * passes, () => ({
      bytes: encodeRecords(records, residue, passes).length * passes,
      found: 0,
    }));
  };

const everything = 'event=openat,close,ptrace,sched_process_exec';
const pathScopes = (length: number) =>
  numbers(length).map((n) => [everything, `openat.pathname=/srv/${n}/*,/etc/ld.so.cache`]);
const paths = (length: number, pattern: (n: number) => string) => [
  [everything, `openat.pathname=${[...numbers(length).map(pattern), '/etc/ld.so.cache'].join(',')}`],
];

/** Processes that never end, with an event of each that is found, so that its ancestors are looked up. */
function processes(length: number): Figures {
  const writer = new FrameWriter().header({});
  for (const event of processMix(length)) writer.event(event);
  const bytes = Buffer.from(writer.take());
  const { engine, found } = engineOf([signature(0, { getppid: () => ({}) })]);
  const reader = new FrameReader({ event: (event) => engine.match(event) });
  const live = () => {
    global.gc?.();
    return process.memoryUsage().heapUsed / 2 ** 20;
  };
  const before = live();
  reader.push(bytes);
  const grown = Number((live() - before).toFixed(1));
  const events = reader.events;
  const figures = repeat(events, () => {
    reader.push(bytes);
    return { bytes: bytes.length, found: 0 };
  });
  if (found() === 0) throw new Error('bench scaling: no event of a process was found');
  return { ...figures, 'tree MB': grown };
}

void compare(__filename, 'What do more signatures, scopes, paths to look for and processes cost?', [
  {
    title: 'signatures: read and match with as many',
    cases: {
      nobody: many(0, declared),
      ...Object.fromEntries([1, 10, 100, 1000].map((n) => [`${n}, conditions`, many(n, declared)])),
      ...Object.fromEntries([10, 100, 1000].map((n) => [`${n}, handlers`, many(n, handled)])),
    },
    ratioOf: 'ns an event',
    plot: { kind: 'bars', figure: 'ns an event' },
    notes: ['Each looks at openat, ptrace and sched_process_exec; no two look for the same, and nothing is found.'],
  },
  {
    title: 'the signatures that come with it: read and match',
    cases: {
      'none, all events': matched(() => []),
      'all of them': matched(shipped),
      'none, hooks as well': matched(() => [], signatureMix),
      'all of them, hooks as well': matched(shipped, signatureMix),
    },
    ratioOf: 'ns an event',
    notes: ['Hooks as well: each opened file is also seen by security_file_open, the event that most of them look at.'],
  },
  {
    title: 'scopes: filter and encode with as many, each with paths of its own',
    cases: {
      'no filter of arguments': filtered([everything]),
      ...Object.fromEntries([1, 8, 64].map((n) => [`${n} scopes`, filtered(...pathScopes(n))])),
    },
    ratioOf: 'ns an event',
    notes: ['What the kernel leaves to decide, in the ring thread of the collector; the records are of all scopes.'],
  },
  {
    title: 'paths: filter and encode with as many, and match with as many',
    cases: {
      ...Object.fromEntries(
        [10, 10_000].map((n) => [`${n} whole paths, collector`, filtered(...paths(n, (i) => `/srv/secret/${i}`))]),
      ),
      ...Object.fromEntries(
        [10, 10_000].map((n) => [`${n} prefixes, collector`, filtered(...paths(n, (i) => `/srv/secret/${i}/*`))]),
      ),
      ...Object.fromEntries([10, 10_000].map((n) => [`${n} whole paths, rules`, matched(() => [oneOf(n)])])),
    },
    ratioOf: 'ns an event',
  },
  {
    title: 'processes: starts and an event of each, with ancestors',
    cases: Object.fromEntries([100, 1_000, 10_000, 60_000].map((n) => [`${n} processes`, () => processes(n)])),
    ratioOf: 'ns an event',
  },
]);
