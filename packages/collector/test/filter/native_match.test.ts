import { events, FrameReader, type PlainEvent } from '@tracee/event-schema';
import fc from 'fast-check';
import type { Scope } from '../../src/filter/condition';
import { parseExpressions } from '../../src/filter/grammar';
import { matchScopes, type TaskFacts } from '../../src/filter/match';
import { encodeResidue, residueOf } from '../../src/filter/residue';
import { traceScope } from '../../src/filter/scope';
import { loadNative } from '../../src/load_native';
import { headerFrame } from '../../src/stream/header';

/** The native matcher must give the bitmap that the reference gives, for any filters and any record. */
const native = loadNative() as unknown as { encodeRecords(records: Uint8Array, residue?: Uint8Array): Uint8Array };
const id = (name: string) => events.find((event) => event.name === name)?.id as number;
const own = ['read', 'openat', 'execve', 'connect', 'pipe2'];
const header = headerFrame(
  events.filter(({ name }) => own.includes(name)),
  'typed',
  { bootTime: 0n, startTime: 0n },
);
const contextBytes = 144;
const at = { ret: 40, scopes: 48, hostPid: 76, uid: 88, mntNs: 92, pidNs: 96, event: 104, comm: 110, uts: 126 };

interface Given {
  readonly event: string;
  readonly ret: bigint;
  readonly uid: number;
  readonly comm: string;
  readonly raw: readonly bigint[];
  readonly blobs: readonly (Uint8Array | null | undefined)[];
}

/** A system call's record, as the BPF programs leave it: u32 length, context, six registers, blobs. */
function record({ event, ret, uid, comm, raw, blobs }: Given, scopes: bigint): Buffer {
  const head = Buffer.alloc(contextBytes + 48);
  head.writeBigInt64LE(ret, at.ret);
  head.writeBigUInt64LE(scopes, at.scopes);
  head.writeUInt32LE(77, at.hostPid);
  head.writeUInt32LE(uid, at.uid);
  head.writeUInt32LE(5, at.mntNs);
  head.writeUInt32LE(6, at.pidNs);
  head.writeUInt16LE(id(event), at.event);
  head.write(comm, at.comm, 'latin1');
  head.write('host', at.uts);
  const parts: Uint8Array[] = [];
  let end = head.length;
  for (let i = 0; i < 6; i++) {
    const blob = blobs[i];
    if (blob === undefined) head.writeBigUInt64LE(BigInt.asUintN(64, raw[i] ?? 0n), contextBytes + i * 8);
    else if (blob === null) head.writeUInt16LE(0xffff, contextBytes + i * 8 + 2);
    else {
      head.writeUInt16LE(end, contextBytes + i * 8);
      head.writeUInt16LE(blob.length, contextBytes + i * 8 + 2);
      parts.push(blob);
      end += blob.length;
    }
  }
  const length = Buffer.alloc(4);
  length.writeUInt32LE(end);
  return Buffer.concat([length, head, ...parts]);
}

function read(frames: Uint8Array): PlainEvent[] {
  const seen: PlainEvent[] = [];
  const reader = new FrameReader({ event: (event) => seen.push(event.materialize()) });
  reader.push(Buffer.concat([header, frames]));
  reader.finish();
  return seen;
}

const facts: TaskFacts = {
  ancestry: new Set(),
  executable: '',
  containerId: '',
  isNewContainer: false,
  isNewProcess: false,
  followed: 0n,
};

/** Few letters, so that texts often match. */
const letters = fc
  .array(fc.constantFrom('a', 'b', '/', '\u00e9', '\udcff'), { maxLength: 6 })
  .map((all) => all.join(''));
