import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, constants, mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeFifo, openPipe } from '../../src/output/fifo';
import { readerOf } from '../../src/output/reader_process';

let dir: string;
let children: ChildProcess[];
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'reader-'));
  children = [];
});
afterEach(async () => {
  for (const child of children) child.kill('SIGKILL');
  await Promise.all(
    children.map((child) => child.exitCode ?? child.signalCode ?? new Promise((gone) => child.once('exit', gone))),
  );
  rmSync(dir, { recursive: true });
});

function sleeper(stdio: ('ignore' | number)[]): ChildProcess {
  const child = spawn('sleep', ['60'], { stdio });
  children.push(child);
  return child;
}

describe('the reader', () => {
  it('of a FIFO is the process that has it open for reading, not one that writes', () => {
    const path = join(dir, 'pipe');
    makeFifo(path);
    const read = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    const write = openSync(path, constants.O_WRONLY);
    sleeper(['ignore', write, 'ignore']);
    expect(readerOf(path)).toBeUndefined();
    const reader = sleeper([read, 'ignore', 'ignore']);
    expect(readerOf(path)).toBe(reader.pid);
    expect(readerOf(write)).toBe(reader.pid);
    closeSync(read);
    closeSync(write);
  });

  it('of a pipe without a name is found by its descriptor', () => {
    const pipe = openPipe();
    const reader = sleeper([pipe.read, 'ignore', 'ignore']);
    expect(readerOf(pipe.write)).toBe(reader.pid);
    closeSync(pipe.read);
    closeSync(pipe.write);
  });

  it('is nobody for a file, and for what does not exist', () => {
    const file = openSync(join(dir, 'file'), 'w');
    sleeper([file, 'ignore', 'ignore']);
    expect(readerOf(file)).toBeUndefined();
    expect(readerOf(join(dir, 'none'))).toBeUndefined();
    closeSync(file);
  });
});
