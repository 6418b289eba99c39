import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encodeHeader } from '@tracee/event-schema';
import { makeFifo } from '../../src/output/fifo';
import { openFramesTarget } from '../../src/output/frames_target';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'target-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

const open = (name: string, kind?: 'fifo' | 'file') =>
  openFramesTarget({
    form: 'frames',
    path: join(dir, name),
    execEnv: false,
    sortEvents: false,
    ...(kind === undefined ? {} : { kind }),
  });
const mode = (name: string) => statSync(join(dir, name)).mode & 0o777;

describe('a path that does not exist', () => {
  it('becomes a FIFO for its owner', () => {
    expect(open('pipe')).toMatchObject({ target: join(dir, 'pipe'), what: `FIFO ${join(dir, 'pipe')}` });
    expect(statSync(join(dir, 'pipe')).isFIFO()).toBe(true);
    expect(mode('pipe')).toBe(0o600);
  });

  it('in a directory with the set-group-ID bit becomes a FIFO for its group as well', () => {
    mkdirSync(join(dir, 'shared'));
    chmodSync(join(dir, 'shared'), 0o2770);
    open('shared/pipe');
    expect(mode('shared/pipe')).toBe(0o660);
  });

  it('becomes a file when it ends in .frames, or when the user says so', () => {
    for (const target of [open('run.frames'), open('run', 'file')]) {
      expect(typeof target.target).toBe('number');
      target.close();
    }
    expect(statSync(join(dir, 'run')).isFile()).toBe(true);
    expect(mode('run.frames')).toBe(0o600);
  });

  it('becomes a FIFO whatever its name when the user says so', () => {
    open('run.frames', 'fifo');
    expect(statSync(join(dir, 'run.frames')).isFIFO()).toBe(true);
  });

  it('in a directory that does not exist is an error', () => {
    expect(() => open('none/pipe')).toThrow(expect.objectContaining({ code: 'output' }));
    expect(() => open('none/run.frames')).toThrow('ENOENT');
  });
});

describe('a path that exists', () => {
  it('is used when it is a FIFO, and not through a link', () => {
    makeFifo(join(dir, 'pipe'));
    symlinkSync('pipe', join(dir, 'link'));
    expect(open('pipe').target).toBe(join(dir, 'pipe'));
    expect(() => open('link')).toThrow('is a symbolic link');
    expect(() => open('pipe', 'file')).toThrow('is a FIFO');
  });

  const isRoot = process.geteuid?.() === 0;
  (isRoot ? it : it.skip)('is not used when it is the FIFO of another user, but in a directory of a group', () => {
    makeFifo(join(dir, 'pipe'));
    chownSync(join(dir, 'pipe'), 65532, 65532);
    expect(() => open('pipe')).toThrow('is a FIFO of another user, 65532');
    chownSync(dir, 0, 65532);
    chmodSync(dir, 0o2770);
    expect(open('pipe').target).toBe(join(dir, 'pipe'));
    chmodSync(dir, 0o2777);
    expect(() => open('pipe')).toThrow('is a FIFO of another user');
  });

  it('is not overwritten through a link', () => {
    writeFileSync(join(dir, 'old.frames'), encodeHeader());
    symlinkSync('old.frames', join(dir, 'link.frames'));
    expect(() => open('link.frames')).toThrow('is a symbolic link');
  });

  it('is overwritten when it is a capture, or empty', () => {
    writeFileSync(join(dir, 'old.frames'), Buffer.concat([encodeHeader(), Buffer.alloc(1000)]));
    writeFileSync(join(dir, 'empty'), '');
    for (const name of ['old.frames', 'empty']) {
      const { target, close } = open(name);
      writeSync(target as number, 'new');
      close();
      expect(readFileSync(join(dir, name), 'utf8')).toBe('new');
    }
  });

  it('is left as it is when it is another file', () => {
    writeFileSync(join(dir, 'letter'), 'dear all');
    expect(() => open('letter')).toThrow('is a file that is not a capture');
    expect(() => open('letter', 'fifo')).toThrow('is not a FIFO');
    expect(readFileSync(join(dir, 'letter'), 'utf8')).toBe('dear all');
  });

  it('is an error when it is a directory', () => {
    mkdirSync(join(dir, 'sub'));
    expect(() => open('sub')).toThrow('is a directory');
    expect(() => open('sub')).toThrow(expect.objectContaining({ code: 'output' }));
  });

  it('may be a device', () => {
    const { target, close } = openFramesTarget({
      form: 'frames',
      path: '/dev/null',
      execEnv: false,
      sortEvents: false,
    });
    expect(writeSync(target as number, 'gone')).toBe(4);
    close();
    expect(existsSync('/dev/null')).toBe(true);
  });
});
