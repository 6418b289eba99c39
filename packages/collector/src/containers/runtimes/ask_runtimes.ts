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
  /** For one question. */
  readonly timeoutMs?: number;
  /** Times a runtime that does not know the container yet, or does not answer, is asked again. */
  readonly retries?: number;
  /** Before the first; each waits so much longer than the one before it. */
  readonly retryMs?: number;
  /** Questions that wait at a socket at most: past it a container stays without a description. */
  readonly waiting?: number;
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
    for (let attempt = 0; attempt <= retries; attempt++) {
      if (attempt > 0) await sleep(retryMs * attempt, undefined, { ref: false });
      const found = await turns.take(() =>
        ask(socket, containerId, AbortSignal.timeout(timeoutMs)).catch(() => undefined),
      );
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
