/** Exit codes of tracee-rules: stable, shown by --help, and the `code` of every RulesError. */
export const exitCodes = {
  ok: { status: 0, means: 'the input ended as it should, or a signal asked to stop' },
  failure: { status: 1, means: 'anything else; the message says what' },
  usage: { status: 2, means: 'the command line is wrong' },
  input: {
    status: 3,
    means: 'the input is damaged or stops before its end; the findings of every whole frame before that were written',
  },
  signatures: { status: 4, means: 'a signature could not be loaded; nothing was read' },
  handler: {
    status: 5,
    means: 'a signature failed on an event; its findings may be incomplete, those of the others are not',
  },
} as const;

export type ExitCode = keyof typeof exitCodes;

/** A failure that the user can act on: printed as one line, no stack. */
export class RulesError extends Error {
  constructor(
    readonly code: ExitCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'RulesError';
  }
}
