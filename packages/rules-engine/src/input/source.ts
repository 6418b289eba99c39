/**
 * Takes a chunk, which is its own during the call only; a promise holds the source back until it is done. `next` gives that chunk back and
 * waits a moment for another one; without one the call is to return.
 */
export type Take = (chunk: Buffer, next: () => Buffer | undefined) => Promise<void> | undefined;

/** A reading under way. */
export interface Reading {
  /** Resolves at the end of the input or after stop(); rejects with what the source or `take` threw. */
  readonly done: Promise<void>;
  /** Reads no further. */
  stop(): void;
}

/** Where events come from, open. */
export interface Source {
  /** As the user knows it: a path, or standard input. */
  readonly name: string;
  /** Another process is still writing: worth waiting for its end. A file is not. */
  readonly live: boolean;
  read(take: Take): Reading;
}
