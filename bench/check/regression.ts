/**
 * Did encoding, decoding or matching become slower? Each takes turns with JSON of the same events, in one process, and the CPU time of
 * each turn is compared with that of its neighbour: a slow machine, or one that does other things, slows both. Fails when a ratio is above
 * its limit in every attempt.
 */
import { FrameReader } from '@tracee/event-schema';
import { Engine } from '@tracee/rules-engine';
import { encodeRecords } from '../../packages/collector/test/native/encode';
import { declared } from '../events/declared';
import { jsonLines, plainEvents, stream } from '../events/plain';
import { kernelRecords } from '../events/records';
import { cpuNanoseconds } from '../measure/process';

const pairs = 25;
const attempts = 4;

/** Work on a number of events, and how many. */
interface Turn {
  readonly events: number;
  readonly run: () => void;
}

interface Pair {
  readonly ours: Turn;
  readonly json: Turn;
  /** The most that ours may cost, as a part of JSON: half again what was measured when it was set. */
  readonly limit: number;
}

const batch = 250;
const repeated = 80;
const few = 500;
const many = 5_000;

const records = kernelRecords(batch);
const { header, bytes } = stream(many);
const plain = plainEvents(few);
const lines = jsonLines(few);

/** One reader for all turns, behind its header, as for a stream that goes on. */
function reading(event: ConstructorParameters<typeof FrameReader>[0]['event'] & {}): Turn {
  const reader = new FrameReader({ event });
  reader.push(header);
  return { events: many, run: () => reader.push(bytes) };
}
const engine = new Engine(
  Array.from({ length: 50 }, (_, n) => declared(n)),
  {
    found: () => {
      throw new Error('regression: found something where nothing is');
    },
    failed: ({ error }) => {
      throw error;
    },
  },
);

const toJson: Turn = { events: few, run: () => plain.forEach((event) => void JSON.stringify(event)) };
const fromJson: Turn = { events: few, run: () => lines.forEach((line) => void JSON.parse(line)) };

const checks: Readonly<Record<string, Pair>> = {
  encode: {
    ours: { events: batch * repeated, run: () => void encodeRecords(records, undefined, repeated) },
    json: toJson,
    limit: 0.024,
  },
  'read, lazy': { ours: reading(() => undefined), json: fromJson, limit: 0.05 },
  'read, whole objects': { ours: reading((event) => void event.materialize()), json: fromJson, limit: 2.5 },
  'match, 50 signatures': {
    ours: reading((event) => engine.match(event)),
    json: fromJson,
    limit: 0.1,
  },
};

/** CPU time of a turn, ns an event. */
function timed({ events, run }: Turn): number {
  const before = cpuNanoseconds();
  run();
  return (cpuNanoseconds() - before) / events;
}

/** The median of the ratios of neighbouring turns. */
function ratioOf({ ours, json }: Pair): number {
  const ratios = Array.from({ length: pairs }, (_, i) => {
    if (i % 2 === 0) return timed(ours) / timed(json);
    const first = timed(json);
    return timed(ours) / first;
  });
  return ratios.sort((a, b) => a - b)[pairs >> 1] as number;
}

function main(): void {
  const slower: string[] = [];
  for (const [name, pair] of Object.entries(checks)) {
    ratioOf(pair); // warms up
    let least = Number.POSITIVE_INFINITY;
    for (let i = 0; i < attempts && least > pair.limit; i++) least = Math.min(least, ratioOf(pair));
    console.log(`${name}: ${least.toFixed(3)} of JSON (at most ${pair.limit})`);
    if (least > pair.limit) slower.push(name);
  }
  if (slower.length === 0) return;
  console.error(`regression: ${slower.join(', ')}: slower than it was (npm run bench -- ${slower[0]?.split(',')[0]})`);
  process.exitCode = 1;
}

main();
