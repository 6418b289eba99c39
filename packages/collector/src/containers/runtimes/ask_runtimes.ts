import { setTimeout as sleep } from 'node:timers/promises';
import type { Describe } from '../containers';
import type { Description } from '../description';
import type { Ask, RuntimeSocket } from './runtime';

export interface AskOptions {
  readonly sockets: readonly RuntimeSocket[];
  readonly ask: Ask;
  /** Questions under way at once; more wait for their turn, which their time does not count. */
  readonly inFlight?: number;
  /** For one question. */
  readonly timeoutMs?: number;
  /** Times a runtime that does not know the container yet, or does not answer, is asked again. */
  readonly retries?: number;
  readonly retryMs?: number;
  /** Questions that wait at most: past it a container stays without a description. */
  readonly waiting?: number;
}

/**
 * Asks the runtime that a cgroup names, or all of them when it names none. A runtime writes down a container before, or just after, it
 * makes the cgroup, hence the retries. What hangs, lies or floods costs its own containers their names and nothing else.
 */
export function askRuntimes(options: AskOptions): Describe {
  const { sockets, inFlight = 8, waiting = 4096, retries = 3, retryMs = 100 } = options;
  const queue: (() => void)[] = [];
  let running = 0;

  const turn = async (): Promise<boolean> => {
    if (running >= inFlight) {
      if (queue.length >= waiting) return false;
      await new Promise<void>((resolve) => queue.push(resolve));
    }
    running++;
    return true;
  };
  const done = () => {
    running--;
    queue.shift()?.();
  };

  return async (containerId, runtime) => {
    const own = sockets.filter((socket) => socket.runtime === runtime);
    const asked = runtime === '' ? sockets : own;
    for (let attempt = 0; asked.length > 0 && attempt <= retries; attempt++) {
      if (attempt > 0) await sleep(retryMs * attempt, undefined, { ref: false });
      if (!(await turn())) return undefined;
      try {
        const found = await firstAnswer(asked, containerId, options);
        if (found !== undefined) return found;
      } finally {
        done();
      }
    }
    return undefined;
  };
}

async function firstAnswer(
  sockets: readonly RuntimeSocket[],
  containerId: string,
  { ask, timeoutMs = 1000 }: AskOptions,
): Promise<Description | undefined> {
  for (const socket of sockets) {
    const found = await ask(socket, containerId, AbortSignal.timeout(timeoutMs)).catch(() => undefined);
    if (found !== undefined) return shortened(found);
  }
  return undefined;
}

/** Longer text than any name there is would only fill frames. */
const maxText = 256;
const shortened = (about: Description): Description =>
  Object.fromEntries(
    Object.entries(about).map(([name, value]) => [name, typeof value === 'string' ? value.slice(0, maxText) : value]),
  ) as unknown as Description;
