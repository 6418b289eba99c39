import { closeSync, writeSync } from 'node:fs';
import { Writable } from 'node:stream';
import { type EventInput, encodeSockaddr, FrameWriter } from '@tracee/event-schema';
import { openPipe } from '../../src/output/fifo';
import { jsonForm } from '../../src/output/json_lines';
import { printable, tableForm } from '../../src/output/table';
import { type Form, showEvents } from '../../src/output/view';

const openat: EventInput<'openat'> = {
  eventName: 'openat',
  hostProcessId: 4711,
  hostThreadId: 4712,
  processId: 3,
  userId: 1000,
  processName: 'ls',
  returnValue: -2n,
  timestamp: 5_000_001_999n,
  args: { dirfd: -100, pathname: '/etc/passwd', flags: 0, mode: 0 },
};
const header = () => new FrameWriter().header({ bootTime: 1_700_000_000_000_000_000n });

/** A writer that keeps what it gets, and takes more only when told. */
class Sink extends Writable {
  text = '';
  held: (() => void)[] = [];
  constructor(private readonly slow = false) {
    super({ highWaterMark: 1024, decodeStrings: false });
  }
  override _write(chunk: string, _: unknown, done: () => void): void {
    this.text += chunk;
    if (this.slow) this.held.push(done);
    else done();
  }
}

async function shown(form: Form, bytes: Uint8Array): Promise<string> {
  const pipe = openPipe();
  const out = new Sink();
  const view = showEvents(pipe.read, form, out);
  writeSync(pipe.write, bytes);
  closeSync(pipe.write);
  await view.done;
  return out.text;
}

describe('the table', () => {
  it('has the columns, and a line an event', async () => {
    const lines = (await shown(tableForm, header().event(openat).take())).split('\n');
    const at = new Date(1_700_000_005_000);
    const time = [at.getHours(), at.getMinutes(), at.getSeconds()].map((part) => `${part}`.padStart(2, '0')).join(':');
    expect(lines[0]?.split(/\s+/)).toEqual(['TIME', 'UID', 'CONTAINER', 'COMM', 'PID', 'TID', 'RET', 'EVENT', 'ARGS']);
    expect(lines[1]).toBe(
      `${time}.000001  1000   -             ls               4711    4712    -2               openat               dirfd: -100, pathname: /etc/passwd, flags: 0, mode: 0`,
    );
    expect(lines).toHaveLength(3);
  });

  it('shows the container by its name, or the beginning of its id', async () => {
    const containerId = 'a1b2c3d4'.repeat(8);
    const inContainer = (containerName: string) => ({ ...openat, containerId, containerName });
    const text = await shown(tableForm, header().event(inContainer('')).event(inContainer('web')).take());
    const [, plain = '', named = ''] = text.split('\n');
    expect([plain, named].map((line) => line.split(/\s+/)[2])).toEqual(['a1b2c3d4a1b2', 'web']);
  });

  it('shows each type of argument, and "-" for what could not be read', async () => {
    const text = await shown(
      tableForm,
      header()
        .event({
          eventName: 'connect',
          args: {
            sockfd: 3,
            addr: encodeSockaddr({ sa_family: 'AF_INET', sin_port: '80', sin_addr: '1.2.3.4' }) ?? null,
            addrlen: 16,
          },
        })
        .event({
          eventName: 'connect',
          args: {
            sockfd: 3,
            addr: encodeSockaddr({ sa_family: 'AF_INET6', sin6_port: '443', sin6_addr: '::1' }) ?? null,
            addrlen: 28,
          },
        })
        .event({
          eventName: 'connect',
          args: { sockfd: 3, addr: encodeSockaddr({ sa_family: 'AF_UNIX', sun_path: '/run/x' }) ?? null, addrlen: 28 },
        })
        .event({ eventName: 'read', args: { fd: 3, buf: 0xffff_8000_0000_0001n, count: 18446744073709551615n } })
        .event({ eventName: 'execve', args: { pathname: null, argv: ['ls', '-l'], envp: null } })
        .event({ eventName: 'nanosleep', args: { req: [1n, 500n], rem: null } })
        .take(),
    );
    expect(text).toContain('addr: 1.2.3.4:80, addrlen: 16\n');
    expect(text).toContain('addr: [::1]:443, addrlen: 28\n');
    expect(text).toContain('addr: unix:/run/x, addrlen: 28\n');
    expect(text).toContain('buf: 0xffff800000000001, count: 18446744073709551615\n');
    expect(text).toContain('pathname: -, argv: [ls, -l], envp: -\n');
    expect(text).toContain('req: [1, 500], rem: -\n');
  });

  it('cannot be made to drive the terminal, or to add lines', async () => {
    const text = await shown(
      tableForm,
      header()
        .event({
          ...openat,
          processName: 'a\x1b[2J',
          args: { ...openat.args, pathname: '/tmp/\n\x1b]0;x\x07\u202eé\udcff' },
        })
        .take(),
    );
    expect(text.split('\n')).toHaveLength(3);
    expect(text).toContain('a\\x1b[2J ');
    expect(text).toContain('/tmp/\\x0a\\x1b]0;x\\x07\\u{202e}é\\xff');
  });

  it('leaves text alone that is safe', () => expect(printable('/home/zoë/日本語 🎉')).toBe('/home/zoë/日本語 🎉'));
});

