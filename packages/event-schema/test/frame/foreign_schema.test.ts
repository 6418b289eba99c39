import {
  contextFields,
  type EventShape,
  encodeDictionary,
  encodeHeader,
  FrameError,
  FrameReader,
  FrameWriter,
  findEvent,
  fingerprint,
  type LazyEvent,
} from '../../src';
import { agreed, eventsOf } from '../independent';

const other = 'feedfeedfeedfeed';
const openat = findEvent('openat') as EventShape;

const read = (bytes: Buffer, event: (event: LazyEvent) => void) => {
  const reader = new FrameReader({ event });
  reader.push(bytes);
  reader.finish();
  return reader;
};

describe('a stream of another schema', () => {
  test('new events are decoded as the header describes them', () => {
    const shape = {
      id: 4000,
      name: 'from_the_future',
      args: [
        { name: 'depth', type: 'u32' },
        { name: 'who', type: 'string' },
      ],
    };
    const bytes = new FrameWriter()
      .header({ fingerprint: other, events: [shape] })
      .event({ eventName: 'from_the_future', args: { depth: 7, who: 'me' }, processName: 'x' } as never)
      .take();
    const [event] = eventsOf(agreed(bytes));
    expect(event).toMatchObject({
      eventName: 'from_the_future',
      eventId: 4000,
      args: { depth: 7, who: 'me' },
      processName: 'x',
    });
  });

  test('events that were asked for later are decoded as the dictionary describes them', () => {
    const shape = { id: 4001, name: 'later', args: [{ name: 'depth', type: 'u32' }] };
    const all = new FrameWriter()
      .header({ fingerprint: other, events: [openat, shape] })
      .event({ eventName: 'later', args: { depth: 7 } } as never)
      .take();
    const header = encodeHeader({ fingerprint: other, events: [openat] });
    const later = all.subarray(encodeHeader({ fingerprint: other, events: [openat, shape] }).length);
    const told = encodeDictionary({ dictionary: 'event', index: shape.id + 1, value: shape });
    const [event] = eventsOf(agreed(Buffer.concat([header, told, later])));
    expect(event).toMatchObject({ eventName: 'later', eventId: 4001, args: { depth: 7 } });
    expect(read(Buffer.concat([header, later]), () => {}).unknownEvents).toBe(1);
  });

  test('appended arguments are there, too, beside those that are known', () => {
    const shape = { ...openat, args: [...openat.args, { name: 'resolve', type: 'u64' }] };
    const bytes = new FrameWriter()
      .header({ fingerprint: other, events: [shape] })
      .event({ eventName: 'openat', args: { pathname: '/a', resolve: 9n } as never })
      .take();
    expect(eventsOf(agreed(bytes))[0]?.args).toEqual({ dirfd: 0, pathname: '/a', flags: 0, mode: 0, resolve: 9n });
  });

  test('arguments that an older writer did not have are null, and have no offset', () => {
    const shape = { ...openat, args: openat.args.slice(0, 2) };
    const bytes = new FrameWriter()
      .header({ fingerprint: other, events: [shape] })
      .event({ eventName: 'openat', args: { dirfd: 3, pathname: '/a' } })
      .event({ eventName: 'openat', args: { dirfd: 4, pathname: '/b' } })
      .take();
    const seen: unknown[] = [];
    read(agreed(bytes), (event) =>
      seen.push([{ ...event.args }, event.argOffset(event.argIndex('flags')), event.argIndex('nothing')]),
    );
    expect(seen).toEqual([
      [{ dirfd: 3, pathname: '/a', flags: null, mode: null }, -1, -1],
      [{ dirfd: 4, pathname: '/b', flags: null, mode: null }, -1, -1],
    ]);
  });

  test('an event under another id is found by its name', () => {
    const shape = { ...openat, id: 5000 };
    const bytes = new FrameWriter()
      .header({ fingerprint: other, events: [shape] })
      .event({ eventName: 'openat' })
      .take();
    const reader = new FrameReader({}, ['openat']);
    reader.push(bytes);
    expect(reader.events).toBe(1);
  });

  test('an event that the header does not describe is unknown, even when we have its id', () => {
    const writer = new FrameWriter().header();
    writer.take();
    const openatFrame = writer.event({ eventName: 'openat' }).take();
    const header = new FrameWriter().header({ fingerprint: other, events: [] }).take();
    expect(read(Buffer.concat([header, openatFrame]), () => undefined).unknownEvents).toBe(1);
  });

  test('with our fingerprint, events that the header leaves out are known', () => {
    const writer = new FrameWriter().header();
    writer.take();
    const openatFrame = writer.event({ eventName: 'openat' }).take();
    const header = new FrameWriter().header({ fingerprint, events: [] }).take();
    expect(read(Buffer.concat([header, openatFrame]), () => undefined).events).toBe(1);
  });

  test('context fields appended by a newer writer are stepped over', () => {
    const context = [...contextFields, { name: 'load', type: 'u64' }, { name: 'zone', type: 'u8' }];
    const bytes = new FrameWriter()
      .header({ fingerprint: other, context })
      .event({ eventName: 'close', args: { fd: 5 }, processName: 'new', userId: 3 })
      .take();
    expect(eventsOf(bytes)[0]).toMatchObject({ processName: 'new', userId: 3, args: { fd: 5 } });
  });

  test('context fields that an older writer did not have read as 0 and nothing', () => {
    for (let fields = 1; fields < contextFields.length; fields++) {
      const context = contextFields.slice(0, fields);
      const bytes = new FrameWriter()
        .header({ fingerprint: other, context })
        .event({ eventName: 'close', args: { fd: 5 }, timestamp: 8n, userId: 3, hostName: 'h', processName: 'old' })
        .take();
      const [event] = eventsOf(bytes);
      expect(event).toMatchObject({ eventId: 3, args: { fd: 5 }, processName: '' });
      expect(event?.timestamp).toBe(fields > 2 ? 8n : 0n);
      expect(event?.userId).toBe(fields > 16 ? 3 : 0);
      expect(event?.hostName).toBe(fields > 21 ? 'h' : '');
      expect(event?.returnValue).toBe(0n);
    }
  });

  test('an argument of a type that only the writer knows is whatever value is there', () => {
    const shape = {
      id: 1,
      name: 'e',
      args: [
        { name: 'a', type: 'hologram' },
        { name: 'b', type: 'u8' },
      ],
    };
    const bytes = new FrameWriter()
      .header({ fingerprint: other, events: [shape] })
      .event({ eventName: 'e', args: { a: ['x', [1, 2n]], b: 2 } } as never)
      .take();
    expect(eventsOf(bytes)[0]?.args).toEqual({ a: ['x', [1, 2n]], b: 2 });
  });

  test('a context field of a type without a width cannot be stepped over', () => {
    const context = [...contextFields, { name: 'note', type: 'string' }];
    expect(() => read(new FrameWriter().header({ fingerprint: other, context }).take(), () => undefined)).toThrow(
      FrameError,
    );
  });
});
