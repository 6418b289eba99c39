import type { Meta } from '../signature/meta';
import type { Detection, Event } from '../signature/signature';
import type { Process } from './process_tree';

/** What a signature found. The event is the reader's own and changes after the call: render it, do not keep it. */
export interface Finding {
  readonly meta: Meta;
  /** The event that completed the behaviour. */
  readonly event: Event;
  readonly data: NonNullable<Detection['data']>;
  /** Up to five, the parent first; empty when not known. */
  readonly ancestors: readonly Process[];
  /** Absent when nothing was lost of what the signature watches. */
  readonly loss?: FindingLoss;
}

/** Events that the signature asks for, or that nobody could name, and that were lost in its window. Times are Unix epoch ns. */
export interface FindingLoss {
  readonly count: bigint;
  readonly firstTimestamp: bigint;
  readonly lastTimestamp: bigint;
  /** By event name; 'unknown' for those that nobody could name. */
  readonly events: Readonly<Record<string, bigint>>;
  /** Of those that were held back because their cgroup had taken its share, by the number of the cgroup; absent when there were none. */
  readonly cgroups?: Readonly<Record<string, bigint>>;
}

/** A handler that threw, or answered with something else than a detection. */
export interface Failure {
  readonly meta: Meta;
  readonly event: Event;
  readonly error: unknown;
}

/** Why a signature is no longer asked. */
export type QuarantineReason = 'failures' | 'time' | 'stuck';

/** Something about the engine itself that whoever reads the findings must know. */
export interface EngineRecord {
  /** ns since the Unix epoch: of the event at which it happened */
  readonly timestamp: bigint;
  readonly kind: 'failed' | 'quarantined' | 'closing' | 'held-back';
  readonly meta: Meta;
  /** One sentence. */
  readonly message: string;
  readonly count?: number;
}
