/** What does it cost to read an event and look at it as five signatures would? */
import { FrameReader, type LazyEvent } from '@tracee/event-schema';
import { formats } from './events/formats';
import { gob } from './events/gob';
import { plainEvents, stream, suspicious } from './events/plain';
import { compare } from './measure/compare';
import { repeat } from './measure/repeat';

const count = 10_000;

const ours = (look: (event: LazyEvent) => boolean) => () => {
  const { header, bytes } = stream(count);
  let found = 0;
  const event = (each: LazyEvent) => {
    if (look(each)) found++;
  };
  const reader = new FrameReader({ event });
  reader.push(header);
  return repeat(count, () => {
    reader.push(bytes);
    return { bytes: bytes.length, found };
  });
};

const lookAt = (eventName: string, args: object) =>
  suspicious(eventName, (name) => (args as Record<string, unknown>)[name]);

const alternative = (name: keyof typeof formats) => () => {
  const { prepare = (event) => event, encode, decode, arg } = (formats[name] as (typeof formats)[string])();
  const encoded = plainEvents(count).map((event) => Buffer.from(encode(prepare(event))));
  const bytes = encoded.reduce((sum, one) => sum + one.length, 0);
  return repeat(count, () => {
    let found = 0;
    for (const one of encoded) {
      const event = decode(one);
      if (suspicious(event.eventName, (wanted) => arg(event, wanted))) found++;
    }
    return { bytes, found };
  });
};

void compare(__filename, 'What does it cost to read an event and look at it as five signatures would?', [
  {
    title: 'read and match',
    cases: {
      'frames, lazy': ours((event) => lookAt(event.eventName, event.args)),
      'frames, whole objects': ours((event) => lookAt(event.eventName, event.materialize().args)),
      ...Object.fromEntries(Object.keys(formats).map((name) => [name, alternative(name)])),
      ...gob('match', count),
    },
    ratioOf: 'ns an event',
    plot: { kind: 'bars', figure: 'ns an event' },
  },
]);
