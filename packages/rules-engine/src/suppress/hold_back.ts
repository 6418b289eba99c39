import type { EngineRecord, Finding } from '../match/finding';
import { jsonValue } from '../output/json_value';
import type { Meta } from '../signature/meta';
import type { Value } from '../signature/signature';
import { nanoseconds } from '../state/duration';
import { valueAt } from './suppression';
import type { SuppressionFile } from './suppression_file';

interface Window {
  readonly meta: Meta;
  /** ns since the Unix epoch */
  readonly began: bigint;
  last: bigint;
  shown: number;
  held: number;
}

/** Repetitions remembered at once; the oldest is closed when there are more. */
const maxWindows = 10_000;

/** What makes two findings of a signature the same, when the file does not say. */
const sameBy = ['hostName', 'containerId', 'executablePath', 'userId', 'data'];

/**
 * Findings that repeat, and findings that are too many: the first of them are shown, the others counted, and when the time is
 * over a record says how many there were. Nothing is held back in silence. Time is that of the events.
 */
export class HoldBack {
  private readonly windows = new Map<string, Window>();

  constructor(
    private readonly kind: EngineRecord['kind'],
    private readonly allowed: number,
    private readonly within: bigint,
    private readonly keyOf: (finding: Finding) => string,
    private readonly say: (record: EngineRecord) => void,
  ) {}

  /** Whether the finding is held back. */
  holds(finding: Finding): boolean {
    const now = finding.event.unixTime;
    this.close(now);
    const key = this.keyOf(finding);
    let window = this.windows.get(key);
    if (window === undefined) {
      window = { meta: finding.meta, began: now, last: now, shown: 0, held: 0 };
      this.windows.set(key, window);
    }
    window.last = now;
    if (window.shown < this.allowed) {
      window.shown++;
      return false;
    }
    window.held++;
    return true;
  }

  /** Says what is still held back. */
  end(): void {
    for (const window of this.windows.values()) this.closing(window);
    this.windows.clear();
  }

  /** Windows begin in the order of the map. */
  private close(now: bigint): void {
    for (const [key, window] of this.windows) {
      if (now - window.began <= this.within && this.windows.size < maxWindows) return;
      this.windows.delete(key);
      this.closing(window);
    }
  }

  private closing({ meta, last, held }: Window): void {
    if (held === 0) return;
    const what = this.kind === 'closing' ? 'repeated' : 'over the limit and held back';
    this.say({ timestamp: last, kind: this.kind, meta, message: `${held} more findings ${what}`, count: held });
  }
}

/** The stages that a file asks for: repetitions first, so that they do not count against the limit. */
export function holdBacks({ deduplicate, limit }: SuppressionFile, say: (record: EngineRecord) => void): HoldBack[] {
  const stages: HoldBack[] = [];
  if (deduplicate !== undefined) {
    const paths = (deduplicate.by ?? sameBy).map((path) => path.split('.'));
    const key = (finding: Finding) =>
      `${finding.meta.id} ${paths.map((path) => jsonValue(valueAt(finding, path) as Value)).join(' ')}`;
    stages.push(new HoldBack('closing', 1, nanoseconds(deduplicate.within), key, say));
  }
  if (limit !== undefined)
    stages.push(new HoldBack('held-back', limit.count, nanoseconds(limit.within), ({ meta }) => meta.id, say));
  return stages;
}