describe('JSON lines', () => {
  it('have an object each, with exact numbers', async () => {
    const text = await shown(
      jsonForm,
      header()
        .event(openat)
        .event({ ...openat, cgroupId: 9007199254740993n })
        .take(),
    );
    const lines = text.trimEnd().split('\n');
    expect(lines).toHaveLength(2);
    expect(JSON.parse(lines[0] as string)).toMatchObject({
      eventName: 'openat',
      eventId: '257',
      hostProcessId: 4711,
      processId: 3,
      processName: 'ls',
      returnValue: -2,
    });
    expect(lines[0]).toContain('"timestamp":1700000005000001999');
    expect(lines[1]).toContain('"cgroupId":9007199254740993');
  });
});

describe('a view', () => {
  it('waits for a slow writer, and shows every event in the end', async () => {
    const pipe = openPipe();
    const out = new Sink(true);
    const view = showEvents(pipe.read, jsonForm, out);
    const writer = header();
    for (let i = 0; i < 300; i++) writer.event({ ...openat, sequence: BigInt(i), hostProcessId: i });
    const bytes = writer.take();
    for (let at = 0; at < bytes.length; at += 4096) {
      writeSync(pipe.write, bytes.subarray(at, at + 4096));
      await new Promise(setImmediate);
      await new Promise(setImmediate);
      // while the writer takes nothing, nothing more is read (40,000 bytes of frames are 150,000 of JSON)
      if (at < 40_000) expect(out.writableLength).toBeLessThan(40_000);
      else out.held.shift()?.();
    }
    closeSync(pipe.write);
    const release = setInterval(() => out.held.shift()?.(), 1);
    await view.done;
    clearInterval(release);
    const pids = out.text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).hostProcessId);
    expect(pids).toEqual(Array.from({ length: 300 }, (_, i) => i));
  });

  it('says when its reader has gone, and goes on emptying the pipe', async () => {
    const pipe = openPipe();
    const out = new Writable({
      write: (_chunk, _encoding, done) => done(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' })),
    });
    const view = showEvents(pipe.read, tableForm, out);
    const frame = header().event(openat).take();
    writeSync(pipe.write, frame);
    await view.gone;
    // far more than a pipe holds
    for (let i = 0; i < 40; i++) {
      writeSync(pipe.write, Buffer.concat(Array(100).fill(frame)).subarray(0, 4096));
      await new Promise(setImmediate);
    }
    closeSync(pipe.write);
    await view.done;
  });

  it('fails when its writer fails otherwise, and when the frames are damaged', async () => {
    const full = openPipe();
    const out = new Writable({
      write: (_chunk, _encoding, done) => done(Object.assign(new Error('no space'), { code: 'ENOSPC' })),
    });
    writeSync(full.write, header().take());
    await expect(showEvents(full.read, tableForm, out).gone).rejects.toMatchObject({
      code: 'output',
      message: 'write standard output: no space',
    });
    closeSync(full.write);

    const damaged = openPipe();
    const view = showEvents(damaged.read, tableForm, new Sink());
    writeSync(damaged.write, 'not a frame');
    await expect(view.gone).rejects.toMatchObject({ code: 'internal' });
    closeSync(damaged.write);
    await view.done;
  });
});
