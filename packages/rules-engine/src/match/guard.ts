import { readFileSync } from 'node:fs';
import { Script } from 'node:vm';

/**
 * Work that took this long by the clock, ms, is interrupted: a chunk takes milliseconds. That alone proves nothing, as the machine may
 * be busy with other things, or was suspended.
 */
const guardMilliseconds = 3000;
/** A handler that has not returned after this much CPU time of its thread, ms, never will. */
export const stuckMilliseconds = 3000;
/** Work that is taken up again has longer, ms: so long that a loop proves itself where nothing else runs. */
export const againMilliseconds = 4000;

const name = '@tracee/rules-engine guarded work';
const slot = Symbol.for(name);
const script = new Script(`globalThis[Symbol.for('${name}')]()`);
const holder = globalThis as unknown as Record<symbol, (() => void) | undefined>;

/**
 * Runs work that must return; false when it was interrupted. An endless loop cannot be interrupted by code of its own thread: Node's
 * script timeout has a thread of its own that does it, for 60 µs a call, which is why a whole chunk is guarded and not each handler.
 * (A worker that watches could stop the loop through the inspector for less, but that leaves Node's async stack broken; the
 * engine in a worker would lose the state of all signatures with the worker.) What the work was doing when it was stopped
 * has no chance to clean up.
 */
export function guarded(run: () => void, milliseconds = guardMilliseconds): boolean {
  holder[slot] = run;
  try {
    script.runInThisContext({ timeout: milliseconds });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error;
    return false;
  } finally {
    holder[slot] = undefined;
  }
}

/** CPU time of this thread so far, ms; of the whole process where the kernel does not tell it of a thread. */
export function threadMilliseconds(): number {
  try {
    return Number(readFileSync('/proc/thread-self/schedstat', 'latin1').split(' ')[0]) / 1e6;
  } catch {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  }
}
