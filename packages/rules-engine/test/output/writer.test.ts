import { Writable } from 'node:stream';
import { Writer } from '../../src/output/writer';

/** A stream that takes a write when told to. */
function slowStream() {
  const written: string[] = [];
  const waiting: ((error?: Error) => void)[] = [];
  const stream = new Writable({
    highWaterMark: 1,
    write(chunk, _, done) {
      written.push(String(chunk));
      waiting.push(done);
    },
  });
  return { stream, written, next: (error?: Error) => waiting.shift()?.(error) };
}

test('one write a flush, and nothing for nothing', () => {
  const { stream, written } = slowStream();
  const writer = new Writer(stream, () => {});
  expect(writer.flush()).toBeUndefined();
  writer.write('a\n');
  writer.write('b\n');
  void writer.flush();
  expect(written).toEqual(['a\nb\n']);
});

test('a full stream holds the input back until it has drained', async () => {
  const { stream, next } = slowStream();
  const writer = new Writer(stream, () => {});
  writer.write('a');
  let isOpen = false;
  const held = writer.flush()?.then(() => {
    isOpen = true;
  });
  await new Promise(setImmediate);
  expect(isOpen).toBe(false);
  next();
  await held;
  expect(isOpen).toBe(true);
});

test('end waits for the last write', async () => {
  const { stream, written, next } = slowStream();
  const writer = new Writer(stream, () => {});
  writer.write('a');
  const timer = setInterval(next, 1);
  await writer.end();
  clearInterval(timer);
  expect(written.join('')).toBe('a');
});

test('a reader that goes away is told of once, and holds nothing back', async () => {
  const { stream, next } = slowStream();
  const errors: string[] = [];
  const writer = new Writer(stream, (error) => errors.push(error.message));
  writer.write('a');
  const held = writer.flush();
  next(new Error('EPIPE'));
  await held;
  writer.write('b');
  expect(writer.flush()).toBeUndefined();
  await writer.end();
  expect(errors).toEqual(['EPIPE']);
});