const named = letters.filter((text) => text.trim() !== '');
const textValue = fc.tuple(fc.constantFrom('', '*'), named, fc.constantFrom('', '*')).map((parts) => parts.join(''));
const number = fc.oneof(fc.bigInt(-3n, 3n), fc.constantFrom(-100n, 64n, 577n, 0xffffffffn, -(2n ** 31n)));
const flags = fc.constantFrom('O_CREAT', 'O_RDONLY', 'O_WRONLY', 'O_CREAT|O_WRONLY', 'O_TRUNC', '577', '0');
const address = fc.constantFrom(
  '10.0.0.1',
  '10.0.0.0/8',
  '0.0.0.0/0',
  '::1',
  'fe80::/10',
  '::/0',
  'AF_UNIX',
  'AF_INET6',
  '/a*',
  '@b',
  '*',
);
const equal = fc.constantFrom('=', '!=');
const any = fc.constantFrom('=', '!=', '<', '<=', '>', '>=');
const list = (value: fc.Arbitrary<unknown>) =>
  fc.array(value, { minLength: 1, maxLength: 3 }).map((all) => all.join(','));
const expression = fc.oneof(
  fc.tuple(fc.constantFrom('openat.pathname', 'execve.argv', 'execve.pathname', 'comm'), equal, list(textValue)),
  fc.tuple(fc.constant('openat.flags'), equal, list(flags)),
  fc.tuple(fc.constantFrom('openat.dirfd', 'read.fd', 'openat.retval', 'read.retval'), any, number),
  fc.tuple(fc.constant('read.count'), any, fc.bigInt(0n, 4n)),
  fc.tuple(fc.constant('connect.addr'), equal, list(address)),
  fc.tuple(fc.constant('pipe2.pipefd'), equal, list(fc.integer({ min: 0, max: 4 }))),
);
const all = 'event=openat,read,execve,connect,pipe2';
const scope: fc.Arbitrary<Scope | undefined> = fc.array(expression, { maxLength: 3 }).map((parts) => {
  try {
    return traceScope(
      parseExpressions([all, ...parts.map(([key, operator, value]) => `${key}${operator}${value}`)]),
      events,
      'x64',
    );
  } catch {
    return undefined; // wrong together: nothing can match
  }
});
const bytes = letters.map((text) => Buffer.from(text.replace('\udcff', 'z')));
const sockaddr = fc.constantFrom(
  Uint8Array.of(2, 0, 0, 80, 10, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0),
  Uint8Array.of(2, 0, 0, 80, 9, 9, 9, 9),
  Uint8Array.of(10, 0, 0, 80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 255, 255, 10, 0, 0, 1, 0, 0, 0, 0),
  Uint8Array.of(10, 0, 0, 80, 0, 0, 0, 0, ...new Array(15).fill(0), 1),
  Uint8Array.of(10, 0, 0, 80, 0, 0, 0, 0, 0xfe, 0xbf, ...new Array(14).fill(0)),
  Uint8Array.of(1, 0, 47, 97, 98, 0, 9, 9),
  Uint8Array.of(1, 0, 0, 98, 0, 0),
  Uint8Array.of(1, 0, 0, 0),
  Uint8Array.of(1, 0),
  Uint8Array.of(2),
  new Uint8Array(),
);
const context = { ret: number, uid: fc.nat(3), comm: fc.constantFrom('a', 'ab', 'abcdefghijklmno', '') };
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null, freq: 8 });
const strings = fc
  .array(bytes, { maxLength: 3 })
  .map((all) => Buffer.concat(all.flatMap((one) => [one, Buffer.of(0)])));
const pair = fc
  .tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 }))
  .map((two) => Buffer.from(Int32Array.from(two).buffer));
const given: fc.Arbitrary<Given> = fc.oneof(
  fc.record({
    ...context,
    event: fc.constant('openat'),
    raw: fc.tuple(number, number, number, number),
    blobs: fc.tuple(fc.constant(undefined), maybe(bytes)),
  }),
  fc.record({
    ...context,
    event: fc.constant('read'),
    raw: fc.tuple(number, number, fc.bigInt(0n, 4n)),
    blobs: fc.constant([]),
  }),
  fc.record({
    ...context,
    event: fc.constant('execve'),
    raw: fc.constant([]),
    blobs: fc.tuple(maybe(bytes), maybe(strings), maybe(strings)),
  }),
  fc.record({
    ...context,
    event: fc.constant('connect'),
    raw: fc.tuple(number, number, number),
    blobs: fc.tuple(fc.constant(undefined), maybe(sockaddr)),
  }),
  fc.record({ ...context, event: fc.constant('pipe2'), raw: fc.tuple(number, number), blobs: fc.tuple(maybe(pair)) }),
);

