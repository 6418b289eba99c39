import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readlinkSync, statSync } from 'node:fs';

/** What a child of this process is known to be. Nothing of it was read by BPF. */
export interface OwnChild {
  readonly pid: number;
  readonly parent: number;
  /** Clock ticks since boot, as in /proc/PID/stat. */
  readonly parentStart: bigint;
  /** ns since boot, between which it started. */
  readonly startedAfter: bigint;
  readonly startedBefore: bigint;
  readonly comm: string;
  readonly uid: number;
  readonly executable: string;
  readonly inode: bigint;
  readonly ctimeNs: bigint;
  readonly mode: number;
  readonly argv: readonly string[];
}

const program = '/proc/self/exe';
/** Its own version is the least that Node can be asked for. */
const argv = [program, '--version'];
/** Name of the child's thread: the last part of what it was started as. */
export const childComm = 'exe';
/** A user that nobody is: an id that was read wrongly is hardly ever this one. */
const strangeUid = 2_147_420_011;
const nsPerSecond = 1e9;
/** Of /proc/PID/stat: USER_HZ is 100 everywhere. */
export const nsPerTick = 10_000_000n;
/** /proc/uptime has hundredths. */
const uptimeStepNs = 10_000_000n;
/** Seconds are plenty: what is slow here is an emulated machine. */
const timeoutMs = 30_000;

/** Starts this program once more, as another user where that is allowed, and waits for its end. Throws an Error when it cannot be started. */
export function runOwnChild(): OwnChild {
  const startedAfter = sinceBoot() - uptimeStepNs;
  const { pid, uid } = spawnAs(strangeUid) ?? spawnAs(undefined) ?? cannotStart();
  const startedBefore = sinceBoot() + uptimeStepNs;
  const file = statSync(program, { bigint: true });
  return {
    pid,
    parent: process.pid,
    parentStart: startTicks(readFileSync('/proc/self/stat', 'latin1')) - clockOffset() / nsPerTick,
    startedAfter,
    startedBefore,
    comm: childComm,
    uid: uid ?? process.getuid?.() ?? 0,
    executable: readlinkSync(program),
    inode: file.ino,
    ctimeNs: file.ctimeNs,
    mode: Number(file.mode),
    argv,
  };
}

function spawnAs(uid: number | undefined): { pid: number; uid: number | undefined } | undefined {
  const user = uid === undefined ? {} : { uid };
  const { pid, error } = spawnSync(program, argv.slice(1), { ...user, env: {}, stdio: 'ignore', timeout: timeoutMs });
  return error === undefined ? { pid, uid } : undefined;
}

function cannotStart(): never {
  throw new Error(`${program} cannot be started as a child`);
}

const sinceBoot = (): bigint =>
  BigInt(Math.round(Number(readFileSync('/proc/uptime', 'latin1').split(' ')[0]) * nsPerSecond)) - clockOffset();

/** ns by which a time namespace shows the boot clock otherwise than BPF reads it. */
function clockOffset(): bigint {
  const file = '/proc/self/timens_offsets';
  const [, seconds = 0, ns = 0] =
    /^boottime\s+(-?\d+)\s+(\d+)/m.exec(existsSync(file) ? readFileSync(file, 'latin1') : '') ?? [];
  return BigInt(seconds) * BigInt(nsPerSecond) + BigInt(ns);
}

/** Field 22; the name of the program before it may hold anything, even spaces and brackets. */
const startTicks = (stat: string): bigint => BigInt(stat.slice(stat.lastIndexOf(')')).split(' ')[20] ?? 0);
