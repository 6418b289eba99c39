import type { Subscription } from './subscriptions';

/** Who was running at each interruption, and for how long it has been alone: the same call, with nobody asked in between. */
export class Suspect {
  private subscription: Subscription | undefined;
  /** Calls of handlers at the last interruption, and CPU time, ms. */
  private calls = 0;
  private at = 0;
  private spent = 0;

  /**
   * CPU time, ms, that the handler which was interrupted now has used since it was interrupted before, when it was asked again first of
   * all and has not returned since. 0 for the first time: until then others may have run, too.
   */
  interrupted(subscription: Subscription | undefined, calls: number, now: number): number {
    const isAlone = subscription !== undefined && subscription === this.subscription && calls === this.calls + 1;
    this.spent = isAlone ? this.spent + now - this.at : 0;
    this.subscription = subscription;
    this.calls = calls;
    this.at = now;
    return this.spent;
  }
}
