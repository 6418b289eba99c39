/** What can be wrong with a stream: stable codes, each with its meaning. */
export const frameErrors = {
  'not-a-frame': 'a byte other than 0xc9 stands where a frame begins',
  'too-long': 'a frame claims more than 1 MiB',
  truncated: 'the input ends inside a frame, or with no frame at all',
  'no-header': 'an event comes before any header',
  'format-version': 'the header names another version of the format',
  'bad-header': 'the header cannot be decoded or contradicts this reader',
  'bad-event': 'an event is not what its schema says',
  'bad-dictionary': 'a dictionary entry cannot be decoded',
  'bad-loss': 'a loss record cannot be decoded',
  'bad-statistics': 'statistics cannot be decoded',
  'bad-end': 'the end frame cannot be decoded',
  'bad-json': 'a line is not an event in JSON',
} as const;

export type FrameErrorCode = keyof typeof frameErrors;

/** The first damage of a stream. Everything before `offset` was delivered, and is a whole stream by itself. */
export class FrameError extends Error {
  /**
   * @param code   stable, one of `frameErrors`
   * @param offset bytes from the start of the stream to the frame (JSON: the line) that is damaged
   */
  constructor(
    readonly code: FrameErrorCode,
    readonly offset: number,
    found: string,
    remedy: string,
  ) {
    super(`read frame: offset ${offset}: ${found} (${remedy})`);
    this.name = 'FrameError';
  }
}

/** Thrown inside a payload, where neither the code nor the stream offset is known; the reader turns it into a FrameError, whose stack is the one that counts. */
export class Damage {
  constructor(
    readonly found: string,
    readonly code?: FrameErrorCode,
    readonly remedy?: string,
  ) {}
}
