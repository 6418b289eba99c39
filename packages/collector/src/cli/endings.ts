/** What ends a run from outside. */
export interface Ending {
  readonly reason: 'stopped' | 'duration';
}

type Signal = 'SIGINT' | 'SIGTERM' | 'SIGHUP';

/**
 * Resolves at the first signal. The second ends the process at once, by the signal itself: process.exit waits for writes that are under
 * way. The stream then has no end frame.
 */
export function stopSignal(signals: readonly Signal[]): Promise<Ending> {
  return new Promise((resolve) => {
    let signalled = false;
    for (const signal of signals) {
      process.on(signal, () => {
        if (!signalled) {
          signalled = true;
          return resolve({ reason: 'stopped' });
        }
        process.removeAllListeners(signal);
        process.kill(process.pid, signal);
      });
    }
  });
}

/** Resolves when the time is over, and never without one. */
export function timeOver(ms: number | undefined): { ended: Promise<Ending>; cancel(): void } {
  let timer: NodeJS.Timeout | undefined;
  const ended = new Promise<Ending>((resolve) => {
    if (ms !== undefined) timer = setTimeout(() => resolve({ reason: 'duration' }), ms);
  });
  return { ended, cancel: () => clearTimeout(timer) };
}
