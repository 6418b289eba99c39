import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { constants, mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
// built: it starts a thread from the file beside it
import { readPipe } from '../../dist/src/input/read_pipe';

/** Writes the numbers from 0 on, 32 bits each, in pieces of all lengths and with pauses. */
const writer = (path: string, numbers: number): ChildProcess =>
  spawn(process.execPath, [
    '-e',
    `const { closeSync, openSync, writeSync } = require('node:fs');
    const all = Buffer.from(Uint32Array.from({ length: ${numbers} }, (_, i) => i).buffer);
    const fd = openSync(${JSON.stringify(path)}, 'w');
    for (let at = 0, i = 0; at < all.length; i++) {
      if (i % 50 === 0) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, i % 300 === 0 ? 30 : 2);
      at += writeSync(fd, all, at, Math.min(all.length - at, 1 + (i * 7919) % (i % 11 === 0 ? 900000 : 3000)));
    }
    closeSync(fd);`,
  ]);

describe('readPipe', () => {
  let directory: string;
  let fifo: string;
  let child: ChildProcess | undefined;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'tracee-pipe-'));
    fifo = join(directory, 'fifo');
    execFileSync('mkfifo', [fifo]);
  });
  afterEach(() => {
    child?.kill('SIGKILL');
    rmSync(directory, { recursive: true });
  });
  const open = () => openSync(fifo, constants.O_RDONLY | constants.O_NONBLOCK);

  /** Which bytes came, as the numbers that they are. */
  const collected = (chunks: Buffer[]) => {
    const all = Buffer.concat(chunks);
    return new Uint32Array(all.buffer, all.byteOffset, all.length / 4);
  };

  it.each([
    ['takes one chunk a call', () => false],
    ['asks for the next one as long as there is one', () => true],
    ['does either, and is slow at times', (i: number) => i % 3 > 0],
  ])(
    'loses nothing of a writer who is fast at times when the reader %s',
    async (title, asks) => {
      const numbers = 4_000_000;
      const chunks: Buffer[] = [];
      let calls = 0;
      const reading = readPipe(open(), (first, next) => {
        for (let chunk: Buffer | undefined = first; chunk !== undefined; chunk = asks(calls) ? next() : undefined) {
          chunks.push(Buffer.from(chunk));
          calls++;
        }
        return title.includes('slow') && calls % 100 === 0
          ? new Promise((resolve) => setTimeout(resolve, 20))
          : undefined;
      });
      child = writer(fifo, numbers);
      await reading.done;
      const got = collected(chunks);
      expect(got.length).toBe(numbers);
      expect(got.findIndex((number, i) => number !== i)).toBe(-1);
    },
    60_000,
  );

  it('loses nothing of a quarter of a gigabyte at full speed', async () => {
    const [mebibytes, each] = [256, 1 << 18];
    let [count, wrong] = [0, 0];
    const reading = readPipe(open(), (first, next) => {
      for (let chunk: Buffer | undefined = first; chunk !== undefined; chunk = next()) {
        for (let at = -count & 3; at + 4 <= chunk.length; at += 4)
          if (chunk.readUInt32LE(at) !== (count + at) / 4) wrong++;
        count += chunk.length;
      }
    });
    const program = `const all = Buffer.alloc(${each * 4});
      const fd = require('node:fs').openSync(${JSON.stringify(fifo)}, 'w');
      for (let n = 0; n < ${mebibytes * each}; ) {
        for (let at = 0; at < all.length; at += 4) all.writeUInt32LE(n++, at);
        for (let at = 0; at < all.length; ) at += require('node:fs').writeSync(fd, all, at);
      }`;
    child = spawn(process.execPath, ['-e', program]);
    await reading.done;
    expect({ count, wrong }).toEqual({ count: mebibytes * each * 4, wrong: 0 });
  }, 120_000);

  it('waits for a writer, and ends when it is told to', async () => {
    const reading = readPipe(open(), () => undefined);
    setTimeout(() => reading.stop(), 50);
    await expect(reading.done).resolves.toBeUndefined();
  });

  it('passes on what the call throws', async () => {
    const reading = readPipe(open(), () => {
      throw new Error('no frame');
    });
    child = writer(fifo, 10);
    await expect(reading.done).rejects.toThrow('no frame');
  });
});
