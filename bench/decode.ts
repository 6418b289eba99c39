/** What does it cost to have a whole event back from its bytes? */
import { FrameReader, type LazyEvent } from '@tracee/event-schema';
import { formats } from './events/formats';
import { gob } from './events/gob';
import { plainEvents, stream } from './events/plain';
import { compare } from './measure/compare';
import { repeat } from './measure/repeat';

const count = 10_000;

const ours = (take: (event: LazyEvent) => unknown, selection: 'all' | string[]) => () => {
  const { header, bytes } = stream(count);
  const reader = new FrameReader({ event: (event) => void take(event) }, selection);
  reader.push(header);
  return repeat(count, () => {
    const before = reader.events + reader.skipped;
    reader.push(bytes);
    return { bytes: bytes.length, found: reader.events + reader.skipped - before - count };
  });
};

const alternative = (name: keyof typeof formats) => () => {
  const { prepare = (event) => event, encode, decode } = (formats[name] as (typeof formats)[string])();
  const encoded = plainEvents(count).map((event) => Buffer.from(encode(prepare(event))));
  const bytes = encoded.reduce((sum, one) => sum + one.length, 0);
  return repeat(count, () => ({
    bytes,
    found: encoded.reduce((bad, one) => bad + (decode(one).eventName === '' ? 1 : 0), 0),
  }));
};

void compare(__filename, 'What does it cost to have an event back from its bytes?', [
  {
    title: 'decode: bytes to an event',
    cases: {
      'frames, whole objects': ours((event) => event.materialize(), 'all'),
      'frames, lazy': ours((event) => event.eventName, 'all'),
      'frames, nobody asked': ours(() => undefined, []),
      ...Object.fromEntries(Object.keys(formats).map((name) => [name, alternative(name)])),
      ...gob('decode', count),
    },
    ratioOf: 'ns an event',
    plot: { kind: 'bars', figure: 'ns an event' },
    notes: ['Lazy: checked whole, nothing decoded yet. Nobody asked: no signature wants the event, and it is skipped.'],
  },
]);
