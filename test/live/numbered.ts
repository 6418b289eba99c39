import { spawn } from 'node:child_process';
import { constants, existsSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type End, FrameReader, type Loss } from '@tracee/event-schema';
import { bin, outcome, readyMs, triggers, until } from './session';

/** The first number that the trigger closes. */
export const first = 1_000_000;

/** What readers got of the numbered calls, over all of them. */
export class Account {
  /** By number, from the first on. */
  readonly #seen: Uint8Array[] = [];
  distinct = 0;
  /** Again, without being flagged as sent again. */
  doubled = 0;
  /** Again, and flagged. */
  resent = 0;
  /** Behind a greater one, without being flagged as late or sent again. */
  disordered = 0;
  late = 0;
  lost = 0n;
  /** Frames of statistics, of which one comes a second. */
  statistics = 0;
  readonly losses: Loss[] = [];
  end: End | undefined;
  #latest = 0;
  static readonly #pageBits = 16;

  /** What was lost, by reason, and how long the longest of the losses took. */
  lossText(): string {
    const reasons = new Set(this.losses.map(({ reason }) => reason));
    const of = (wanted: string) => this.losses.filter(({ reason }) => reason === wanted);
    return [...reasons]
      .map((reason) => {
        const longest = Math.max(...of(reason).map((loss) => Number(loss.lastTimestamp - loss.firstTimestamp)));
        return `${of(reason).reduce((sum, { count }) => sum + count, 0n)} by ${reason}, ${of(reason).length} times, ${longest / 1e6} ms at most`;
      })
      .join('; ');
  }

  reader(): FrameReader {
    return new FrameReader({
      event: ({ args, contextFlags }) => this.note((args as { fd: number }).fd - first, contextFlags),
      loss: (loss) => {
        this.lost += loss.count;
        this.losses.push(loss);
      },
      statistics: () => {
        this.statistics++;
      },
      end: (end) => {
        this.end = end;
      },
    });
  }

  note(number: number, { late, resent }: { readonly late: boolean; readonly resent: boolean }): void {
    const page = number >> Account.#pageBits;
    this.#seen[page] ??= new Uint8Array(1 << Account.#pageBits);
    const [bytes, at] = [this.#seen[page] as Uint8Array, number & ((1 << Account.#pageBits) - 1)];
    if (bytes[at] === 1) this[resent ? 'resent' : 'doubled']++;
    if (!late && !resent && number < this.#latest) this.disordered++;
    if (late) this.late++;
    if (number > this.#latest) this.#latest = number;
    if (bytes[at] === 0) this.distinct++;
    bytes[at] = 1;
  }
}

/** A process in this one that reads a FIFO, may pause, and may go. */
export class FifoReader {
  readonly #socket: Socket;
  readonly closed: Promise<void>;
  bytes = 0;

  constructor(path: string, account: Account) {
    const frames = account.reader();
    const fd = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    this.#socket = new Socket({ fd, readable: true, writable: false });
    this.#socket.on('data', (chunk: Buffer) => {
      this.bytes += chunk.length;
      frames.push(chunk);
    });
    this.closed = new Promise((resolve) => this.#socket.on('close', () => resolve()));
  }

  pause(): void {
    this.#socket.pause();
  }
  resume(): void {
    this.#socket.resume();
  }
  /** Nothing is read any more. What was read is worked off: what a process that is killed had read and not worked off, only it knew. */
  kill(): Promise<void> {
    this.#socket.read();
    this.#socket.destroy();
    return this.closed;
  }
}

/** A collector that traces numbered calls, `callsEachMs` a millisecond, into a FIFO of a directory of its own. `act` begins once it is ready. */
export async function numbered<T>(
  callsEachMs: number,
  options: (directory: string) => readonly string[],
  act: (run: {
    fifo: string;
    directory: string;
    collector: number;
    log: () => string;
    stopCalls: () => Promise<number>;
  }) => Promise<T>,
  wrap: (directory: string) => readonly string[] = () => [],
) {
  const directory = mkdtempSync(join(tmpdir(), 'tracee-live-'));
  const [fifo, ready] = [join(directory, 'fifo'), join(directory, 'ready')];
  const trigger = spawn(join(triggers, 'numbered_calls'), [`${callsEachMs}`], { stdio: ['pipe', 'pipe', 'inherit'] });
  const made = outcome(trigger);
  const command = [
    ...wrap(directory),
    process.execPath,
    bin('tracee-collect'),
    ...['--trace', `tree=${trigger.pid}`, '--trace', 'event=close', '--trace', `close.fd>=${first}`],
    ...['--output', `frames=${fifo}`, '--ready-file', ready, ...options(directory)],
  ];
  const child = spawn(command[0] as string, command.slice(1), { stdio: ['ignore', 'ignore', 'pipe'] });
  const ended = outcome(child);
  let log = '';
  child.stderr?.on('data', (text) => (log += text));
  let calls: number | undefined;
  const stopCalls = async () => {
    trigger.stdin?.end();
    calls ??= JSON.parse((await made).stdout).calls as number;
    return calls;
  };
  try {
    await until(() => existsSync(ready) || child.exitCode !== null, readyMs, 'the collector to be ready');
    if (child.exitCode !== null) throw new Error(`tracee-collect: ended before it was ready: ${log}`);
    trigger.stdin?.write('.');
    const result = await act({ fifo, directory, collector: child.pid as number, log: () => log, stopCalls });
    const sent = await stopCalls();
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGINT');
    const { code, signal, stderr } = await ended;
    return { result, sent, code, signal, stderr };
  } finally {
    for (const one of [trigger, child]) if (one.exitCode === null) one.kill('SIGKILL');
    rmSync(directory, { recursive: true, force: true });
  }
}
