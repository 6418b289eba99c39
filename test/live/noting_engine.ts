import { type ChildProcess, spawn } from 'node:child_process';
import { fstatSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Account, first } from './numbered';
import { bin, outcome } from './session';

/** Of a note: the number of the call, and whether its event was sent again, as 32-bit words. */
const noteBytes = 8;

/** Each has its share of the calls, so that none can take the quarter of the time for which the engine puts one aside. */
const shares = 8;

/** Notes each event of its share before it answers: one write, so that what a killed engine has matched is known. */
const signature = (share: number, log: string) => `
  const { openSync, writeSync } = require('node:fs');
  const { not } = require('@tracee/rules-engine');
  const log = openSync(${JSON.stringify(log)}, 'a');
  const note = Buffer.alloc(${noteBytes});
  const bits = ({ args }) => [1, 2, 4].map((bit) => (${share} & bit ? args.fd.has(bit) : not(args.fd.has(bit))));
  module.exports = class {
    meta = {
      id: 'ACME-${share + 1}', name: 'notes_${share}', title: 't', version: '1.0.0', severity: 'info', tactic: 'impact',
      technique: { id: 'T1485', name: 'n' }, description: 'd', misses: ['m'],
    };
    on = {
      close: {
        where: bits,
        handle: ({ args, contextFlags }) => {
          note.writeUInt32LE(args.fd - ${first}, 0);
          note.writeUInt32LE(contextFlags.resent ? 1 : 0, 4);
          writeSync(log, note);
        },
      },
    };
  };`;
const ids = Array.from({ length: shares }, (_, share) => `ACME-${share + 1}`).join(',');

/** tracee-rules with signatures that note what they see of the numbered calls; one after another, all in one log. */
export class NotingEngine {
  readonly #fifo: string;
  readonly #rules: string;
  readonly #log: number;
  #child: ChildProcess | undefined;
  #ended: ReturnType<typeof outcome> | undefined;

  constructor(fifo: string, directory: string) {
    this.#fifo = fifo;
    this.#rules = join(directory, 'rules'); // the engine watches it: the log is elsewhere
    mkdirSync(this.#rules);
    const log = join(directory, 'noted');
    this.#log = openSync(log, 'a+');
    for (let share = 0; share < shares; share++)
      writeFileSync(join(this.#rules, `notes_${share}.js`), signature(share, log));
  }

  start(): ReturnType<typeof outcome> {
    const options = ['--input', this.#fifo, '--rules-dir', this.#rules, '--rules', ids, '--no-check-types'];
    this.#child = spawn(process.execPath, [bin('tracee-rules'), ...options], { stdio: ['ignore', 'ignore', 'pipe'] });
    this.#ended = outcome(this.#child);
    return this.#ended;
  }

  async kill(): Promise<void> {
    this.#child?.kill('SIGKILL');
    await this.#ended;
  }

  /** Events so far. */
  get noted(): number {
    return fstatSync(this.#log).size / noteBytes;
  }

  readInto(account: Account): void {
    const notes = readFileSync(`/proc/self/fd/${this.#log}`);
    for (let at = 0; at < notes.length; at += noteBytes)
      account.note(notes.readUInt32LE(at), { late: false, resent: notes.readUInt32LE(at + 4) === 1 });
  }
}
