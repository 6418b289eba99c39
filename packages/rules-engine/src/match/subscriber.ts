import type { Meta } from '../signature/meta';
import type { Signature } from '../signature/signature';
import type { QuarantineReason } from './finding';

/** Failures within `failureWindow` of event time after which a signature is not asked again. */
export const failureBudget = 100;
/** ns */
export const failureWindow = 60_000_000_000n;
/** Answers of an async handler that may be awaited at once; events beyond are not handed to it, and counted. */
export const maxPending = 100;

/** What the engine knows of a signature while it runs. */
export class Subscriber {
  readonly meta: Meta;
  /** In the order in which signatures are asked. */
  place = 0;
  failures = 0;
  /** Events that an async handler was not asked about, as too many of its answers were still open. */
  skipped = 0;
  pending = 0;
  quarantined: QuarantineReason | undefined;
  /** Of the timed calls in this window, ms. */
  sampledTime = 0;
  samples = 0;
  /** Windows in a row in which it took more than its share. */
  strikes = 0;
  private windowBegan = 0n;
  private windowFailures = 0;

  constructor(readonly signature: Signature) {
    this.meta = signature.meta;
  }

  /** Counts a failure; true when the budget is spent. */
  fails(timestamp: bigint): boolean {
    this.failures++;
    if (timestamp - this.windowBegan > failureWindow) {
      this.windowBegan = timestamp;
      this.windowFailures = 0;
    }
    return ++this.windowFailures >= failureBudget;
  }
}
