import { setTimeout as sleep } from 'node:timers/promises';
import type { Describe } from '../containers';
import type { Description } from '../description';
import type { Ask, RuntimeSocket } from './runtime';
import { shortened } from './shortened';
import { Turns } from './turns';

export interface AskOptions {
  readonly sockets: readonly RuntimeSocket[];
  readonly ask: Ask;
  /** Questions under way at a socket at once; more wait for their turn, which their time does not count. */
  readonly inFlight?: number;
  /** For a question; after each that was not answered in time twice as long, up to `patience` times. */
  readonly timeoutMs?: number;
  /** Times a runtime that does not know the container yet, or does not answer, is asked again. */
  readonly retries?: number;
  /** Before the first; each waits so much longer than the one before it. */
  readonly retryMs?: number;
  /** Questions that wait at a socket at most: past it a container stays without a description. */
  readonly waiting?: number;
}

/** A runtime that was too slow once is mostly one on a machine that is: it would be as slow again. */
const patience = 4;

/**
 * Aborts when the time is over, and not before what has come by then was looked at: a process that got no processor for long finds its
 * timer due and the answer there at the same moment.
 */
function limit(ms: number): { readonly signal: AbortSignal; readonly clear: () => void } {
  const over = new AbortController();
  const timer = setTimeout(() => setImmediate(() => over.abort()), ms).unref();
  return { signal: over.signal, clear: () => clearTimeout(timer) };
}

/**
 * Asks the runtime that a cgroup names, or all of them when it names none. A runtime writes down a container before, or just after, it
 * makes the cgroup, hence the retries. Each socket has turns of its own: what hangs, lies or floods costs its own containers their names
 * and nothing else.
 */
export function askRuntimes(options: AskOptions): Describe {
  const { sockets, ask, inFlight = 8, waiting = 4096, retries = 8, retryMs = 50, timeoutMs = 1000 } = options;
  const desks = sockets.map((socket) => ({ socket, turns: new Turns(inFlight, waiting) }));

  const askOne = async ({ socket, turns }: (typeof desks)[number], containerId: string) => {
    let times = 1;
    const askOnce = async () => {
      const { signal, clear } = limit(timeoutMs * times);
      try {
        return await ask(socket, containerId, signal);
      } catch {
        if (signal.aborted) times = Math.min(2 * times, patience);
        return undefined;
      } finally {
        clear();
      }
    };
    for (let attempt = 0; attempt <= retries; attempt++) {
      if (attempt > 0) await sleep(retryMs * attempt, undefined, { ref: false });
      const found = await turns.take(askOnce);
      if (found !== undefined) return shortened(found);
    }
    return undefined;
  };

  return (containerId, runtime) => {
    const asked = runtime === '' ? desks : desks.filter(({ socket }) => socket.runtime === runtime);
    return firstFound(asked.map((desk) => askOne(desk, containerId)));
  };
}

/** The first of them that is something, as soon as it is there. */
const firstFound = (answers: readonly Promise<Description | undefined>[]): Promise<Description | undefined> =>
  Promise.any(answers.map(async (answer) => (await answer) ?? Promise.reject(new Error('nothing')))).catch(
    () => undefined,
  );