/** What both make of a record that the kernel sent with all scopes. */
function compare(scopes: readonly Scope[], one: Given): { reference: bigint; native: bigint } {
  const sent = (1n << BigInt(scopes.length)) - 1n;
  const residue = encodeResidue(residueOf(scopes));
  const [whole] = read(native.encodeRecords(record(one, sent)));
  if (whole === undefined) throw new Error(`no event of ${JSON.stringify(one.event)}`);
  // the kernel has decided what it can: the residue is asked about the scopes that are left
  const kernel = matchScopes(
    scopes.map((each) => ({
      ...each,
      context: each.context.filter(({ anyOf, noneOf }) =>
        [...anyOf, ...noneOf].every((p) => p.kind !== 'text' || p.how === 'exact'),
      ),
      events: new Map([...each.events.keys()].map((key) => [key, [[]]])),
    })),
    whole,
    facts,
  );
  const [left] = kernel === 0n ? [] : read(native.encodeRecords(record(one, kernel), residue));
  return { reference: matchScopes(scopes, whole, facts), native: left?.scopes ?? 0n };
}

describe('the native matcher', () => {
  it('agrees with the reference on any filters and any record', () => {
    let matched = 0;
    fc.assert(
      fc.property(fc.array(scope, { minLength: 1, maxLength: 12 }), given, (maybeScopes, one) => {
        const scopes = maybeScopes.filter((each): each is Scope => each !== undefined);
        fc.pre(scopes.length > 0);
        const result = compare(scopes, one);
        if (result.reference !== 0n) matched++;
        expect(result.native).toBe(result.reference);
      }),
      { numRuns: 1000 },
    );
    expect(matched).toBeGreaterThan(200);
  });

  it('takes 64 scopes, the last as well', () => {
    const scopes = Array.from({ length: 64 }, (_, i) =>
      traceScope(parseExpressions(['event=read', `read.fd=${i}`]), events, 'x64'),
    );
    const one: Given = { event: 'read', ret: 0n, uid: 0, comm: '', raw: [63n, 0n, 0n], blobs: [] };
    expect(compare(scopes, one)).toEqual({ reference: 1n << 63n, native: 1n << 63n });
  });

  it('finds one of 10,000 prefixes, suffixes and whole texts, and no other', () => {
    const list = (make: (i: number) => string) => Array.from({ length: 10_000 }, (_, i) => make(i)).join(',');
    const scopes = [
      list((i) => `/dir${i}/*`),
      list((i) => `*.e${i}`),
      list((i) => `/file${i}`),
      list((i) => `*-${i}-*`),
    ].map((values) => traceScope(parseExpressions(['event=openat', `openat.pathname=${values}`]), events, 'x64'));
    const path = (text: string): Given => ({
      event: 'openat',
      ret: 0n,
      uid: 0,
      comm: '',
      raw: [],
      blobs: [undefined, Buffer.from(text)],
    });
    for (const [text, bits] of [
      ['/dir9999/x', 1n],
      ['/dir10000/x', 0n],
      ['/x.e123', 2n],
      ['/x.e10000', 0n],
      ['/file5', 4n],
      ['/file', 0n],
      ['/a--77-', 8n],
    ] as const)
      expect([text, compare(scopes, path(text))]).toEqual([text, { reference: bits, native: bits }]);
  });

  it('refuses a residue that is damaged, whatever the damage', () => {
    const good = encodeResidue(
      residueOf([
        traceScope(parseExpressions(['event=openat', 'openat.pathname=/a*,*b', 'openat.retval<0']), events, 'x64'),
      ]),
    );
    for (let length = 0; length < good.length; length++)
      expect(() => native.encodeRecords(new Uint8Array(), good.subarray(0, length))).toThrow('setResidue: the residue');
  });
});
