import { setTimeout as sleep } from 'node:timers/promises';
import type { NativeSession } from '../native';

/** How long an event of our own may take through the kernel and back. */
export const pulseBoundMs = 1000;
/** A ring that was full just then has room a moment later. */
const againMs = 100;
const lookMs = 2;

/** Whether an event of our own comes back through each ring in time. */
export async function pulseComesBack(
  session: Pick<NativeSession, 'sendPulse' | 'isPulseBack'>,
  boundMs = pulseBoundMs,
): Promise<boolean> {
  const latest = performance.now() + boundMs;
  for (let again = 0; performance.now() < latest; await sleep(lookMs)) {
    if (performance.now() >= again) {
      session.sendPulse();
      again = performance.now() + againMs;
    }
    if (session.isPulseBack()) return true;
  }
  return session.isPulseBack();
}
