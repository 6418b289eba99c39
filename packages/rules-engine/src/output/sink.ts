import type { EngineRecord, Finding } from '../match/finding';

/** Where findings go. */
export interface Sink {
  /** Renders the finding before it returns: its event is valid no longer. */
  finding(finding: Finding): void;
  /** Something about the engine that readers of the findings must know. */
  record(record: EngineRecord): void;
  /** After each chunk of input; a promise holds the input back. */
  flush(): Promise<void> | undefined;
  /** Resolves when everything is delivered. */
  end(): Promise<void>;
}
