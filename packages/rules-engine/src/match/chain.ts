import type { Detection, SeenFinding } from '../signature/signature';
import { detectionData } from './detection_data';
import type { Finding } from './finding';
import type { Subscriber } from './subscriber';

/** A finding of a finding of a finding of a finding is one; two signatures that answer each other would not end. */
const maxDepth = 4;

interface Link {
  readonly subscriber: Subscriber;
  readonly handler: (finding: SeenFinding) => Detection | undefined;
}

interface Outcomes {
  found(subscriber: Subscriber, detection: Detection): void;
  failed(subscriber: Subscriber, error: unknown): void;
}

/** Hands findings to the signatures that build on them. */
export class Chain {
  /** By id, name or '*'. */
  private readonly links = new Map<string, Link[]>();
  private depth = 0;

  constructor(subscribers: readonly Subscriber[]) {
    for (const subscriber of subscribers) {
      for (const [of, handler] of Object.entries(subscriber.signature.onFinding ?? {}))
        this.links.set(of, [...(this.links.get(of) ?? []), { subscriber, handler }]);
    }
  }

  found(finding: Finding, outcomes: Outcomes): void {
    if (this.links.size === 0 || this.depth >= maxDepth) return;
    const { id, name } = finding.meta;
    this.depth++;
    for (const { subscriber, handler } of [id, name, '*'].flatMap((key) => this.links.get(key) ?? [])) {
      if (subscriber.meta === finding.meta || subscriber.quarantined !== undefined) continue;
      try {
        const detection = handler(finding);
        if (detection !== undefined) {
          detectionData(detection);
          outcomes.found(subscriber, detection);
        }
      } catch (error) {
        outcomes.failed(subscriber, error);
      }
    }
    this.depth--;
  }
}
