/** What does it cost to turn an event into bytes: a record of the kernel into a frame, beside what a collector in TypeScript or Go would write? */
import { FrameWriter } from '@tracee/event-schema';
import { encodeRecords } from '../packages/collector/test/native/encode';
import { formats } from './events/formats';
import { gob } from './events/gob';
import { referenceMix } from './events/mix';
import { plainEvents } from './events/plain';
import { kernelRecords } from './events/records';
import { compare } from './measure/compare';
import { repeat } from './measure/repeat';

const count = 10_000;

/** So many that their bytes fit the caches, as those of the ring do when the collector keeps up. */
const batch = 250;
const passes = 40;

function native() {
  const records = kernelRecords(batch);
  return repeat(batch * passes, () => ({ bytes: encodeRecords(records, undefined, passes).length * passes, found: 0 }));
}

function frameWriter() {
  const events = [...referenceMix(count)];
  return repeat(count, () => {
    const writer = new FrameWriter().header({});
    for (const event of events) writer.event(event);
    return { bytes: writer.take().length, found: 0 };
  });
}

const alternative = (name: keyof typeof formats) => () => {
  const { prepare = (event) => event, encode } = (formats[name] as (typeof formats)[string])();
  const events = plainEvents(count).map(prepare);
  return repeat(count, () => ({ bytes: events.reduce((sum, event) => sum + encode(event).length, 0), found: 0 }));
};

void compare(
  __filename,
  'What does it cost to turn an event into bytes, beside what a collector in TypeScript or Go would write?',
  [
    {
      title: 'encode: an event of the reference mix to bytes',
      cases: {
        'frames, from kernel records': native,
        'frames, from objects': frameWriter,
        ...Object.fromEntries(Object.keys(formats).map((name) => [name, alternative(name)])),
        ...gob('encode', count),
      },
      ratioOf: 'ns an event',
      plot: { kind: 'bars', figure: 'ns an event' },
      notes: [
        'From kernel records: the collector’s encoder, with two copies of each record and frame that the collector does not make. From objects: the writer in TypeScript that tests and tools use.',
      ],
    },
  ],
);
