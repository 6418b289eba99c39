import { Script } from 'node:vm';

/** A chunk takes milliseconds; a handler that has not returned by then never will. */
export const guardMilliseconds = 5000;

const name = '@tracee/rules-engine guarded work';
const slot = Symbol.for(name);
const script = new Script(`globalThis[Symbol.for('${name}')]()`);
const holder = globalThis as unknown as Record<symbol, (() => void) | undefined>;

export type Guarded = 'done' | 'stuck' | 'suspended';

/**
 * Runs work that must return. An endless loop cannot be interrupted by code of its own thread: Node's script timeout has
 * a thread of its own that does it, for 60 µs a call, which is why a whole chunk is guarded and not each handler. (A worker
 * that watches could stop the loop through the inspector for less, but that leaves Node's async stack broken; the
 * engine in a worker would lose the state of all signatures with the worker.) What the work was doing when it was stopped
 * has no chance to clean up.
 */
export function guarded(run: () => void, milliseconds = guardMilliseconds): Guarded {
  const before = process.cpuUsage();
  holder[slot] = run;
  try {
    script.runInThisContext({ timeout: milliseconds });
    return 'done';
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error;
    const { user, system } = process.cpuUsage(before);
    // A process that was stopped meanwhile (SIGSTOP, a suspended machine) did not loop; on a busy machine a loop gets little.
    return (user + system) / 1000 > milliseconds / 10 ? 'stuck' : 'suspended';
  } finally {
    holder[slot] = undefined;
  }
}
