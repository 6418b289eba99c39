import type { ErrorCode } from './exit_codes';

/** An error that says what to do: `operation: object: what was found (what to do)`. The code decides the exit status. */
export class CollectError extends Error {
  override readonly name = 'CollectError';

  constructor(
    readonly code: ErrorCode,
    message: string,
  ) {
    super(message);
  }
}

/** The message of anything that was thrown. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
